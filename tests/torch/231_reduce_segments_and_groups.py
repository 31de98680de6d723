import torch

v = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
g = torch.tensor([0, 1, 0, 2, 1, 0])
n = torch.bincount(g)
print(n, torch.zeros(3).index_add_(0, g, v), torch.zeros(3).scatter_add_(0, g, v) / n, torch.stack([v[g == k].max() for k in range(3)]), torch.zeros(3).scatter_reduce_(0, g, v, "amin", include_self=False), [v[g == k].tolist() for k in g.unique()])
order = g.argsort(stable=True)
print(order, v[order].split(n.tolist()), [s.mean().item() for s in v[order].split(n.tolist())], v[order].cumsum(0)[n.cumsum(0) - 1].diff(prepend=torch.zeros(1)))
onehot = torch.nn.functional.one_hot(g).float()
print(onehot.T @ v, (onehot * v[:, None]).amax(0), onehot.sum(0), torch.unique_consecutive(g[order], return_counts=True), v.view(2, 3).repeat_interleave(2, 0).sum(0))
