# x.data against x.detach(), versions, anomaly mode, NaN hunting, mark_dirty.
import warnings

import torch

warnings.simplefilter("ignore")
w = torch.tensor([1.0, 2.0], requires_grad=True)
loss = (w**2).sum()
w.data.mul_(10)
loss.backward()
print(w, w.grad, w._version)
w.grad = None
loss = (w**2).sum()
w.detach().mul_(0.1)
try:
    loss.backward()
except RuntimeError as err:
    print(str(err)[:100])
print(w, w._version, w.data.requires_grad, w.data.is_leaf, w.data_ptr() == w.data.data_ptr())
w.data = torch.tensor([5.0, 6.0, 7.0])
print(w, w.shape, w.requires_grad)


def bad(x):
    return (x - x).sqrt().sum() * 2


for mode in [False, True]:
    x = torch.ones(2, requires_grad=True)
    with torch.autograd.set_detect_anomaly(mode):
        try:
            (bad(x) * 0).backward()
            print(mode, x.grad)
        except RuntimeError as err:
            print(mode, err)
    print(torch.is_anomaly_enabled())
with torch.autograd.detect_anomaly(check_nan=False):
    x = torch.ones(1, requires_grad=True)
    (bad(x) * 0).backward()
    print(x.grad, torch.is_anomaly_enabled(), torch.is_anomaly_check_nan_enabled())
torch.autograd.set_detect_anomaly(True)
print(torch.is_anomaly_enabled())
torch.autograd.set_detect_anomaly(False)
layers = {"linear": lambda t: t * 2, "log": torch.log, "sum": torch.sum}
t = torch.tensor([1.0, 0.0, -1.0])
for name, f in layers.items():
    t = f(t)
    if not torch.isfinite(t).all():
        print("first bad layer:", name, t, torch.isfinite(t).logical_not().nonzero().flatten().tolist())
        break


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.k = k
        ctx.mark_dirty(x)
        return x.mul_(k)

    @staticmethod
    def backward(ctx, g):
        return g * ctx.k, None


a = torch.tensor([1.0, 2.0], requires_grad=True)
b = a.clone()
c = Scale.apply(b, 3.0)
print(c is b, b, b.grad_fn.name(), b._version)
(b * torch.tensor([1.0, 10.0])).sum().backward()
print(a.grad)
