import torch

class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale=1.0):
        ctx.save_for_backward(x)
        ctx.scale = scale
        return x * x * scale

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * 2 * x * ctx.scale, None

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = Square.apply(x, 2.0)
print(y, type(y.grad_fn).__name__, y.requires_grad)
y.sum().backward()
print(x.grad, Square.apply(torch.ones(2)).requires_grad)

class Step(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return (x > 0).float()

    @staticmethod
    def backward(ctx, grad):
        return grad

s = torch.tensor([-1.0, 2.0], requires_grad=True)
(Step.apply(s) * torch.tensor([3.0, 4.0])).sum().backward()
print(s.grad)

class Two(torch.autograd.Function):
    @staticmethod
    def forward(a, b):
        return a + b, a * b

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, g_sum, g_prod):
        a, b = ctx.saved_tensors
        print("needs", ctx.needs_input_grad)
        return g_sum + g_prod * b, g_sum + g_prod * a if ctx.needs_input_grad[1] else None

a, b = torch.tensor(2.0, requires_grad=True), torch.tensor(5.0)
p, q = Two.apply(a, b)
(p + 3 * q).backward()
print(a.grad, b.grad)

class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        raise ValueError("in backward")

try:
    Bad.apply(x).sum().backward()
except ValueError as err:
    print("ValueError", err)

class Wrong(Bad):
    @staticmethod
    def backward(ctx, grad):
        return grad, grad

try:
    Wrong.apply(x).sum().backward()
except RuntimeError as err:
    print("RuntimeError", err)

class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        out = x.exp()
        ctx.save_for_backward(out)
        return out

    @staticmethod
    def backward(ctx, grad):
        out, = ctx.saved_tensors
        return grad * out

z = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
g1, = torch.autograd.grad(Exp.apply(z) ** 2, z, create_graph=True)
g2, = torch.autograd.grad(g1, z)
print(g1, g2, torch.autograd.gradcheck(Exp.apply, (z,)))
e = Exp.apply(z)
e.backward()
try:
    e.backward()
except RuntimeError as err:
    print("RuntimeError", str(err)[:60])
