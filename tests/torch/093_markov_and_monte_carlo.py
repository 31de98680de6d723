import torch

P = torch.tensor([[0.9, 0.1, 0.0], [0.2, 0.7, 0.1], [0.0, 0.3, 0.7]])
print(P.sum(1), torch.linalg.matrix_power(P, 50)[0], (torch.tensor([1.0, 0, 0]) @ torch.linalg.matrix_power(P, 3)))
L, V = torch.linalg.eig(P.T)
i = (L.real - 1).abs().argmin()
pi = V[:, i].real / V[:, i].real.sum()
print(pi, torch.allclose(pi @ P, pi, atol=1e-5))
torch.manual_seed(0)
s, counts = 0, torch.zeros(3)
for _ in range(300):
    s = torch.multinomial(P[s], 1).item()
    counts[s] += 1
print(counts, (counts / 300 - pi).abs().max() < 0.15)
pts = torch.rand(2000, 2)
inside = (pts.pow(2).sum(1) <= 1).float()
print(f"{4 * inside.mean():.3f} ± {4 * inside.std() / 2000 ** 0.5:.3f}", inside.sum())
walk = torch.randint(0, 2, (5, 50)) * 2 - 1
path = walk.cumsum(1)
print(path[:, -1], path.abs().max(1).values, path.float().var(0)[-1])
boot = torch.randn(50)
means = torch.stack([boot[torch.randint(50, (50,))].mean() for _ in range(200)])
print(f"{boot.mean():.3f} [{means.quantile(0.025):.3f}, {means.quantile(0.975):.3f}]")
perm = torch.stack([torch.randperm(6) for _ in range(3)])
print(perm, perm.sort(1)[0].equal(torch.arange(6).expand(3, 6)), (perm == torch.arange(6)).sum(1))
g = torch.Generator().manual_seed(42)
obs, x = torch.zeros(100), torch.tensor(0.0)
for t in range(100):
    prop = x + torch.randn((), generator=g)
    if torch.rand((), generator=g) < torch.exp(-0.5 * (prop ** 2 - x ** 2)):
        x = prop
    obs[t] = x
print(f"{obs.mean():.3f} {obs.std():.3f}", obs[:5])
inv = -torch.log(1 - torch.rand(500))
print(f"{inv.mean():.2f} {inv.median():.2f}", torch.empty(3).exponential_(2.0), torch.poisson(torch.tensor([1.0, 5.0])), torch.randperm(4)[:2])
