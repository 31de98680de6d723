import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(4, 2, 3)
for cls in (nn.RNN, nn.GRU, nn.LSTM):
    net = cls(3, 5, num_layers=2)
    out, state = net(x)
    shape = state.shape if torch.is_tensor(state) else [s.shape for s in state]
    print(cls.__name__, out.shape, shape, out[-1, 0], [n for n, _ in net.named_parameters()][:3])
lstm = nn.LSTM(3, 4, batch_first=True, bidirectional=True)
out, (h, c) = lstm(x.transpose(0, 1))
print(out.shape, h.shape, c.shape, torch.allclose(out[:, -1, :4], h[0]), lstm.weight_hh_l0_reverse.shape)
cell = nn.LSTMCell(3, 4)
h = c = torch.zeros(2, 4)
for t in range(4):
    h, c = cell(x[t], (h, c))
print(h, c.shape)
gru = nn.GRUCell(3, 2)
print(gru(x[0], torch.zeros(2, 2)))
packed = nn.utils.rnn.pack_padded_sequence(x, [4, 2])
out, _ = nn.GRU(3, 2)(packed)
padded, lengths = nn.utils.rnn.pad_packed_sequence(out)
print(padded.shape, lengths, packed.batch_sizes, padded[3, 1], nn.utils.rnn.pad_sequence([torch.ones(2), torch.ones(3)], batch_first=True, padding_value=-1))
proj = nn.LSTM(3, 6, proj_size=2)
print(proj(x)[0].shape, proj)
