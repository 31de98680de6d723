import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x * 3
h.retain_grad()
seen = []
handle = h.register_hook(lambda g: seen.append(g.clone()))
x.register_hook(lambda g: g * 10)
(h ** 2).sum().backward()
print(x.grad, h.grad, seen, h.retains_grad)
handle.remove()
x.grad = None
(x * 3).sum().backward()
print(x.grad, len(seen))
y = (x ** 2).sum()
y.backward(retain_graph=True)
y.backward()
try:
    y.backward()
except RuntimeError as err:
    print("RuntimeError", str(err)[:50])
w = torch.ones(2, requires_grad=True)
v = w * torch.tensor([2.0, 4.0])
v.backward(gradient=torch.tensor([1.0, 0.5]))
print(w.grad)
w.grad = torch.tensor([7.0, 8.0])
print(w.grad)
for bad in (torch.ones(3), 5, torch.ones(2, dtype=torch.float64)):
    try:
        w.grad = bad
    except (RuntimeError, TypeError) as err:
        print(type(err).__name__, str(err)[:70])
del w.grad
print(w.grad)

def scale(grad):
    return grad * 2

u = torch.ones(2, requires_grad=True)
t = u * 1.0
t.register_hook(scale)
t.register_hook(lambda g: g + 1)
t.sum().backward()
print(u.grad)
with torch.no_grad():
    u -= 0.1 * u.grad
u.grad.zero_()
print(u, u.grad)
p = torch.zeros(1, requires_grad=True)
q = p + 1
try:
    with q.register_hook(lambda g: 1 / 0):
        q.backward()
except ZeroDivisionError as err:
    print("hook raised", err)
loss = sum((p - i) ** 2 for i in range(3))
loss.backward()
print(p.grad, loss, torch.autograd.grad((p ** 2).sum() * 3, p))
m = torch.ones(2, 2, requires_grad=True)
torch.autograd.backward([m.sum(), (m * 2).sum()])
torch.autograd.backward([m * 1], [torch.full((2, 2), 5.0)], inputs=[m])
print(m.grad, torch.autograd.grad([m.sum(), m.mean()], [m])[0], torch.autograd.grad(m.sum(), [m, p], allow_unused=True), torch.autograd.grad(m.sum(), [m, p], allow_unused=True, materialize_grads=True)[1])
