import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

torch.manual_seed(3)
x = torch.randn(5, 2, 3)
r = lambda t: [round(v, 4) for v in t.flatten()[:4].tolist()]
for m in (nn.RNN(3, 4), nn.RNN(3, 4, nonlinearity="relu", num_layers=2), nn.GRU(3, 4), nn.GRU(3, 4, bidirectional=True), nn.LSTM(3, 4), nn.LSTM(3, 4, num_layers=2, bidirectional=True), nn.LSTM(3, 4, proj_size=2)):
    out, h = m(x)
    print(type(m).__name__, tuple(out.shape), r(out), [tuple(t.shape) for t in h] if isinstance(h, tuple) else tuple(h.shape), r(h[0] if isinstance(h, tuple) else h), len(m.all_weights))
b = nn.LSTM(3, 4, batch_first=True)
out, (h, c) = b(x.transpose(0, 1))
print(out.shape, h.shape, torch.equal(out[:, -1], h[0]), r(c))
out2, _ = b(x.transpose(0, 1)[:, 3:], b(x.transpose(0, 1)[:, :3])[1])
print(torch.allclose(out2, out[:, 3:], atol=1e-6), b(x[:, 0])[0].shape, b(x[:, 0])[1][0].shape)
cell = nn.LSTMCell(3, 4)
hx, cx = torch.zeros(2, 4), torch.zeros(2, 4)
for t in range(5):
    hx, cx = cell(x[t], (hx, cx))
print(r(hx), r(nn.GRUCell(3, 4)(x[0])), r(nn.RNNCell(3, 4)(x[0], torch.ones(2, 4))), cell(x[0, 0])[0].shape)
seqs = [torch.ones(3, 3), torch.ones(1, 3), torch.ones(2, 3)]
padded = pad_sequence(seqs, batch_first=True)
print(padded.shape, padded[:, :, 0], pad_sequence(seqs, padding_value=-1.0)[:, :, 0])
packed = pack_padded_sequence(padded, [3, 1, 2], batch_first=True, enforce_sorted=False)
print(packed.data.shape, packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices)
out, h = nn.GRU(3, 4, batch_first=True)(packed)
unpacked, lengths = pad_packed_sequence(out, batch_first=True)
print(unpacked.shape, lengths, unpacked[1, 1:].abs().sum(), h.shape, torch.allclose(unpacked[1, 0], h[0, 1]))
for bad in (lambda: nn.LSTM(3, 4)(torch.zeros(2, 2, 5)), lambda: nn.GRU(3, 4)(x, torch.zeros(1, 3, 4)), lambda: nn.RNN(3, 4, nonlinearity="foo"), lambda: nn.RNN(3, 4)(torch.zeros(3)), lambda: nn.LSTMCell(3, 4)(torch.zeros(2, 2, 3))):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:110])
loss = nn.LSTM(3, 4)(x.requires_grad_())[0].sum()
loss.backward()
print(r(x.grad), nn.LSTM(3, 4).flatten_parameters())
