import torch
from collections import Counter

text = "the cat sat on the mat and the dog sat on the cat"
words = text.split()
vocab = sorted(set(words))
stoi = {w: i for i, w in enumerate(vocab)}
itos = {i: w for w, i in stoi.items()}
ids = torch.tensor([stoi[w] for w in words])
print(len(vocab), ids, ids.shape, [itos[i.item()] for i in ids[:3]])
counts = torch.bincount(ids, minlength=len(vocab))
print(counts, counts.sum().item() == len(words), counts.argmax().item(), itos[counts.argmax().item()])
probs = counts / counts.sum()
print(probs, probs.sum(), -(probs * probs.log()).sum())
pairs = torch.zeros(len(vocab), len(vocab), dtype=torch.long)
for a, b in zip(ids[:-1], ids[1:]):
    pairs[a, b] += 1
print(pairs[stoi["the"]], {itos[j]: int(c) for j, c in enumerate(pairs[stoi["the"]]) if c > 0})
transition = (pairs + 1).float()
transition /= transition.sum(1, keepdim=True)
nll = -transition[ids[:-1], ids[1:]].log().mean()
print(f"nll {nll:.4f} ppl {nll.exp():.3f}", transition.sum(1))
print(Counter(words).most_common(2), sorted(Counter(ids.tolist()).items())[:3])
top = counts.topk(3)
for c, i in zip(*top):
    print(f"{itos[i.item()]!r:>6}: {c} ({c / len(words):.0%})")
