import torch
from torch import nn

torch.manual_seed(0)


class Scale(nn.Module):
    def forward(self, x, *, factor=1.0, fail=False):
        if fail:
            raise RuntimeError("failed on purpose")
        return x * factor


m = Scale()
log = []
h1 = m.register_forward_pre_hook(lambda mod, args, kwargs: (args, {**kwargs, "factor": kwargs.get("factor", 1.0) + 1}), with_kwargs=True)
h2 = m.register_forward_hook(lambda mod, args, kwargs, out: log.append(("kw", sorted(kwargs), out.item())), with_kwargs=True)
h3 = m.register_forward_hook(lambda mod, args, out: log.append(("plain", len(args), out.item())), prepend=True)
h4 = m.register_forward_hook(lambda mod, args, out: log.append(("always", out)), always_call=True)
print(m(torch.tensor(3.0), factor=2.0), log)
log.clear()
try:
    m(torch.tensor(3.0), fail=True)
except RuntimeError as e:
    print(e, log)
h1.remove(), h4.remove()
log.clear()
print(m(torch.tensor(3.0)), log, len(m._forward_hooks))
h2.remove(), h3.remove()

m.register_forward_pre_hook(lambda mod, args: args[0] + 10)
m.register_forward_pre_hook(lambda mod, args: (args[0] * 2,))
print(m(torch.tensor(1.0)))
bad = Scale()
bad.register_forward_pre_hook(lambda mod, args, kwargs: 3, with_kwargs=True)
try:
    bad(torch.tensor(1.0))
except RuntimeError as e:
    print(e)

net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
seen = {}


def backward_hook(name):
    def hook(mod, gin, gout):
        seen[name] = ([None if g is None else tuple(g.shape) for g in gin], [tuple(g.shape) for g in gout])
    return hook


for i, layer in enumerate(net):
    layer.register_full_backward_hook(backward_hook(f"{i}.{type(layer).__name__}"))
net(torch.randn(5, 3)).sum().backward()
print(seen)
first = net[0].weight.grad.clone()
net.zero_grad()
handle = net[1].register_full_backward_hook(lambda mod, gin, gout: (gin[0] * 2,))
torch.manual_seed(5)
x = torch.randn(2, 3)
net(x).sum().backward()
doubled = net[0].weight.grad.clone()
handle.remove()
net.zero_grad()
net(x).sum().backward()
print(torch.allclose(doubled, 2 * net[0].weight.grad))
net.zero_grad()
pre = net[2].register_full_backward_pre_hook(lambda mod, gout: (torch.zeros_like(gout[0]),))
net(x).sum().backward()
print(net[0].weight.grad.abs().sum(), net[2].bias.grad)
pre.remove()

order = []
from torch.nn.modules.module import register_module_forward_hook, register_module_forward_pre_hook

g1 = register_module_forward_pre_hook(lambda mod, args: order.append("pre " + type(mod).__name__))
g2 = register_module_forward_hook(lambda mod, args, out: order.append("post " + type(mod).__name__))
net(x)
g1.remove(), g2.remove()
net(x)
print(order)
with net[0].register_forward_hook(lambda mod, args, out: out * 0) as h:
    print(net[0](x).abs().sum().item())
print(net[0](x).abs().sum().item() > 0)
acts = {}
handles = [layer.register_forward_hook(lambda mod, a, out, n=n: acts.__setitem__(n, out.detach())) for n, layer in net.named_children()]
net(x)
print({k: tuple(v.shape) for k, v in acts.items()}, [h.remove() for h in handles])
