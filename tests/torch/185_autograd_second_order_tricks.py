import torch

x = torch.linspace(-1, 1, 5, requires_grad=True)
y = x.sin() * x ** 2
g, = torch.autograd.grad(y.sum(), x, create_graph=True)
h, = torch.autograd.grad(g.sum(), x)
print(g, h, torch.allclose(g, x.cos() * x ** 2 + 2 * x * x.sin()))
w = torch.tensor([1.0, 2.0], requires_grad=True)
def f(w):
    return (w[0] * w[1]).exp() + w.pow(3).sum()
H = torch.stack([torch.autograd.grad(gi, w, retain_graph=True)[0] for gi in torch.autograd.grad(f(w), w, create_graph=True)[0]])
print(H, torch.autograd.functional.hessian(f, w).allclose(H), torch.func.hessian(f)(w.detach()).allclose(H))
inner_lr = 0.1
loss = (w ** 2).sum()
gw, = torch.autograd.grad(loss, w, create_graph=True)
fast = w - inner_lr * gw
outer = (fast - 1).pow(2).sum()
outer.backward()
print(fast, w.grad)
eps = 1e-3
num = torch.stack([(f(w.detach() + eps * e) - f(w.detach() - eps * e)) / (2 * eps) for e in torch.eye(2)])
print((num - torch.autograd.grad(f(w), w)[0]).abs().max() < 0.05)
J = torch.autograd.functional.jacobian(lambda a, b: a @ b, (torch.ones(2, 2), torch.ones(2)))
print(J[0].shape, J[1], torch.autograd.functional.vhp(lambda a: (a ** 3).sum(), torch.ones(2), torch.ones(2)))
