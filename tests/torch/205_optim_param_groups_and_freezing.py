import torch
from torch import nn

torch.manual_seed(0)
net = nn.ModuleDict({"body": nn.Linear(2, 3), "head": nn.Linear(3, 1)})
opt = torch.optim.Adam([{"params": net["body"].parameters(), "lr": 1e-3}, {"params": net["head"].parameters()}], lr=1e-1)
print([g["lr"] for g in opt.param_groups], [len(g["params"]) for g in opt.param_groups], opt.defaults["lr"])
x, y = torch.randn(8, 2), torch.randn(8, 1)
start = {n: p.clone() for n, p in net.named_parameters()}
for _ in range(3):
    loss = (net["head"](net["body"](x).relu()) - y).pow(2).mean()
    opt.zero_grad(); loss.backward(); opt.step()
print({n: round((p - start[n]).abs().mean().item(), 5) for n, p in net.named_parameters()}, loss)
for p in net["body"].parameters():
    p.requires_grad = False
before = net["body"].weight.clone()
opt2 = torch.optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=0.1)
loss = (net["head"](net["body"](x).relu()) - y).pow(2).mean()
loss.backward(); opt2.step()
print(torch.equal(before, net["body"].weight), len(opt2.param_groups[0]["params"]), net["body"].weight.grad is None or net["body"].weight.grad.shape)
for g in opt.param_groups:
    g["lr"] *= 0.5
print([g["lr"] for g in opt.param_groups], opt)
