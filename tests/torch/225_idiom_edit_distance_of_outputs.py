import torch

a, b = torch.tensor([1, 2, 3, 4]), torch.tensor([1, 3, 3, 5])
print((a == b).float().mean(), (a != b).nonzero().flatten().tolist(), torch.equal(a, b), (a - b).abs().sum(), [i for i, (x, y) in enumerate(zip(a, b)) if x != y])
p, q = torch.tensor([0.5, 0.25, 0.25]), torch.tensor([0.25, 0.5, 0.25])
m = (p + q) / 2
kl = lambda s, t: (s * (s / t).log()).sum()
print(kl(p, q), kl(q, p), 0.5 * kl(p, m) + 0.5 * kl(q, m), (p - q).abs().sum() / 2, (p.sqrt() - q.sqrt()).norm() / 2 ** 0.5, (p * q).sum(), -(p * p.log2()).sum(), torch.nn.functional.kl_div(q.log(), p, reduction="sum"))
print(set(a.tolist()) & set(b.tolist()), torch.cat([a, b]).unique(return_counts=True), torch.isin(a, b), a[~torch.isin(a, b)])
