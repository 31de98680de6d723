import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.ones(2, requires_grad=True)
print([m() for m in (lambda: torch.is_grad_enabled(), lambda: torch.is_inference_mode_enabled())])
print((lambda f: f())(torch.no_grad()(lambda: (x * 2).requires_grad)), (x * 2).requires_grad)
print(torch.no_grad()(lambda v=x: v + 1)(), torch.enable_grad()(lambda: (x * 3).requires_grad)())

with torch.inference_mode():
    y = x * 2
    print(y.requires_grad, y.is_inference(), torch.is_inference_mode_enabled())
    with torch.inference_mode(False):
        print((x * 2).requires_grad)
print(torch.is_inference_mode_enabled(), y + 1)
try:
    (y * x).sum().backward()
except RuntimeError as err:
    print("RuntimeError", str(err)[:60])


@torch.no_grad()
def gen(n):
    for i in range(n):
        yield torch.is_grad_enabled(), (x * i).requires_grad


class Meter:
    @torch.no_grad()
    def update(self, v):
        self.v = v * 2
        return self

    @staticmethod
    @torch.inference_mode()
    def stat(v):
        return v.mean()


print(list(gen(2)), torch.is_grad_enabled(), Meter().update(x).v.requires_grad, Meter.stat(x).requires_grad)
try:
    with torch.no_grad():
        raise ValueError("inside")
except ValueError as err:
    print(err, torch.is_grad_enabled())
prev = torch.is_grad_enabled()
torch.set_grad_enabled(False)
z = x * 2
torch.set_grad_enabled(prev)
print(z.requires_grad, (x * 2).requires_grad)
with torch.autograd.set_detect_anomaly(False):
    (x * 2).sum().backward()
print(x.grad)
with torch.no_grad(), torch.random.fork_rng():
    torch.manual_seed(1)
    print((x + torch.rand(2)).requires_grad)
ctx = torch.no_grad()
with ctx:
    print((x * 2).requires_grad)
with ctx:
    print((x * 2).requires_grad)
print((x * 2).requires_grad)
