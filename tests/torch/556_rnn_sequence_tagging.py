import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

torch.manual_seed(0)
sequences = [torch.randint(1, 9, (n,)) for n in (5, 3, 2)]
x = pad_sequence(sequences, batch_first=True)
tags = (x % 2) * (x > 0)
lengths = torch.tensor([len(s) for s in sequences])


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(9, 6, padding_idx=0)
        self.rnn = nn.LSTM(6, 5, batch_first=True, bidirectional=True, num_layers=2)
        self.out = nn.Linear(10, 2)

    def forward(self, x, lengths):
        packed = pack_padded_sequence(self.embed(x), lengths, batch_first=True)
        h, (hn, cn) = self.rnn(packed)
        h, sizes = pad_packed_sequence(h, batch_first=True)
        return self.out(h), hn


model = Tagger()
print(model)
logits, hn = model(x, lengths)
print(x, logits.shape, hn.shape, [n for n, _ in model.rnn.named_parameters()][:4])
opt = torch.optim.Adam(model.parameters(), lr=0.05)
for step in range(16):
    logits, _ = model(x, lengths)
    loss = nn.functional.cross_entropy(logits[x > 0], tags[x > 0])
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 5 == 0:
        print(step, f"{loss.item():.4f}")
print((model(x, lengths)[0].argmax(-1) * (x > 0)).equal(tags), model.embed.weight.grad[0].abs().sum())
gru = nn.GRU(4, 3)
out, h = gru(torch.ones(2, 1, 4))
cell = nn.GRUCell(4, 3)
cell.load_state_dict({k.replace("_l0", ""): v for k, v in gru.state_dict().items()})
step = cell(torch.ones(1, 4), cell(torch.ones(1, 4)))
print(torch.allclose(step, out[1], atol=1e-6), h.shape, nn.RNN(2, 3, nonlinearity="relu")(torch.ones(1, 1, 2))[0].shape)
try:
    gru(torch.ones(2, 1, 5))
except RuntimeError as e:
    print(e)
