import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
cache = {}

def save(name):
    def hook(module, args, output):
        cache[name] = (type(module).__name__, args[0].shape, output.detach().clone())
    return hook

handles = [m.register_forward_hook(save(n)) for n, m in net.named_modules() if n]
x = torch.ones(2, 2)
net(x)
for k, v in cache.items():
    print(k, v[0], tuple(v[1]), v[2])
for h in handles:
    h.remove()
cache.clear()
net(x)
print(cache)
pre = net[0].register_forward_pre_hook(lambda m, args: (args[0] * 0,))
post = net[2].register_forward_hook(lambda m, args, out: out * 0 + 7)
print(net(x), net[0](x))
pre.remove()
with post:
    pass
print(net(x).shape, len(net[2]._forward_hooks))
kw = nn.Linear(2, 1)
kw.register_forward_pre_hook(lambda m, args, kwargs: print("pre", len(args), kwargs), with_kwargs=True)
kw.register_forward_hook(lambda m, args, kwargs, out: print("post", out.shape), with_kwargs=True)
kw(input=x)
grads = {}
net[2].register_full_backward_hook(lambda m, gi, go: grads.update(gi=gi[0].shape, go=go[0]))
net(x).sum().backward()
print(grads)
order = []
a = net[0].register_forward_hook(lambda *a: order.append("first"))
b = net[0].register_forward_hook(lambda *a: order.append("second"), prepend=True)
net(x)
print(order)
nn.modules.module.register_module_forward_hook(lambda m, i, o: order.append(type(m).__name__))
net(x)
print(order)
