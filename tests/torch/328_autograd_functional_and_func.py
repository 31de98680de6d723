# jacobian, hessian, vjp, jvp, hvp, vhp; torch.func grad, jacrev, jacfwd, hessian, vmap, functional_call.
import torch
from torch.autograd import functional as AF
from torch.func import functional_call, grad, grad_and_value, hessian, jacfwd, jacrev, jvp, vjp, vmap

x = torch.tensor([1.0, 2.0, 3.0])
v = torch.tensor([1.0, 0.0, -1.0])
f = lambda t: (t**3).sum()
g = lambda t: torch.stack([t.sum(), (t * t).sum(), t.prod()])
two = lambda a, b: a * b.sum()
print(AF.jacobian(g, x), AF.jacobian(two, (x, v)), AF.hessian(f, x), AF.vjp(g, x, v), AF.jvp(g, x, v), AF.hvp(f, x, v), AF.vhp(f, x, v), AF.jacobian(g, x, create_graph=True).requires_grad, AF.hessian(lambda a, b: (a * b).sum(), (x, v)))
print(AF.jacobian(lambda t: t.exp(), x, vectorize=True), AF.jacobian(lambda t: t.sum(), x), AF.jacobian(lambda t: t.view(3, 1) * t, x).shape, AF.jacobian(g, x, strategy="forward-mode", vectorize=True))
print(grad(f)(x), grad(grad(lambda s: s**4))(torch.tensor(2.0)), grad_and_value(f)(x), grad(lambda a, b: (a * b).sum(), argnums=1)(x, v), grad(lambda a, b: (a * b).sum(), argnums=(0, 1))(x, v), grad(lambda t: ((t**2).sum(), {"mean": t.mean()}), has_aux=True)(x))
print(jacrev(g)(x), jacfwd(g)(x), hessian(f)(x), jacrev(two, argnums=(0, 1))(x, v), jacrev(lambda t: {"a": t * 2, "b": t.sum()})(x))
out, back = vjp(g, x)
print(out, back(v), jvp(g, (x,), (v,)), vjp(lambda t: (t.sin(), t.cos()), x)[1]((v, v)))
batch = torch.arange(6.0).reshape(2, 3)
print(vmap(torch.dot)(batch, batch), vmap(lambda r: r.sum())(batch), vmap(torch.dot, in_dims=(0, None))(batch, x), vmap(lambda t: t * 2, in_dims=1, out_dims=1)(batch), vmap(vmap(lambda s: s**2))(batch), vmap(lambda a, b: {"sum": a + b, "max": a.max()})(batch, batch), vmap(grad(f))(batch), vmap(lambda t: (t.sin(), t.cos()))(batch)[1].shape, vmap(lambda i: x[i])(torch.tensor([0, 2])) if False else "")
net = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.Tanh(), torch.nn.Linear(2, 1))
with torch.no_grad():
    for k, p in enumerate(net.parameters()):
        p.copy_(torch.linspace(-1, 1, p.numel()).view(p.shape) * (k + 1) / 2)
params = dict(net.named_parameters())
zeros = {n: torch.zeros_like(p) for n, p in params.items()}
print(functional_call(net, params, x), functional_call(net, zeros, x), functional_call(net, {"0.bias": torch.ones(2)}, (x,)), net(x))
loss = lambda p, inputs, target: ((functional_call(net, p, inputs) - target) ** 2).mean()
per_sample = vmap(grad(loss), in_dims=(None, 0, 0))({n: p.detach() for n, p in params.items()}, batch, torch.tensor([[1.0], [-1.0]]))
for n, gr in per_sample.items():
    print(n, tuple(gr.shape), gr.flatten()[:4].tolist()[0].__class__.__name__, round(gr.abs().sum().item(), 3))
total = grad(loss)({n: p.detach() for n, p in params.items()}, batch, torch.tensor([[1.0], [-1.0]]))
print(all(torch.allclose(total[n], per_sample[n].mean(0), atol=1e-6) for n in params))
fisher = jacrev(lambda p: functional_call(net, p, batch).squeeze(-1))({n: p.detach() for n, p in params.items()})
print({n: tuple(t.shape) for n, t in fisher.items()})
for attempt in [lambda: grad(g)(x), lambda: grad(f)(x.long()), lambda: vmap(torch.dot)(batch, x), lambda: vmap(f, in_dims=2)(batch), lambda: vjp(g, x)[1](torch.ones(2)), lambda: jvp(g, (x,), (torch.ones(2),)), lambda: AF.hessian(g, x), lambda: grad(f, argnums=3)(x), lambda: functional_call(net, {"nothing": x}, x), lambda: AF.jacobian(g, "a"), lambda: AF.vjp(g, x), lambda: grad(lambda t: t.sum().item())(x), lambda: vmap(lambda: 1)(), lambda: vmap(lambda t: 3)(x)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0][:150])
