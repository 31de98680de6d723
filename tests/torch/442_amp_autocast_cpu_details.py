import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
lin, x = nn.Linear(4, 3), torch.randn(2, 4)
with torch.autocast("cpu", dtype=torch.bfloat16):
    y = lin(x)
    print(y.dtype, torch.is_autocast_enabled("cpu"), torch.get_autocast_dtype("cpu"))
    print((x @ x.T).dtype, torch.mm(x, x.T).dtype, F.softmax(y, -1).dtype, (y + 1.0).dtype, y.float().sum().dtype, torch.einsum("ij,kj->ik", x, x).dtype)
    print(F.layer_norm(y, (3,)).dtype, F.mse_loss(y, torch.zeros_like(y)).dtype, F.gelu(y).dtype, F.conv1d(torch.randn(1, 2, 5), torch.randn(2, 2, 3)).dtype, y.exp().dtype, torch.cat([y, x[:, :3]]).dtype)
    with torch.autocast("cpu", enabled=False):
        print(lin(x).dtype, torch.is_autocast_enabled("cpu"))
    print(lin(x).dtype, torch.bmm(x[None], x.T[None]).dtype, F.scaled_dot_product_attention(x[None], x[None], x[None]).dtype)
print(torch.is_autocast_enabled("cpu"), lin(x).dtype)
with torch.amp.autocast(device_type="cpu"):
    print(lin(x).dtype)
with torch.autocast("cpu", dtype=torch.float16):
    print(lin(x).dtype)


@torch.autocast("cpu", dtype=torch.bfloat16)
def forward(v):
    return lin(v)


print(forward(x).dtype, lin.weight.dtype)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.05)
scaler = torch.amp.GradScaler("cpu", enabled=False)
target = torch.randn(2, 1)
for step in range(4):
    opt.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = F.mse_loss(net(x), target)
    scaler.scale(loss).backward()
    scaler.step(opt)
    scaler.update()
    print(round(loss.item(), 2), loss.dtype, net[0].weight.grad.dtype)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0, growth_interval=2)
print(scaler.get_scale(), scaler.is_enabled(), scaler.state_dict()["scale"])
for step in range(3):
    opt.zero_grad()
    loss = F.mse_loss(net(x), target)
    scaler.scale(loss).backward()
    scaler.unscale_(opt)
    norm = nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    scaler.step(opt)
    scaler.update()
    print(round(loss.item(), 4), round(norm.item(), 3), scaler.get_scale())
net[0].weight.grad.fill_(float("inf"))
before = net[0].weight.clone()
opt.zero_grad()
(scaler.scale(net(x).sum()) * float("inf")).backward()
scaler.step(opt)
scaler.update()
print(torch.equal(before, net[0].weight), scaler.get_scale())
try:
    with torch.autocast("cpu", dtype=torch.int8):
        pass
except Exception as e:
    print(type(e).__name__)
half = nn.Linear(2, 2).to(torch.bfloat16)
print(half(torch.ones(1, 2, dtype=torch.bfloat16)).dtype, half.weight.dtype)
try:
    half(torch.ones(1, 2))
except RuntimeError as e:
    print(e)
print(torch.finfo(torch.bfloat16).eps, torch.tensor(1.0, dtype=torch.bfloat16) + torch.tensor(0.001, dtype=torch.bfloat16), torch.tensor(65504.0).half() * 2)
