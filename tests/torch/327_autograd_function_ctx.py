# torch.autograd.Function: saved tensors, needs_input_grad, None gradients, setup_context, non-tensor arguments, double backward.
import torch
from torch.autograd import Function


class Square(Function):
    @staticmethod
    def forward(ctx, x, scale=1.0):
        ctx.save_for_backward(x)
        ctx.scale = scale
        return x * x * scale

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return 2 * x * ctx.scale * grad, None


class Mix(Function):
    @staticmethod
    def forward(x, y, flag):
        return x * y, x + y

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, y, flag = inputs
        ctx.save_for_backward(x, y)
        ctx.flag = flag
        ctx.set_materialize_grads(False)

    @staticmethod
    def backward(ctx, g_product, g_sum):
        x, y = ctx.saved_tensors
        print("needs", ctx.needs_input_grad, "flag", ctx.flag, "given", g_product is not None, g_sum is not None)
        gx = gy = None
        if g_product is not None:
            gx, gy = g_product * y, g_product * x
        if g_sum is not None:
            gx = g_sum if gx is None else gx + g_sum
            gy = g_sum if gy is None else gy + g_sum
        return gx, gy, None


class StraightThrough(Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, g):
        return g


class Flip(Function):
    @staticmethod
    def forward(ctx, x, lam):
        ctx.lam = lam
        return x.view_as(x)

    @staticmethod
    def backward(ctx, g):
        return -ctx.lam * g, None


x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = Square.apply(x, 2.0)
print(y, y.grad_fn.name(), type(y.grad_fn).__name__)
y.sum().backward()
print(x.grad)
g, = torch.autograd.grad(Square.apply(x).sum(), x, create_graph=True)
print(torch.autograd.grad(g.sum(), x))
a, b = torch.tensor([2.0], requires_grad=True), torch.tensor([5.0])
product, total = Mix.apply(a, b, "hello")
product.sum().backward(retain_graph=True)
print(a.grad)
(product + total).sum().backward()
print(a.grad, b.grad)
w = torch.tensor([0.2, 0.7, 1.5], requires_grad=True)
(StraightThrough.apply(w) * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(w.grad, StraightThrough.apply(w))
w.grad = None
Flip.apply(w, 0.5).sum().backward()
print(w.grad, torch.autograd.gradcheck(Square.apply, (torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True),)))


class Bad(Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g, g


class Shape(Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return torch.ones(7)


class Raises(Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        raise ValueError("no gradient today")


class NoBackward(Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2


for cls in [Bad, Shape, Raises, NoBackward]:
    try:
        cls.apply(x).sum().backward()
    except Exception as err:
        print(cls.__name__, type(err).__name__, "|", str(err)[:170])
for attempt in [lambda: Square.apply(), lambda: Square.forward(x)]:
    try:
        print(attempt())
    except Exception as err:
        print(type(err).__name__)


class Inplace(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(x)
        return x.mul_(3)

    @staticmethod
    def backward(ctx, g):
        return g * 3


class Index(Function):
    @staticmethod
    def forward(ctx, x):
        i = x.argmax()
        ctx.mark_non_differentiable(i)
        ctx.size, ctx.at = x.shape, int(i)
        return x.max(), i

    @staticmethod
    def backward(ctx, g, _):
        out = torch.zeros(ctx.size)
        out[ctx.at] = g
        return out


z = x.detach().clone().requires_grad_()
t = z * 1
print(Inplace.apply(t), t.grad_fn.name())
t.sum().backward()
m, i = Index.apply(z)
print(m, i, i.requires_grad, torch.autograd.grad(m, z), z.grad)
