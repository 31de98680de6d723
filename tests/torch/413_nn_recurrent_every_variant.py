import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(5, 3, 4)


def stat(t):
    return f"{tuple(t.shape)} {t.sum().item():.4f} {t.abs().max().item():.4f}"


lstm = nn.LSTM(4, 6, num_layers=2, bidirectional=True, proj_size=2, dropout=0.5)
print(lstm)
print({n: tuple(p.shape) for n, p in lstm.named_parameters()})
lstm.eval()
out, (h, c) = lstm(x)
print(stat(out), stat(h), stat(c))
torch.manual_seed(1)
lstm.train()
a, _ = lstm(x)
torch.manual_seed(1)
b, _ = lstm(x)
print(torch.equal(a, b), stat(a))
for kind in (nn.RNN, nn.GRU, nn.LSTM):
    torch.manual_seed(2)
    net = kind(4, 3, batch_first=True)
    out, state = net(x.transpose(0, 1))
    h = state[0] if isinstance(state, tuple) else state
    print(kind.__name__, stat(out), stat(h), torch.allclose(out[:, -1], h[0]), len(net.all_weights[0]))
    single, s = net(x[:, 0])
    print(single.shape, (s[0] if isinstance(s, tuple) else s).shape, net(torch.randn(2, 5, 4), state[:0] or None if False else None)[0].shape)
relu = nn.RNN(4, 3, nonlinearity="relu", bias=False)
print(relu, [n for n, _ in relu.named_parameters()], (relu(x)[0] >= 0).all())
torch.manual_seed(3)
cell, gcell, rcell = nn.LSTMCell(4, 3), nn.GRUCell(4, 3, bias=False), nn.RNNCell(4, 3, nonlinearity="relu")
h, c = torch.zeros(3, 3), torch.zeros(3, 3)
g = r = torch.zeros(3, 3)
for t in range(5):
    h, c = cell(x[t], (h, c))
    g = gcell(x[t], g)
    r = rcell(x[t], r)
print(stat(h), stat(c), stat(g), stat(r))
print(cell, gcell, rcell, cell(x[0])[0].shape, gcell(x[0, 0]).shape)
full = nn.LSTM(4, 3)
full.load_state_dict({k + "_l0": v for k, v in cell.state_dict().items()})
print(torch.allclose(full(x)[0][-1], h, atol=1e-6), torch.allclose(full(x)[1][1][0], c, atol=1e-6))
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pack_sequence, pad_sequence, unpad_sequence, unpack_sequence

lengths = torch.tensor([2, 5, 3])
packed = pack_padded_sequence(x, lengths, enforce_sorted=False)
print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices, packed.data.shape)
out, (h, c) = full(packed)
padded, lens = pad_packed_sequence(out)
print(type(out).__name__, padded.shape, lens, torch.allclose(padded[1, 0], h[0, 0]), padded[3, 0])
seqs = [torch.arange(3.0), torch.arange(2.0) + 10, torch.tensor([7.0])]
print(pad_sequence(seqs), pad_sequence(seqs, batch_first=True, padding_value=-1), pad_sequence(seqs, batch_first=True, padding_side="left"))
ps = pack_sequence(seqs)
print(ps, [s.tolist() for s in unpack_sequence(ps)])
print([s.tolist() for s in unpad_sequence(pad_sequence(seqs), torch.tensor([3, 2, 1]))])
for f in (lambda: pack_padded_sequence(x, [2, 5, 3]), lambda: pack_padded_sequence(x, [5, 0, 3], enforce_sorted=False), lambda: nn.LSTM(4, 3)(torch.randn(5, 3, 2)),
          lambda: nn.GRU(4, 3)(x, torch.zeros(1, 2, 3)), lambda: nn.LSTM(4, 3)(x, torch.zeros(1, 3, 3)), lambda: nn.RNN(4, 3, nonlinearity="gelu"), lambda: nn.LSTM(4, 3, proj_size=3),
          lambda: nn.LSTM(4, 0), lambda: nn.LSTM(4, 3, dropout=2.0), lambda: nn.GRU(4, 3, proj_size=1), lambda: nn.LSTMCell(4, 3)(torch.randn(2, 5)), lambda: nn.RNN(4, 3)(torch.randn(4))):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
