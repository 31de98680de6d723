# is_leaf, retain_grad, requires_grad through operations; tensor hooks that read, change, and go away.
import torch

a = torch.tensor([1.0, 2.0], requires_grad=True)
b = a * 2
c = b.sum()
d = a.detach()
rows = {"a": a, "b": b, "c": c, "d": d, "const": torch.ones(2), "view": a[:1], "clone": a.clone(), "double": a.double(), "same to": a.to(torch.float32), "param": torch.nn.Parameter(torch.ones(1)), "data": a.data, "under no_grad": None}
with torch.no_grad():
    rows["under no_grad"] = a * 2
for name, t in rows.items():
    print(f"{name:<14} leaf={t.is_leaf!s:<5} requires_grad={t.requires_grad!s:<5} retains={t.retains_grad!s:<5} fn={t.grad_fn.name() if t.grad_fn else None}")
b.retain_grad()
seen = []
h1 = b.register_hook(lambda g: seen.append(("b", g.clone())))
h2 = a.register_hook(lambda g: g * 10)
c.backward(retain_graph=True)
print(a.grad, b.grad, seen)
h2.remove()
h1.remove()
a.grad = None
c.backward()
print(a.grad, b.grad, len(seen))
x = torch.ones(3, requires_grad=True)
y = x * torch.tensor([1.0, 2.0, 3.0])
y.register_hook(lambda g: g.clamp(max=0.5))
y.register_hook(lambda g: g + 1)
order = []
x.register_hook(lambda g: order.append("x"))
y.register_hook(lambda g: order.append("y"))
y.sum().backward()
print(x.grad, order)
p = torch.nn.Parameter(torch.tensor([2.0]))
log = []
handle = p.register_post_accumulate_grad_hook(lambda t: log.append((t is p, t.grad.item())))
(p * 3).sum().backward()
(p * 4).sum().backward()
handle.remove()
(p * 5).sum().backward()
print(log, p.grad)
with torch.no_grad():
    p -= 0.1 * p.grad
    q = p * 2
print(p, q.requires_grad, p.is_leaf)
with torch.enable_grad():
    print((p * 2).requires_grad)
@torch.no_grad()
def step(t):
    return t * 2
print(step(p).requires_grad, torch.is_grad_enabled())
with torch.set_grad_enabled(False):
    print(torch.is_grad_enabled(), (p * 1).requires_grad)
with torch.inference_mode():
    i = torch.ones(1) * 2
print(i.is_inference(), torch.is_inference_mode_enabled())
for attempt in [lambda: d.retain_grad(), lambda: d.register_hook(print), lambda: b.register_post_accumulate_grad_hook(print), lambda: d.register_post_accumulate_grad_hook(print), lambda: i.requires_grad_(), lambda: i.add_(1), lambda: (p * i).sum().backward(), lambda: b.requires_grad_(False), lambda: type(a.register_hook(lambda g: g)).__name__]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err)[:160])
u = torch.ones(2, requires_grad=True)
v = u.clone()
v[0] = 5
v.mul_(2)
print(v, u.is_leaf, v._version)
v.sum().backward()
print(u.grad)
s = torch.zeros(2, 2)
s[0] = u * 3
print(s, s.requires_grad, s.is_leaf)
