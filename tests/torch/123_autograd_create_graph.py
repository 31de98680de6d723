import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x ** 3).sum()
(g,) = torch.autograd.grad(y, x, create_graph=True)
print(g, g.requires_grad, g.grad_fn is not None)
(h,) = torch.autograd.grad(g.sum(), x, create_graph=True)
(t,) = torch.autograd.grad(h.sum(), x)
print(h, t)
w = torch.tensor(2.0, requires_grad=True)
loss = (w * x).pow(2).sum()
gw, gx = torch.autograd.grad(loss, (w, x), create_graph=True)
penalty = gw.pow(2) + gx.pow(2).sum()
penalty.backward()
print(gw, gx, w.grad, x.grad)
x.grad = None
print(torch.autograd.grad((x * 2).sum(), x)[0], x.grad, torch.autograd.grad(x * 2, x, grad_outputs=torch.tensor([1.0, 0.0, 2.0])))
z = torch.ones(2, requires_grad=True)
print(torch.autograd.grad((x * 2).sum(), [x, z], allow_unused=True), torch.autograd.grad((x * 2).sum(), [x, z], allow_unused=True, materialize_grads=True))
for f in (lambda: torch.autograd.grad((x * 2).sum(), z), lambda: torch.autograd.grad(x * 2, x), lambda: torch.autograd.grad(torch.ones(1).sum(), x), lambda: x.detach().sum().backward()):
    try:
        print(f())
    except RuntimeError as err:
        print(err)
y = (x ** 2).sum()
y.backward(retain_graph=True)
y.backward()
print(x.grad)
try:
    y.backward()
except RuntimeError as err:
    print(str(err)[:80])

def hvp(f, x, v):
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    return torch.autograd.grad(g @ v, x)[0]

print(hvp(lambda t: (t ** 4).sum() + t[0] * t[1], x, torch.tensor([1.0, 0.0, 1.0])))
