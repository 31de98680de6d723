import torch
from torch.func import functional_call, grad, vmap, jacrev, stack_module_state

torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1))
x, y = torch.randn(5, 3), torch.randn(5, 1)
params = {k: v.detach() for k, v in net.named_parameters()}
def loss(p, a, b):
    return ((functional_call(net, p, (a[None],)) - b) ** 2).mean()
per = vmap(grad(loss), in_dims=(None, 0, 0))(params, x, y)
print({k: tuple(v.shape) for k, v in per.items()})
net.zero_grad()
((net(x) - y) ** 2).mean().backward()
print(all(torch.allclose(per[k].mean(0), p.grad, atol=1e-5) for k, p in net.named_parameters()))
norms = torch.stack([g.flatten(1).norm(dim=1) for g in per.values()]).norm(dim=0)
print(norms, norms.argmax())
print(vmap(lambda a: a @ a)(x), vmap(vmap(torch.exp))(x[:2, :2]), vmap(lambda a, b: a * b, in_dims=(0, None))(x[:2], torch.arange(3.0)), vmap(torch.sum, in_dims=1)(x), vmap(jacrev(torch.sin))(x[:2, 0]))
J = vmap(jacrev(lambda a: functional_call(net, params, (a,))))(x)
print(J.shape, J[0])
