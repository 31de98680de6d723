import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 4))
with torch.no_grad():
    net[0].weight[2:4] = 0
    net[2].weight[:, 5].zero_()
    net[0].bias.fill_(0.1)
print(net[0].weight.count_nonzero(), net[2].weight.norm(dim=0))
net[2].weight = nn.Parameter(net[0].weight.T.contiguous())
print(net(torch.ones(1, 4)).shape, net[2].weight.is_leaf)
keep = net[0].weight.norm(dim=1) > 0
small = nn.Sequential(nn.Linear(4, int(keep.sum())), nn.ReLU(), nn.Linear(int(keep.sum()), 4))
small.load_state_dict({"0.weight": net[0].weight[keep], "0.bias": net[0].bias[keep], "2.weight": net[2].weight[:, keep], "2.bias": net[2].bias})
x = torch.randn(5, 4)
print((net(x) - small(x)).abs().max().item() < 1, [tuple(p.shape) for p in small.parameters()])
folded = nn.Linear(4, 4)
ln = nn.LayerNorm(4)
nn.init.normal_(ln.weight)
with torch.no_grad():
    folded.weight.copy_(net[2].weight[:, :4] * ln.weight)
    folded.bias.copy_(net[2].weight[:, :4] @ ln.bias)
normed = nn.functional.layer_norm(x, (4,))
print(torch.allclose(folded(normed), nn.functional.linear(ln(x), net[2].weight[:, :4]), atol=1e-5))
tied = nn.ModuleDict({"a": nn.Linear(3, 3), "b": nn.Linear(3, 3)})
tied["b"].weight = tied["a"].weight
print(len(list(tied.parameters())), len(tied.state_dict()), tied["a"].weight is tied["b"].weight)
tied["a"].weight.data.mul_(0)
print(tied["b"].weight.sum().item(), tied)
for name, module in net.named_modules():
    if isinstance(module, nn.Linear):
        setattr(net, name, nn.Identity())
print(net, [n for n, _ in net.named_children()])
u, s, vh = torch.linalg.svd(small[0].weight.detach(), full_matrices=False)
low = (u[:, :2] * s[:2]) @ vh[:2]
print(torch.linalg.matrix_rank(low).item(), f"{(low - small[0].weight).norm() / small[0].weight.norm():.4f}")
