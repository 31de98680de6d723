import torch
from torch import nn

torch.manual_seed(1)
text = "hello glass box, hello glass "
chars = sorted(set(text))
stoi = {c: i for i, c in enumerate(chars)}
data = torch.tensor([stoi[c] for c in text])

class CharRNN(nn.Module):
    def __init__(self, vocab, d=12):
        super().__init__()
        self.emb = nn.Embedding(vocab, d)
        self.rnn = nn.GRU(d, 16, batch_first=True)
        self.out = nn.Linear(16, vocab)

    def forward(self, x, h=None):
        o, h = self.rnn(self.emb(x), h)
        return self.out(o), h

model = CharRNN(len(chars))
opt = torch.optim.Adam(model.parameters(), lr=0.03)
for step in range(61):
    logits, _ = model(data[None, :-1])
    loss = nn.functional.cross_entropy(logits[0], data[1:])
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 20 == 0:
        print(step, f"{loss.item():.3f}")

@torch.no_grad()
def generate(prefix, n):
    model.eval()
    h, out = None, prefix
    x = torch.tensor([[stoi[c] for c in prefix]])
    for _ in range(n):
        logits, h = model(x, h)
        i = logits[0, -1].argmax().item()
        out += chars[i]
        x = torch.tensor([[i]])
    return out

print(repr(generate("hello ", 10)), sum(p.numel() for p in model.parameters()))
