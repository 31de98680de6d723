import torch
from torch.autograd.functional import hessian, jacobian, jvp, vjp

def f(x):
    return torch.stack([x[0] ** 2 + x[1], x[0] * x[1], x.sum()])

x = torch.tensor([2.0, 3.0])
print(jacobian(f, x), jacobian(lambda a, b: a * b, (x, x)), hessian(lambda v: (v ** 3).sum() + v[0] * v[1], x))
print(vjp(f, x, torch.tensor([1.0, 0.0, 2.0])), jvp(f, x, torch.tensor([1.0, 1.0])))
print(torch.func.grad(lambda v: (v ** 2).sum())(x), torch.func.grad(lambda a, b: (a * b).sum(), argnums=1)(x, x + 1), torch.func.jacrev(f)(x), torch.func.jacfwd(f)(x), torch.func.hessian(lambda v: v.prod())(x), torch.func.grad_and_value(lambda v: v.norm())(x))
print(torch.vmap(lambda r: r * r.sum())(torch.arange(6.0).view(3, 2)), torch.func.vmap(torch.dot)(torch.ones(3, 2), torch.arange(6.0).view(3, 2)), torch.vmap(torch.func.grad(lambda w, z: (w * z).sum() ** 2), in_dims=(None, 0))(x, torch.eye(2)))
print(torch.func.grad(torch.func.grad(lambda t: t ** 4))(torch.tensor(2.0)), torch.func.vmap(lambda v: v + 1, in_dims=1, out_dims=1)(torch.zeros(2, 3)).shape)
out, back = torch.func.vjp(f, x)
print(out, back(torch.ones(3)), torch.func.jvp(f, (x,), (torch.ones(2),)))
net = torch.nn.Linear(2, 1)
with torch.no_grad():
    net.weight.copy_(torch.tensor([[1.0, -1.0]]))
    net.bias.fill_(0.5)
params = dict(net.named_parameters())
print(torch.func.functional_call(net, {"weight": torch.ones(1, 2), "bias": torch.zeros(1)}, (x,)), torch.func.functional_call(net, params, x), net(x))
g = torch.func.grad(lambda p: torch.func.functional_call(net, p, (x,)).sum())({k: v.detach() for k, v in params.items()})
print(g)
w = torch.tensor([1.0, 2.0], requires_grad=True)
H = torch.autograd.functional.hessian(lambda v: (v[0] ** 2 * v[1]).sum(), w.detach())
print(H, H.equal(H.T), torch.linalg.eigvalsh(H))
y = (w ** 3).sum()
(g,) = torch.autograd.grad(y, w, create_graph=True)
hvp = torch.autograd.grad((g * torch.tensor([1.0, 0.5])).sum(), w)[0]
print(hvp, [torch.autograd.grad(gi, w, retain_graph=True)[0].tolist() for gi in torch.autograd.grad((w ** 3).sum(), w, create_graph=True)[0]])
