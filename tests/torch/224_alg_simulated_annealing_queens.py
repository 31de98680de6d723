import torch

g = torch.Generator().manual_seed(0)
def conflicts(b):
    i = torch.arange(len(b))
    d = (b[:, None] - b).abs()
    return ((d == 0) | (d == (i[:, None] - i).abs())).triu(1).sum().item()
b = torch.randperm(8, generator=g)
temp, cost = 2.0, conflicts(b)
for step in range(400):
    i, j = torch.randint(8, (2,), generator=g).tolist()
    new = b.clone()
    new[i], new[j] = b[j].item(), b[i].item()
    delta = conflicts(new) - cost
    if delta <= 0 or torch.rand((), generator=g) < torch.exp(torch.tensor(-delta / temp)):
        b, cost = new, cost + delta
    temp *= 0.99
    if cost == 0:
        break
print(step, cost, b)
print("\n".join(" ".join("Q" if b[r] == c else "." for c in range(8)) for r in range(8)))
