import torch
from torch import nn

torch.manual_seed(0)
a = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))
b = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))
sd = a.state_dict()
print(list(sd.keys()), {k: tuple(v.shape) for k, v in sd.items()}, type(sd).__name__)
print(b.load_state_dict(sd), torch.equal(a[0].weight, b[0].weight), b[0].weight is a[0].weight)
short = {k: v for k, v in sd.items() if not k.startswith("2")}
try:
    b.load_state_dict(short)
except RuntimeError as err:
    print(err)
print(b.load_state_dict(short, strict=False))
try:
    b.load_state_dict({**sd, "extra.w": torch.ones(1), "0.weight": torch.ones(3, 3)})
except RuntimeError as err:
    print(err)
sd["0.weight"].zero_()
print(a[0].weight.sum(), {k: v.clone() for k, v in a[2].state_dict(prefix="x.").items()}.keys())
print(a[1].num_batches_tracked, a(torch.randn(4, 2)).shape, a[1].num_batches_tracked, a[1].running_mean.shape, a.state_dict()["1.num_batches_tracked"])
import copy
c = copy.deepcopy(a)
with torch.no_grad():
    c[0].weight.add_(1)
print(torch.equal(c[0].weight, a[0].weight), (c[0].weight - a[0].weight).unique(), c[2].bias is a[2].bias)
ema = {k: v.clone() for k, v in a.state_dict().items()}
for k, v in c.state_dict().items():
    if v.dtype.is_floating_point:
        ema[k].mul_(0.9).add_(v, alpha=0.1)
print(ema["0.weight"][0], [k for k in ema if "running" in k])
