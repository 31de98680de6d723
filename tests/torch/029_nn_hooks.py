import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
acts = {}

def save(name):
    def hook(module, args, output):
        acts[name] = output.detach()
    return hook

handles = [m.register_forward_hook(save(n)) for n, m in net.named_modules() if n]
x = torch.tensor([[1.0, 2.0]])
out = net(x)
print({n: tuple(a.shape) for n, a in acts.items()}, torch.equal(acts["2"], out))
for h in handles:
    h.remove()
acts.clear()
net(x)
print(acts)
h = net[1].register_forward_hook(lambda m, a, o: torch.zeros_like(o))
print(torch.equal(net(x), net[2].bias[None]))
h.remove()
p = net.register_forward_pre_hook(lambda m, a: (a[0] * 2,))
print(torch.equal(net(x), net.forward(x * 2)))
p.remove()
with net[0].register_forward_pre_hook(lambda m, a: a[0] + 1):
    print(torch.equal(net(x), net.forward(x)))
print(torch.equal(net(x), net.forward(x)))

class Kw(nn.Module):
    def forward(self, x, scale=1.0):
        return x * scale

kw = Kw()
kw.register_forward_pre_hook(lambda m, args, kwargs: (args, {**kwargs, "scale": 3.0}), with_kwargs=True)
kw.register_forward_hook(lambda m, args, kwargs, out: out + kwargs["scale"], with_kwargs=True)
print(kw(torch.ones(1)), kw(torch.ones(1), scale=5.0))
grads = {}

def back(module, grad_input, grad_output):
    grads[type(module).__name__] = [tuple(g.shape) if g is not None else None for g in grad_input], grad_output[0].clone()

net[0].register_full_backward_hook(back)
net[2].register_full_backward_hook(back)
net(x.requires_grad_()).sum().backward()
print(grads["Linear"], x.grad.shape)
relu = nn.ReLU()
relu.register_full_backward_hook(lambda m, gi, go: (gi[0] * 10,))
y = torch.tensor([1.0, -1.0], requires_grad=True)
relu(y).sum().backward()
print(y.grad)
order = []
lin = nn.Linear(1, 1)
lin.register_forward_hook(lambda *a: order.append("first"))
lin.register_forward_hook(lambda *a: order.append("second"))
lin.register_forward_hook(lambda *a: order.append("zeroth"), prepend=True)
lin(torch.zeros(1))
print(order, len(lin._forward_hooks))
try:
    lin.register_forward_hook(lambda m, a, o: 1 / 0)
    lin(torch.zeros(1))
except ZeroDivisionError as err:
    print("raised", err)
