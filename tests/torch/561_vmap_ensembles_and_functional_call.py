import torch
import torch.nn as nn
from torch.func import functional_call, grad, stack_module_state, vmap

torch.manual_seed(0)
models = [nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)) for _ in range(3)]
params, buffers = stack_module_state(models)
print({k: tuple(v.shape) for k, v in params.items()}, buffers)
base = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)).to("meta")
x = torch.randn(5, 3)
out = vmap(lambda p, b, x: functional_call(base, (p, b), (x,)), in_dims=(0, 0, None))(params, buffers, x)
print(out.shape, torch.allclose(out, torch.stack([m(x) for m in models]), atol=1e-6))
model = models[0]
weights = {k: v.detach() for k, v in model.named_parameters()}


def loss(p, x, y):
    return ((functional_call(model, p, (x[None],))[0, 0] - y) ** 2)


y = torch.arange(5.0)
per_sample = vmap(grad(loss), in_dims=(None, 0, 0))(weights, x, y)
print({k: tuple(v.shape) for k, v in per_sample.items()})
for p in model.parameters():
    p.grad = None
sum(loss(dict(model.named_parameters()), x[i], y[i]) for i in range(5)).backward()
print(all(torch.allclose(per_sample[k].sum(0), p.grad, atol=1e-4) for k, p in model.named_parameters()))
norms = torch.stack([g.flatten(1).norm(dim=1) for g in per_sample.values()]).norm(dim=0)
print(norms.shape, (norms > 0).all())
print(vmap(torch.dot)(torch.ones(2, 3), torch.arange(6.0).view(2, 3)), vmap(lambda a: a.sum(), in_dims=1)(torch.ones(2, 3)), vmap(torch.mul, in_dims=(0, None))(torch.arange(3), torch.tensor(2)))
print(vmap(vmap(lambda a, b: a * b, (None, 0)), (0, None))(torch.arange(3), torch.arange(2)), torch.func.jacrev(lambda z: z ** 2)(torch.arange(3.0)))
g, aux = torch.func.grad(lambda z: ((z ** 2).sum(), z * 2), has_aux=True)(torch.ones(2))
print(g, aux, torch.func.grad_and_value(lambda z: (z ** 3).sum())(torch.ones(2)))
