import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(4, 6) * 3 + 1
ln = nn.LayerNorm(6)
hand = (x - x.mean(-1, keepdim=True)) / torch.sqrt(x.var(-1, unbiased=False, keepdim=True) + 1e-5)
print(torch.allclose(ln(x), hand, atol=1e-5), ln(x).mean(-1).abs().max() < 1e-5, F.layer_norm(x, (6,)).std(-1, unbiased=False))
rms = nn.RMSNorm(6)
print(torch.allclose(rms(x), x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + torch.finfo(torch.float32).eps), atol=1e-5))
bn = nn.BatchNorm1d(6, momentum=0.5)
y = bn(x)
print(bn.running_mean, bn.running_var, bn.num_batches_tracked, y.mean(0).abs().max() < 1e-5)
bn.eval()
print(bn(x)[0], torch.allclose(bn(x), (x - bn.running_mean) / (bn.running_var + bn.eps).sqrt(), atol=1e-5))
gn = nn.GroupNorm(2, 6)
print(gn(x)[0], F.group_norm(x, 3)[0], nn.InstanceNorm1d(2)(torch.randn(1, 2, 5)).mean(-1).abs().max() < 1e-5)
img = torch.randn(2, 3, 4, 4)
bn2 = nn.BatchNorm2d(3, affine=False, track_running_stats=False)
print(bn2(img).mean((0, 2, 3)).abs().max() < 1e-5, bn2.running_mean, bn2)
print(F.normalize(x, dim=-1).norm(dim=-1), F.local_response_norm(img, 2).shape)
for f in (lambda: nn.LayerNorm(5)(x), lambda: nn.BatchNorm1d(4)(x), lambda: nn.GroupNorm(4, 6), lambda: nn.BatchNorm1d(6)(torch.randn(1, 6)), lambda: nn.BatchNorm2d(3)(x)):
    try:
        print(f())
    except (RuntimeError, ValueError) as err:
        print(type(err).__name__, str(err)[:150])
