import torch
from torch import nn
import torch.nn.functional as F


class ReverseGrad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, lam):
        ctx.lam = lam
        return x.view_as(x)

    @staticmethod
    def backward(ctx, g):
        return -ctx.lam * g, None


class STE(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return (x > 0).float()

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g * (x.abs() <= 1).float()


class DANN(nn.Module):
    def __init__(self):
        super().__init__()
        self.f, self.y, self.d = nn.Linear(4, 6), nn.Linear(6, 2), nn.Linear(6, 2)

    def forward(self, x, lam=1.0):
        h = torch.relu(self.f(x))
        return self.y(h), self.d(ReverseGrad.apply(h, lam))


torch.manual_seed(0)
net, x = DANN(), torch.randn(8, 4)
label, domain = torch.randint(0, 2, (8,)), torch.arange(8) % 2
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for step in range(4):
    a, b = net(x, lam=2 / (1 + torch.exp(torch.tensor(-float(step))).item()) - 1)
    loss = F.cross_entropy(a, label) + F.cross_entropy(b, domain)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{step} {loss.item():.4f} {net.f.weight.grad.norm().item():.4f}")
w = nn.Parameter(torch.tensor([0.5, -0.5, 2.0, -3.0]))
(STE.apply(w) * torch.arange(1.0, 5.0)).sum().backward()
print(w.grad, STE.apply(w))
from torch.utils.checkpoint import checkpoint, checkpoint_sequential

calls = []


class Noisy(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.lin = nn.Linear(d, d)

    def forward(self, x):
        calls.append(torch.is_grad_enabled())
        return torch.tanh(self.lin(x))


blocks = nn.Sequential(Noisy(4), Noisy(4), Noisy(4))
inp = torch.randn(2, 4, requires_grad=True)
ref = blocks(inp).sum()
ref.backward()
want = inp.grad.clone()
inp.grad = None
calls.clear()
h = inp
for b in blocks:
    h = checkpoint(b, h, use_reentrant=False)
h.sum().backward()
print(torch.allclose(inp.grad, want), len(calls))
inp.grad = None
checkpoint_sequential(blocks, 2, inp, use_reentrant=False).sum().backward()
print(torch.allclose(inp.grad, want))
emb = nn.Embedding(5, 3)
soft = torch.softmax(torch.randn(2, 5, requires_grad=True), -1)
hard = F.one_hot(soft.argmax(-1), 5).float()
st = hard + soft - soft.detach()
out = st @ emb.weight
out.sum().backward()
print(torch.equal(st.detach().round(), hard), emb.weight.grad.sum().round(decimals=3))
p = nn.Parameter(torch.ones(3))
with torch.no_grad():
    p[1] = 5.0
p.register_hook(lambda g: g * 10)
p.register_post_accumulate_grad_hook(lambda t: print("accumulated", t.grad))
(p * torch.tensor([1.0, 2.0, 0.5])).sum().backward()
print(p.grad, p)
y = (p ** 2).sum()
(g1,) = torch.autograd.grad(y, p, create_graph=True)
print(g1, torch.autograd.grad(g1.sum(), p)[0])
fisher = {n: torch.zeros_like(q) for n, q in net.named_parameters()}
for i in range(4):
    net.zero_grad()
    F.log_softmax(net(x[i:i + 1])[0], -1)[0, label[i]].backward()
    for n, q in net.named_parameters():
        if q.grad is not None:
            fisher[n] += q.grad ** 2 / 4
print({n: round(v.sum().item(), 4) for n, v in fisher.items()})
