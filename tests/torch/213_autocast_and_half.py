import torch
from torch import nn

torch.manual_seed(0)
net = nn.Linear(4, 2)
x = torch.randn(3, 4)
with torch.autocast("cpu", dtype=torch.bfloat16):
    y = net(x)
    z = (x @ x.T).softmax(-1)
    print(y.dtype, z.dtype, (x + x).dtype, torch.is_autocast_enabled("cpu"), torch.get_autocast_dtype("cpu"))
print(net(x).dtype, torch.is_autocast_enabled("cpu"), (y.float() - net(x)).abs().max() < 0.05)
with torch.autocast("cpu", enabled=False):
    print(net(x).dtype)
h = nn.Linear(4, 2).bfloat16()
print(h(x.bfloat16()), h.weight.dtype, h.half().weight.dtype, h.float()(x).dtype)
try:
    h.bfloat16()(x)
except RuntimeError as err:
    print(err)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
loss = net(x).pow(2).mean()
scaler.scale(loss).backward()
print(scaler.get_scale(), scaler.is_enabled(), net.bias.grad)
scaler.step(opt)
scaler.update()
print(net.bias.grad, scaler.get_scale())
@torch.autocast("cpu", torch.bfloat16)
def f(a):
    return a @ a.T
print(f(x).dtype, f.__name__)
