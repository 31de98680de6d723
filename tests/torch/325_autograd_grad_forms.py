# torch.autograd.grad in every form: several outputs, unused inputs, grad_outputs, create_graph, errors.
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = torch.tensor([4.0, 5.0, 6.0], requires_grad=True)
z = (x * y).sum()
print(torch.autograd.grad(z, x), torch.autograd.grad((x * y).sum(), [x, y]), torch.autograd.grad((x**2).sum(), (x, y), allow_unused=True), torch.autograd.grad([x.sum(), (y**2).sum()], [x, y]))
print(torch.autograd.grad(x * 3, x, grad_outputs=torch.tensor([1.0, 0.0, 2.0])), torch.autograd.grad(x.exp(), x, torch.ones(3)), torch.autograd.grad([x * 2, y * 3], [x, y], grad_outputs=[torch.ones(3), torch.full((3,), 2.0)]), torch.autograd.grad((x**2).sum(), (x, y), materialize_grads=True))
first, = torch.autograd.grad((x**3).sum(), x, create_graph=True)
second, = torch.autograd.grad(first.sum(), x, create_graph=True)
third, = torch.autograd.grad(second.sum(), x)
print(first, second, third, first.requires_grad, third.requires_grad)
f = (x.sin() * y).sum()
gx, gy = torch.autograd.grad(f, (x, y), create_graph=True)
(gx.pow(2).sum() + gy.sum()).backward()
print(x.grad, y.grad)
x.grad = None
out = (x * x).sum()
out.backward(retain_graph=True)
out.backward()
print(x.grad)
x.grad.zero_()
(x * torch.tensor([1.0, 2.0, 3.0])).backward(torch.tensor([1.0, 1.0, 0.5]))
print(x.grad)
torch.autograd.backward([x.sum(), (x * 2).sum()])
print(x.grad)
torch.autograd.backward([x * 1, x * 10], grad_tensors=[torch.ones(3), torch.full((3,), 0.1)], inputs=[x])
print(x.grad, y.grad)
batched = torch.autograd.grad(x * y, x, torch.eye(3), is_grads_batched=True)
print(batched)
leaf = torch.ones(2, requires_grad=True)
mid = leaf * 2
for name, attempt in {
    "twice": lambda: (out.backward()), "vector": lambda: (x * 2).backward(), "no grad": lambda: torch.ones(2).sum().backward(), "unused": lambda: torch.autograd.grad(x.sum(), y), "not requiring": lambda: torch.autograd.grad(x.sum(), torch.ones(1)), "shape": lambda: (x * 2).backward(torch.ones(2)), "grad of vector": lambda: torch.autograd.grad(x * 2, x), "int grad": lambda: torch.tensor([1], requires_grad=True), "wrong count": lambda: torch.autograd.grad(x * 2, x, grad_outputs=[torch.ones(3), torch.ones(3)]), "dtype": lambda: (x * 2).backward(torch.ones(3).double()), "non leaf flag": lambda: setattr(mid, "requires_grad", False), "leaf in place": lambda: leaf.add_(1), "leaf view in place": lambda: leaf[0].fill_(1), "numpy": lambda: x.numpy(), "deepcopy": lambda: __import__("copy").deepcopy(mid), "grad shape": lambda: setattr(leaf, "grad", torch.ones(3)), "grad dtype": lambda: setattr(leaf, "grad", torch.ones(2).double()), "grad of str": lambda: torch.autograd.grad("a", x), "bool outputs": lambda: (x > 0).sum().backward(), "empty": lambda: torch.autograd.grad([], [x]), "allow false": lambda: torch.autograd.grad(x.sum(), (x, y), allow_unused=False, materialize_grads=True)}.items():
    try:
        print(name, "->", attempt())
    except Exception as err:
        print(f"{name}: {type(err).__name__}: {str(err)[:230]}")
