import torch
from torch import nn

torch.manual_seed(0)
lazy = nn.LazyLinear(3)
print(lazy, type(lazy).__name__, lazy.weight)
print(lazy.has_uninitialized_params())
try:
    lazy.weight.shape
except RuntimeError as e:
    print(e)
y = lazy(torch.ones(2, 5))
print(lazy, type(lazy).__name__, lazy.weight.shape, y.shape, lazy.has_uninitialized_params() if hasattr(lazy, "has_uninitialized_params") else None)
net = nn.Sequential(nn.LazyConv2d(4, 3), nn.LazyBatchNorm2d(), nn.ReLU(), nn.Flatten(), nn.LazyLinear(2))
print(net)
out = net(torch.randn(2, 3, 6, 6))
print(net)
print(out.shape, sum(p.numel() for p in net.parameters()))
torch.manual_seed(7)
a = nn.LazyLinear(2)
a(torch.ones(1, 4))
torch.manual_seed(7)
b = nn.Linear(4, 2)
print(torch.equal(a.weight, b.weight))
for cls, x in ((nn.LazyConv1d, torch.randn(1, 2, 9)), (nn.LazyConvTranspose1d, torch.randn(1, 2, 4))):
    layer = cls(3, 2)
    print(layer(x).shape, layer)
src, dst = nn.Linear(4, 2), nn.LazyLinear(2)
print(dst.load_state_dict(src.state_dict()), dst.weight.shape, torch.equal(dst(torch.ones(1, 4)), src(torch.ones(1, 4))))
p = nn.UninitializedParameter()
print(p, isinstance(p, nn.Parameter))
p.materialize((2, 2))
print(p.shape, type(p).__name__)
try:
    a(torch.ones(1, 3))
except RuntimeError as e:
    print(e)
