# k-means with ++ seeding, a Gaussian mixture by EM, nearest neighbours, silhouettes, a confusion table.
import math

import torch

torch.manual_seed(0)
centres = torch.tensor([[0.0, 0.0], [6.0, 0.0], [0.0, 6.0]])
labels = torch.arange(90) % 3
points = centres[labels] + 0.6 * torch.randn(90, 2)


def seed(points, k):
    chosen = [points[0]]
    for _ in range(k - 1):
        far = torch.cdist(points, torch.stack(chosen)).min(1).values
        chosen.append(points[far.argmax()])
    return torch.stack(chosen)


means, history = seed(points, 3), []
for step in range(20):
    distance = torch.cdist(points, means)
    owner = distance.argmin(1)
    history.append(distance.min(1).values.pow(2).sum().item())
    new = torch.stack([points[owner == k].mean(0) for k in range(3)])
    if torch.allclose(new, means):
        break
    means = new
print("steps", step, "falling", all(a >= b - 1e-3 for a, b in zip(history, history[1:])), means[means[:, 0].argsort()].round().abs())
confusion = torch.zeros(3, 3, dtype=torch.int64)
confusion.index_put_((labels, owner), torch.tensor(1), accumulate=True)
print(confusion.max(1).values, (confusion > 0).sum().item())
weights, mu, var = torch.full((3,), 1 / 3), means.clone(), torch.ones(3)
for step in range(25):
    log_p = weights.log() - torch.cdist(points, mu).pow(2) / (2 * var) - var.log() - math.log(2 * math.pi)
    total = log_p.logsumexp(1, keepdim=True)
    r = (log_p - total).exp()
    mass = r.sum(0)
    weights, mu = mass / len(points), (r.T @ points) / mass[:, None]
    var = (r * torch.cdist(points, mu).pow(2)).sum(0) / (2 * mass)
print("mixture", weights.round(decimals=2), var.sqrt().mean().item() < 0.8, f"{total.mean().item():.1f}", torch.allclose(r.sum(1), torch.ones(90), atol=1e-5))
D = torch.cdist(points, points)
D.fill_diagonal_(float("inf"))
near = D.topk(5, largest=False).indices
vote = labels[near].mode(1).values
print("knn", (vote == labels).float().mean(), near.shape)
D.fill_diagonal_(0.0)
same = owner[:, None] == owner
inner = (D * same).sum(1) / (same.sum(1) - 1)
outer = torch.stack([torch.where(owner == k, float("inf"), D[:, owner == k].mean(1)) for k in range(3)], 1).min(1).values
silhouette = (outer - inner) / torch.maximum(outer, inner)
print("silhouette > 0.7", silhouette.mean().item() > 0.7, silhouette.min().item() > 0)
heights = D.flatten().unique()[1:4]
print("smallest distances rise", (heights.diff() > 0).all().item(), torch.histc(D[0], bins=4, min=0, max=12).sum().item())
