import torch
import torch.nn as nn

torch.manual_seed(0)
lin = nn.Linear(4, 4)
x = torch.randn(2, 4)
with torch.autocast("cpu", dtype=torch.bfloat16):
    y = lin(x)
    z = y.float().softmax(-1)
    s = (x + 1)
    print(y.dtype, z.dtype, s.dtype, (x @ x.T).dtype, torch.is_autocast_enabled("cpu"))
print(lin(x).dtype, torch.is_autocast_enabled("cpu"), (lin(x) - y.float()).abs().max() < 0.05)
half = nn.Linear(4, 4).bfloat16()
print(half.weight.dtype, half(x.bfloat16()).dtype)
try:
    half(x)
except RuntimeError as e:
    print(e)
print(nn.Linear(2, 2, dtype=torch.float64).weight.dtype, lin.double().weight.dtype, lin.float()(x).dtype, lin.to(torch.float64).bias.dtype)
with torch.no_grad():
    print(torch.is_grad_enabled(), (x.requires_grad_() * 2).requires_grad)
    with torch.enable_grad():
        print((x * 2).requires_grad)
x.requires_grad_(False)
with torch.inference_mode():
    t = torch.ones(2)
print(t.is_inference(), torch.is_inference_mode_enabled())
try:
    t.requires_grad_()
    (t * 2).sum().backward()
except RuntimeError as e:
    print(str(e).split(".")[0])


@torch.no_grad()
def f(v):
    return v * 2


print(f(torch.ones(1, requires_grad=True)).requires_grad)
with torch.set_grad_enabled(False):
    print((torch.ones(1, requires_grad=True) + 1).requires_grad)
with torch.device("meta"):
    print(torch.ones(2).device, nn.Linear(2, 2).weight.device)
with torch.random.fork_rng():
    torch.manual_seed(9)
    a = torch.rand(1)
print(torch.rand(1) != a, torch.initial_seed())
