import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x ** 2).sum()
print(y, y.requires_grad, y.grad_fn is not None, type(y.grad_fn).__name__, y.grad_fn.name(), x.grad_fn, x.is_leaf, y.is_leaf, [type(f).__name__ for f, _ in y.grad_fn.next_functions])
y.backward()
print(x.grad, x.grad.requires_grad, x.grad is x.grad)
(x * 2).sum().backward()
print(x.grad)
x.grad.zero_()
(x.exp() * torch.tensor([1.0, 0.0, 2.0])).sum().backward()
print(x.grad)
x.grad = None
z = x * 2
w = z.detach() * x
w.sum().backward()
print(x.grad, z.detach().requires_grad, z.data.requires_grad)
with torch.no_grad():
    q = x * 3
    print(q.requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((x * 3).requires_grad)
print(torch.is_grad_enabled())

@torch.no_grad()
def f(v):
    return v * 2

@torch.inference_mode()
def g(v):
    return v * 2

@torch.no_grad
def h(v):
    """doc"""
    return v * 3

print(f(x).requires_grad, g(x).requires_grad, h(x).requires_grad, f.__name__, h.__doc__, g(x).is_inference(), x.is_inference())
torch.set_grad_enabled(False)
print((x + 1).requires_grad)
torch.set_grad_enabled(True)
with torch.set_grad_enabled(False):
    print((x + 1).requires_grad)
print((x + 1).requires_grad)
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
c = a * b + a.sin()
print(torch.autograd.grad(c, [a, b]), a.grad)
d = torch.autograd.grad(a ** 3, a, create_graph=True)[0]
print(d, torch.autograd.grad(d, a, retain_graph=True)[0], torch.autograd.grad(d, a)[0])
for bad in (lambda: (x * 2).backward(), lambda: torch.ones(2).sum().backward(), lambda: torch.tensor([1, 2], requires_grad=True), lambda: torch.tensor([1, 2]).requires_grad_(), lambda: torch.autograd.grad(a * 2, b), lambda: (a * b).requires_grad_(False), lambda: x.numpy(), lambda: y.backward()):
    try:
        bad()
        print("fine")
    except Exception as err:
        print(type(err).__name__, str(err).split(".")[0])
