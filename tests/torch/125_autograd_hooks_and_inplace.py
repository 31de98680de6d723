import torch

seen = []
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
h1 = y.register_hook(lambda g: seen.append(("y", g.clone())))
h2 = x.register_hook(lambda g: g * 10)
y.retain_grad()
y.pow(2).sum().backward()
print(x.grad, y.grad, seen, x.is_leaf, y.is_leaf, y.retains_grad)
h2.remove()
x.grad.zero_()
(x * 2).sum().backward()
print(x.grad)
x.register_post_accumulate_grad_hook(lambda t: print("accumulated", t.grad))
(x * 2).sum().backward()
a = torch.ones(3, requires_grad=True)
b = a * 2
b[0] = 5.0
b.mul_(3)
b.sum().backward()
print(a.grad)
def put(t):
    t[0] = 1


for f in (lambda: a.add_(1), lambda: put(a), lambda: a.zero_()):
    try:
        f()
    except RuntimeError as err:
        print(err)
c = a * 2
d = c.exp()
c.add_(1)
d.sum().backward()
e = a.sigmoid()
e.mul_(2)
try:
    e.sum().backward()
except RuntimeError as err:
    print(str(err)[:120])
with torch.no_grad():
    a.add_(1)
    a[0] = 7
print(a, a.requires_grad)
v = torch.arange(4.0, requires_grad=True)
w = v.clone()
w[1:3] *= torch.tensor([2.0, 3.0])
w[-1] = w[0] * 4
w.sum().backward()
print(v.grad, w)
