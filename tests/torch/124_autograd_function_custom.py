import torch
from torch.autograd import Function

class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return 2 * x * grad

class ScaledClamp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, low, high, scale=1.0):
        ctx.low, ctx.high = low, high
        ctx.scale = scale
        ctx.save_for_backward(x)
        return x.clamp(low, high) * scale

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        print("needs", ctx.needs_input_grad)
        return grad * ((x > ctx.low) & (x < ctx.high)) * ctx.scale, None, None, None

class StraightThrough(Function):
    @staticmethod
    def forward(ctx, x):
        return (x > 0).float()

    @staticmethod
    def backward(ctx, g):
        return g

class TwoOut(Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        ctx.mark_non_differentiable()
        return a + b, a * b

    @staticmethod
    def backward(ctx, ga, gb):
        a, b = ctx.saved_tensors
        return ga + gb * b, ga + gb * a

x = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
y = Square.apply(x)
print(y, type(y.grad_fn).__name__)
y.sum().backward()
print(x.grad)
x.grad = None
ScaledClamp.apply(x, -1.0, 2.0, 5.0).sum().backward()
print(x.grad)
x.grad = None
(StraightThrough.apply(x) * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(x.grad)
s, p = TwoOut.apply(x, x.detach() * 2)
(s.sum() + p.sum()).backward()
print(x.grad, s, p)
print(torch.autograd.gradcheck(Square.apply, (torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True),)))
