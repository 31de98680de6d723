import torch
from torch import nn

class Scale(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(d))
        self.beta = nn.Parameter(torch.zeros(d), requires_grad=False)
        self.gamma = torch.nn.parameter.Parameter(torch.full((d,), 2.0))

    def forward(self, x):
        return self.alpha * x + self.beta + self.gamma.detach() * x

m = Scale(3)
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
m(x).sum().backward()
print(m.alpha.grad, m.beta.grad, m.gamma.grad, x.grad, [n for n, p in m.named_parameters() if p.requires_grad])
m.zero_grad()
print(m.alpha.grad, x.grad)
for _ in range(2):
    (m(x) ** 2).mean().backward()
print(m.alpha.grad, sum(p.grad.norm() ** 2 for p in m.parameters() if p.grad is not None).sqrt())
with torch.no_grad():
    for p in m.parameters():
        if p.grad is not None:
            p -= 0.1 * p.grad
            p.grad = None
print(m.alpha, m.alpha.grad, m.alpha.requires_grad)
y = m(x)
print(torch.autograd.grad(y.sum(), [m.alpha, x]), torch.autograd.grad(m(x)[0], x)[0])
frozen = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
frozen[0].requires_grad_(False)
frozen(torch.ones(1, 2)).sum().backward()
print([p.grad is None for p in frozen.parameters()], [n for n, p in frozen.named_parameters() if p.requires_grad])
t = torch.ones(2, requires_grad=True)
u = t * 2
u.retain_grad()
(u * u).sum().backward()
print(t.grad, u.grad, (t.detach() * 3).requires_grad, t.data.add_(1), t)
v = torch.zeros(3, requires_grad=True)
v.data[0] = 5
w = v.clone()
w[1] = v[0] * 2
w.sum().backward()
print(v.grad, v)
