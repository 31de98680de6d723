import torch
from torch import nn

torch.manual_seed(0)
X, y = torch.randn(16, 3), torch.randn(16, 1)
def fresh():
    torch.manual_seed(1)
    return nn.Linear(3, 1)
full, acc = fresh(), fresh()
nn.functional.mse_loss(full(X), y).backward()
for i in range(0, 16, 4):
    (nn.functional.mse_loss(acc(X[i:i + 4]), y[i:i + 4]) / 4).backward()
print(torch.allclose(full.weight.grad, acc.weight.grad, atol=1e-6), full.bias.grad)
m = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
m[0].requires_grad_(False)
loss = m(X).mean()
loss.backward()
print([p.grad is None for p in m.parameters()], loss.grad_fn is not None)
with torch.no_grad():
    h = m[1](m[0](X))
print(h.requires_grad, m[2](h).requires_grad, m[0](X).requires_grad)
opt = torch.optim.SGD([p for p in m.parameters() if p.requires_grad], lr=0.1)
before = [p.clone() for p in m.parameters()]
opt.step()
print([torch.equal(a, b) for a, b in zip(before, m.parameters())])
x = torch.ones(2, requires_grad=True)
for k in range(3):
    (x * k).sum().backward()
print(x.grad)
detached = (x * 2).detach()
detached.requires_grad_(True)
(detached * 3).sum().backward()
print(detached.grad, x.grad, detached.is_leaf)
scaler = 1024.0
x.grad = None
((x * 0.5).sum() * scaler).backward()
x.grad.div_(scaler)
print(x.grad, torch.isfinite(x.grad).all())
