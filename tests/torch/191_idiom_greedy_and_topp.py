import torch

torch.manual_seed(0)
table = torch.randn(6, 6)
def greedy(start, n):
    out = [start]
    for _ in range(n):
        out.append(table[out[-1]].argmax().item())
    return out
print(greedy(0, 5), greedy(3, 5))
def top_p(logits, p):
    s, i = logits.sort(descending=True)
    c = s.softmax(-1).cumsum(-1)
    keep = c - s.softmax(-1) < p
    filtered = torch.full_like(logits, -torch.inf)
    filtered[i[keep]] = logits[i[keep]]
    return filtered
for p in (0.1, 0.5, 0.9):
    f = top_p(table[0], p)
    print(p, f.softmax(-1), (f > -torch.inf).sum().item())
def top_k(logits, k):
    v = logits.topk(k).values[..., -1, None]
    return logits.where(logits >= v, torch.tensor(-torch.inf))
print(top_k(table, 2).isfinite().sum(-1), (table / 0.5).softmax(-1)[0], (table[0] / 100).softmax(-1))
g = torch.Generator().manual_seed(1)
print([torch.multinomial(top_k(table[0], 3).softmax(-1), 1, generator=g).item() for _ in range(8)])
