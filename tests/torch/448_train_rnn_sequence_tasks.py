import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence

torch.manual_seed(0)
text = "hello world hello there"
vocab = sorted(set(text))
stoi = {c: i for i, c in enumerate(vocab)}
ids = torch.tensor([stoi[c] for c in text])
print(len(vocab), ids[:6].tolist())


class CharModel(nn.Module):
    def __init__(self, kind, v, d=12):
        super().__init__()
        self.emb = nn.Embedding(v, d)
        self.rnn = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}[kind](d, d, batch_first=True)
        self.out = nn.Linear(d, v)

    def forward(self, x, state=None):
        h, state = self.rnn(self.emb(x), state)
        return self.out(h), state


@torch.no_grad()
def sample(model, start, n):
    out, x, state = start, torch.tensor([[stoi[start]]]), None
    for _ in range(n):
        logits, state = model(x, state)
        x = logits[:, -1:].argmax(-1)
        out += vocab[x.item()]
    return out


for kind in ("rnn", "gru", "lstm"):
    torch.manual_seed(1)
    model = CharModel(kind, len(vocab))
    opt = torch.optim.Adam(model.parameters(), lr=0.03)
    for step in range(40):
        logits, _ = model(ids[None, :-1])
        loss = nn.functional.cross_entropy(logits.transpose(1, 2), ids[None, 1:])
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
    print(kind, f"{loss.item():.3f}", len(sample(model, "h", 10)), sum(p.numel() for p in model.parameters()))
seqs = [torch.randint(1, 5, (n,)) for n in (5, 2, 4)]
lengths = torch.tensor([len(s) for s in seqs])
x = pad_sequence(seqs, batch_first=True)
y = torch.tensor([float(s.sum() % 2) for s in seqs])
print(x, lengths, y)


class Parity(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(5, 6, padding_idx=0)
        self.gru = nn.GRU(6, 8, bidirectional=True, batch_first=True)
        self.head = nn.Linear(16, 1)

    def forward(self, x, lengths):
        packed = pack_padded_sequence(self.emb(x), lengths, batch_first=True, enforce_sorted=False)
        out, h = self.gru(packed)
        out, _ = pad_packed_sequence(out, batch_first=True)
        self.mean = out.sum(1) / lengths[:, None]
        return self.head(torch.cat([h[0], h[1]], -1)).squeeze(-1)


model = Parity()
opt = torch.optim.RMSprop(model.parameters(), lr=0.01)
for step in range(15):
    loss = nn.functional.binary_cross_entropy_with_logits(model(x, lengths), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 5 == 4:
        print(step, f"{loss.item():.4f}")
print(model.mean.shape, model.emb.weight[0].abs().sum().item(), model.emb.weight.grad[0].abs().sum().item())
alone = model(x[1:2, :2], lengths[1:2])
print(torch.allclose(alone, model(x, lengths)[1:2], atol=1e-5))
cell = nn.LSTMCell(1, 4)
head = nn.Linear(4, 1)
wave = torch.sin(torch.arange(20) * 0.5)[:, None]
opt = torch.optim.LBFGS([*cell.parameters(), *head.parameters()], lr=0.5, max_iter=4)


def closure():
    opt.zero_grad()
    h = c = torch.zeros(1, 4)
    loss = 0
    for t in range(19):
        h, c = cell(wave[t:t + 1], (h, c))
        loss = loss + (head(h) - wave[t + 1]).pow(2).mean()
    loss.backward()
    return loss


print([round(opt.step(closure).item(), 2) for _ in range(2)])
