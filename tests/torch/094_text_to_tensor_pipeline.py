import re
from collections import Counter

import torch
from torch import nn

text = "the cat sat on the mat . the dog sat on the log ."
tokens = re.findall(r"\w+|\.", text)
counts = Counter(tokens)
vocab = ["<pad>", "<unk>"] + [w for w, _ in counts.most_common()]
stoi = {w: i for i, w in enumerate(vocab)}
encode = lambda s: torch.tensor([stoi.get(w, 1) for w in s.split()])
decode = lambda ids: " ".join(vocab[i] for i in ids.tolist())
ids = encode(text)
print(len(vocab), ids, decode(ids) == text, encode("the bird sat"), decode(torch.tensor([2, 0])))
bigram = torch.zeros(len(vocab), len(vocab), dtype=torch.int64)
for a, b in zip(ids, ids[1:]):
    bigram[a, b] += 1
print(bigram.sum(), bigram[stoi["the"]].nonzero().flatten().tolist(), vocab[bigram[stoi["on"]].argmax()])
probs = (bigram + 1).float()
probs /= probs.sum(1, keepdim=True)
nll = -probs[ids[:-1], ids[1:]].log().mean()
print(f"{nll:.4f} {nll.exp():.2f}", probs.sum(1).allclose(torch.ones(len(vocab))))
block = 4
xs = torch.stack([ids[i:i + block] for i in range(0, len(ids) - block, block)])
ys = torch.stack([ids[i + 1:i + block + 1] for i in range(0, len(ids) - block, block)])
print(xs, ys.shape, (xs[:, 1:] == ys[:, :-1]).all())
torch.manual_seed(0)
emb = nn.Embedding(len(vocab), 6, padding_idx=0)
lm = nn.Sequential(emb, nn.Flatten(), nn.Linear(block * 6, 16), nn.Tanh(), nn.Linear(16, len(vocab)))
ctx = ids.unfold(0, block + 1, 1)
opt = torch.optim.Adam(lm.parameters(), lr=0.05)
for step in range(41):
    loss = nn.functional.cross_entropy(lm(ctx[:, :-1]), ctx[:, -1])
    opt.zero_grad()
    loss.backward()
    opt.step()
print(f"{loss.item():.2f}", (lm(ctx[:, :-1]).argmax(-1) == ctx[:, -1]).float().mean() > 0.8, emb.weight[0].abs().sum())
onehot = nn.functional.one_hot(ids, len(vocab)).float()
tfidf = onehot.view(2, -1, len(vocab)).sum(1) if len(ids) % 2 == 0 else onehot.sum(0)[None]
print(onehot.shape, tfidf.shape, onehot.sum(0).topk(2), onehot.T @ onehot == torch.diag(onehot.sum(0)))
chars = torch.tensor([ord(c) for c in "hello"])
print(chars, "".join(map(chr, chars)), chars - ord("a"), bytes(chars.tolist()), (chars == ord("l")).sum(), chars.unique().numel())
