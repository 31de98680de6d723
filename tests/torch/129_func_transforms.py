import torch
from torch.func import grad, vmap, jacrev, jacfwd, hessian, vjp, jvp, grad_and_value, functional_call

f = lambda x: (x ** 3).sum()
x = torch.tensor([1.0, 2.0])
print(grad(f)(x), grad(grad(lambda t: t ** 4))(torch.tensor(2.0)), grad_and_value(f)(x), jacrev(lambda t: t ** 2)(x), jacfwd(torch.sin)(x), hessian(f)(x))
out, pull = vjp(lambda t: t * 2, x)
print(out, pull(torch.ones(2)), jvp(lambda t: t ** 2, (x,), (torch.ones(2),)))
print(vmap(torch.dot)(torch.arange(6.0).view(3, 2), torch.ones(3, 2)), vmap(lambda a: a.sum())(torch.ones(3, 4)), vmap(lambda a, b: a + b, in_dims=(0, None))(torch.arange(3.0), torch.tensor(10.0)))
print(vmap(grad(lambda w, a: (w * a).sum() ** 2), in_dims=(None, 0))(x, torch.tensor([[1.0, 0.0], [1.0, 1.0]])))
print(grad(lambda a, b: (a * b).sum(), argnums=1)(x, torch.ones(2)), grad(lambda a, b: (a * b).sum(), argnums=(0, 1))(x, x), grad(lambda t: ((t ** 2).sum(), t * 2), has_aux=True)(x))
net = torch.nn.Linear(2, 1)
params = {k: torch.ones_like(v) for k, v in net.named_parameters()}
print(functional_call(net, params, (torch.tensor([[1.0, 2.0]]),)))
def loss(p, a, y):
    return (functional_call(net, p, (a,)) - y).pow(2).mean()
print(grad(loss)(params, torch.tensor([[1.0, 2.0]]), torch.tensor([[0.0]])))
per = vmap(grad(loss), in_dims=(None, 0, 0))(params, torch.tensor([[1.0, 2.0], [0.0, 1.0]]), torch.zeros(2, 1))
print(per["weight"].shape, per["weight"], per["bias"])
from torch.autograd.functional import jacobian, hessian as hess, hvp, vjp as vjp2, jvp as jvp2
print(jacobian(lambda t: t ** 2, x), jacobian(lambda a, b: a * b, (x, x)), hess(f, x), hvp(f, x, torch.ones(2)), vjp2(lambda t: t * 3, x, torch.ones(2)))
print(vmap(lambda t: t * 2, out_dims=1)(torch.ones(2, 3)).shape, vmap(torch.matmul)(torch.ones(4, 2, 3), torch.ones(4, 3)).shape, torch.vmap(lambda a: torch.stack([a, a]))(torch.arange(2.0)))
