import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x1, x2, x3 = torch.randn(2, 3, 9), torch.randn(2, 3, 7, 8), torch.randn(1, 2, 4, 6, 6)
layers = [
    (nn.MaxPool1d(3), x1), (nn.MaxPool1d(3, stride=2, padding=1, ceil_mode=True), x1), (nn.AvgPool1d(4, 2, 1, count_include_pad=False), x1),
    (nn.MaxPool2d((2, 3), dilation=(2, 1)), x2), (nn.AvgPool2d(3, stride=2, padding=1), x2), (nn.AvgPool2d(2, divisor_override=3), x2),
    (nn.MaxPool3d(2), x3), (nn.AvgPool3d((2, 3, 3), ceil_mode=True), x3), (nn.LPPool1d(2, 3), x1.abs()), (nn.LPPool2d(1.5, 2, stride=1), x2.abs()),
    (nn.AdaptiveAvgPool1d(4), x1), (nn.AdaptiveAvgPool2d((3, None)), x2), (nn.AdaptiveAvgPool3d(2), x3), (nn.AdaptiveMaxPool1d(2), x1),
    (nn.AdaptiveMaxPool2d(1), x2), (nn.AdaptiveMaxPool3d((1, 2, 3)), x3), (nn.LPPool3d(2, 2), x3.abs()),
]
for layer, x in layers:
    y = layer(x)
    print(layer, tuple(y.shape), round(y.sum().item(), 3))
pool, unpool = nn.MaxPool2d(2, return_indices=True), nn.MaxUnpool2d(2)
y, idx = pool(x2)
print(idx[0, 0])
back = unpool(y, idx)
print(back.shape, unpool(y, idx, output_size=x2.shape).shape, torch.count_nonzero(back).item(), unpool)
y, idx = nn.MaxPool1d(3, return_indices=True)(x1)
print(idx[0], nn.MaxUnpool1d(3)(y, idx).shape)
y, idx = F.adaptive_max_pool2d(x2, (2, 2), return_indices=True)
print(idx[1, 2], torch.equal(x2.flatten(2).gather(2, idx.flatten(2)).view_as(y), y))
y3, i3 = nn.MaxPool3d(2, return_indices=True)(x3)
print(nn.MaxUnpool3d(2)(y3, i3).shape)
torch.manual_seed(1)
frac = nn.FractionalMaxPool2d(3, output_size=(3, 4))
print(frac(x2).shape, frac(x2).sum().round(decimals=3))
print(nn.FractionalMaxPool2d((2, 2), output_ratio=(0.5, 0.6))(x2).shape, frac)
samples = torch.rand(2, 3, 2)
z, zi = F.fractional_max_pool2d(x2, 2, output_size=(3, 3), return_indices=True, _random_samples=samples)
print(z[0, 0], zi[0, 0])
print(nn.FractionalMaxPool3d(2, output_size=2)(x3).shape)
for f in (lambda: nn.MaxPool2d(2, padding=2)(x2), lambda: nn.MaxPool1d(20)(x1), lambda: nn.AdaptiveAvgPool2d((1, 2, 3))(x2), lambda: nn.AvgPool2d(3)(torch.ones(3)),
          lambda: nn.FractionalMaxPool2d(2), lambda: nn.FractionalMaxPool2d(2, output_size=2, output_ratio=0.5), lambda: nn.FractionalMaxPool2d(2, output_ratio=2.0),
          lambda: nn.MaxUnpool2d(2)(torch.ones(1, 1, 2, 2), torch.full((1, 1, 2, 2), 99)), lambda: nn.AvgPool2d(0)(x2)):
    try:
        print(tuple(f().shape))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:140])
x = torch.arange(16.0).view(1, 1, 4, 4).requires_grad_()
nn.MaxPool2d(2)(x).sum().backward()
print(x.grad)
x.grad = None
nn.AvgPool2d(3, 1)(x).sum().backward()
print(x.grad)
print(F.max_pool2d(x, 2).tolist(), F.avg_pool1d(x.view(1, 1, 16), 4).tolist(), F.lp_pool2d(x, 2, 2).tolist())
print(torch.equal(nn.AdaptiveAvgPool2d(1)(x2).flatten(1), x2.mean((2, 3))) or torch.allclose(nn.AdaptiveAvgPool2d(1)(x2).flatten(1), x2.mean((2, 3))))
