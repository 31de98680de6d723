import torch
from torch import nn
from torch.func import functional_call, grad, grad_and_value, vmap, stack_module_state, jacrev, hessian, jvp, vjp
import copy

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1))
params = {k: v.detach() for k, v in net.named_parameters()}


def loss_fn(params, x, y):
    return ((functional_call(net, params, (x,)) - y) ** 2).mean()


def task(seed):
    g = torch.Generator().manual_seed(seed)
    amp, phase = torch.rand(2, generator=g) * torch.tensor([2.0, 3.0]) + 0.5
    x = torch.rand(10, 1, generator=g) * 4 - 2
    return x, amp * torch.sin(x + phase)


def adapt(params, x, y, lr=0.1, steps=2):
    for _ in range(steps):
        g = grad(loss_fn)(params, x, y)
        params = {k: p - lr * g[k] for k, p in params.items()}
    return params


def meta_loss(params, x, y):
    return loss_fn(adapt(params, x[:5], y[:5]), x[5:], y[5:])


for it in range(6):
    total = {k: torch.zeros_like(v) for k, v in params.items()}
    losses = []
    for seed in range(it * 4, it * 4 + 4):
        x, y = task(seed)
        g, value = grad_and_value(meta_loss)(params, x, y)
        losses.append(value.item())
        total = {k: total[k] + g[k] for k in total}
    params = {k: p - 0.05 * total[k] / 4 for k, p in params.items()}
    print(f"{it} {sum(losses) / 4:.4f}")
x, y = task(99)
print([round(loss_fn(adapt(params, x[:5], y[:5], steps=s), x[5:], y[5:]).item(), 4) for s in range(4)])
per_sample = vmap(grad(loss_fn), in_dims=(None, 0, 0))(params, x[:, None], y[:, None])
print({k: tuple(v.shape) for k, v in per_sample.items()})
mean_grad = grad(loss_fn)(params, x, y)
print(all(torch.allclose(per_sample[k].mean(0), mean_grad[k], atol=1e-5) for k in params))
models = []
for i in range(3):
    torch.manual_seed(i)
    models.append(nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)))
stacked, buffers = stack_module_state(models)
base = copy.deepcopy(models[0])
inp = torch.randn(5, 2)
out = vmap(lambda p, b, v: functional_call(base, (p, b), (v,)), in_dims=(0, 0, None))(stacked, buffers, inp)
print(out.shape, torch.allclose(out[1], models[1](inp), atol=1e-6), {k: tuple(v.shape) for k, v in stacked.items()})
f = lambda v: (v ** 3).sum() + v.prod()
v0 = torch.tensor([1.0, 2.0, 3.0])
print(grad(f)(v0), hessian(f)(v0), jacrev(lambda v: v ** 2)(v0).diagonal())
print(jvp(f, (v0,), (torch.tensor([1.0, 0.0, 0.0]),)), vjp(lambda v: v.sin(), v0)[1](torch.ones(3))[0])
print(vmap(torch.dot)(torch.ones(3, 2), torch.arange(6.0).view(3, 2)), vmap(lambda a, b: a * b, in_dims=(0, 1), out_dims=1)(torch.ones(2, 3), torch.arange(6.0).view(3, 2)).shape)
print(functional_call(net, params, (torch.ones(1, 1),)).item() == functional_call(net, params, torch.ones(1, 1)).item())
for bad in (lambda: functional_call(net, {"nope": torch.ones(1)}, (x,), strict=True), lambda: grad(lambda v: v * 2)(v0), lambda: vmap(torch.dot)(torch.ones(3, 2), torch.ones(2, 2)), lambda: vmap(torch.sum)(torch.tensor(1.0))):
    try:
        print("fine", bad())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:120])
