# Sinkhorn's iterations, optimal assignment by brute force, earth mover's distance on a line, softmax annealing.
import itertools

import torch

torch.manual_seed(0)
a, b = torch.tensor([0.5, 0.3, 0.2]), torch.tensor([0.25, 0.25, 0.25, 0.25])
x, y = torch.tensor([0.0, 1.0, 3.0]), torch.tensor([0.0, 1.0, 2.0, 4.0])
cost = (x[:, None] - y) ** 2


def sinkhorn(cost, a, b, eps, steps=300):
    f, g = torch.zeros_like(a), torch.zeros_like(b)
    for _ in range(steps):
        f = eps * (a.log() - torch.logsumexp((g - cost) / eps, 1))
        g = eps * (b.log() - torch.logsumexp((f[:, None] - cost) / eps, 0))
    return torch.exp((f[:, None] + g - cost) / eps)


for eps in [5.0, 0.5, 0.1]:
    plan = sinkhorn(cost, a, b, eps)
    print(eps, plan.round(decimals=3), "rows", torch.allclose(plan.sum(1), a, atol=1e-3), "cols", torch.allclose(plan.sum(0), b, atol=1e-3), f"cost {(plan * cost).sum():.3f}")
cdf = lambda points, weights, grid: (weights * (points[:, None] <= grid[None]).T).sum(1)
grid = torch.cat([x, y]).unique()
emd = ((cdf(x, a, grid) - cdf(y, b, grid)).abs()[:-1] * grid.diff()).sum()
print("earth mover", emd.round(decimals=4))
square = torch.randint(0, 10, (4, 4)).float()
best = min(itertools.permutations(range(4)), key=lambda p: square[range(4), p].sum().item())
soft = sinkhorn(square, torch.ones(4) / 4, torch.ones(4) / 4, 0.05, 500) * 4
print(square, best, square[range(4), best].sum().item(), torch.allclose((soft * square).sum(), square[range(4), list(best)].sum(), atol=0.1))
doubly = torch.rand(5, 5)
for step in range(60):
    doubly = doubly / doubly.sum(1, keepdim=True)
    doubly = doubly / doubly.sum(0, keepdim=True)
print(torch.allclose(doubly.sum(0), torch.ones(5)), torch.allclose(doubly.sum(1), torch.ones(5), atol=1e-4))
logits = torch.tensor([1.0, 2.0, 3.0])
for temperature in [10.0, 1.0, 0.1, 0.01]:
    p = (logits / temperature).softmax(0)
    print(temperature, p.round(decimals=3), f"entropy {torch.distributions.Categorical(p).entropy():.3f}")
