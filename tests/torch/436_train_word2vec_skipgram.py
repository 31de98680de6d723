import torch
from torch import nn
import torch.nn.functional as F
from collections import Counter, defaultdict
import re

text = """the king rules the land and the queen rules the land . the king and the queen live in the castle .
a dog chases a cat and a cat chases a mouse . the dog and the cat live in the house ."""
words = re.findall(r"[a-z]+", text)
counts = Counter(words)
vocab = [w for w, c in counts.most_common() if c >= 2]
index = {w: i for i, w in enumerate(vocab)}
print(len(words), len(vocab), counts.most_common(3))
ids = [index[w] for w in words if w in index]
pairs = torch.tensor([(ids[i], ids[j]) for i in range(len(ids)) for j in range(max(0, i - 2), min(len(ids), i + 3)) if i != j])
freq = torch.tensor([counts[w] for w in vocab], dtype=torch.float) ** 0.75
print(pairs.shape, (freq / freq.sum()).round(decimals=3))


class SkipGram(nn.Module):
    def __init__(self, v, d):
        super().__init__()
        self.inp, self.out = nn.Embedding(v, d), nn.Embedding(v, d)
        nn.init.uniform_(self.inp.weight, -0.5 / d, 0.5 / d)
        nn.init.zeros_(self.out.weight)

    def forward(self, centre, context, negative):
        c = self.inp(centre)
        pos = (c * self.out(context)).sum(-1)
        neg = torch.bmm(self.out(negative), c.unsqueeze(-1)).squeeze(-1)
        return -(F.logsigmoid(pos) + F.logsigmoid(-neg).sum(-1)).mean()


torch.manual_seed(0)
model = SkipGram(len(vocab), 8)
opt = torch.optim.Adam(model.parameters(), lr=0.05)
for epoch in range(8):
    order = torch.randperm(len(pairs))
    losses = []
    for batch in order.split(32):
        centre, context = pairs[batch].unbind(1)
        negative = torch.multinomial(freq, len(batch) * 3, replacement=True).view(len(batch), 3)
        loss = model(centre, context, negative)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
    print(f"epoch {epoch} {sum(losses) / len(losses):.4f}")
E_ = F.normalize(model.inp.weight.detach(), dim=1)


def nearest(word, k=3):
    sims = E_ @ E_[index[word]]
    top = sims.topk(k + 1).indices.tolist()
    return [vocab[i] for i in top if vocab[i] != word][:k]


for w in ("king", "cat", "the"):
    print(f"{w:>5}", nearest(w))
cooc = torch.zeros(len(vocab), len(vocab))
cooc.index_put_((pairs[:, 0], pairs[:, 1]), torch.ones(len(pairs)), accumulate=True)
total = cooc.sum()
pmi = (cooc * total / (cooc.sum(1, keepdim=True) * cooc.sum(0, keepdim=True))).clamp(min=1.0).log()
U, S, V = torch.linalg.svd(pmi)
print(torch.equal(cooc, cooc.T), S[:4].round(decimals=3), (pmi > 0).sum().item())
groups = defaultdict(list)
for w in vocab:
    groups[len(w)].append(w)
print({k: sorted(v) for k, v in sorted(groups.items())})
