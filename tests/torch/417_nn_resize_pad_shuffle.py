import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.arange(16.0).view(1, 1, 4, 4)
for pad in (nn.ZeroPad2d((1, 0, 2, 1)), nn.ConstantPad2d(1, -1.0), nn.ReflectionPad2d((1, 2, 0, 1)), nn.ReplicationPad2d(1), nn.CircularPad2d((1, 1, 0, 2))):
    y = pad(x)
    print(pad, tuple(y.shape), y.sum().item(), y[0, 0, 0].tolist())
line = torch.tensor([[[1.0, 2.0, 3.0]]])
for pad in (nn.ZeroPad1d(1), nn.ReflectionPad1d(2), nn.ReplicationPad1d((2, 0)), nn.CircularPad1d((0, 2)), nn.ConstantPad1d((1, 2), 9.0), nn.ZeroPad1d((-1, 1))):
    print(pad(line).flatten().tolist(), pad)
vol = torch.arange(8.0).view(1, 1, 2, 2, 2)
print(nn.ReplicationPad3d(1)(vol).shape, nn.ReflectionPad3d((1, 0, 0, 1, 1, 1))(vol).shape, nn.ConstantPad3d(1, 5.0)(vol).sum(), nn.ZeroPad3d((0, 1, 0, 0, 0, 0))(vol).shape)
for f in (lambda: nn.ReflectionPad1d(3)(line), lambda: nn.CircularPad1d(4)(line), lambda: F.pad(x, (1,)), lambda: F.pad(x, (1, 1), mode="mirror"), lambda: F.pad(torch.ones(3), (1, 1), mode="reflect"),
          lambda: F.pad(x, (-5, 0)), lambda: nn.PixelShuffle(3)(torch.ones(1, 4, 2, 2)), lambda: nn.PixelUnshuffle(3)(x), lambda: nn.Upsample(scale_factor=2, mode="cubic")(x),
          lambda: nn.Upsample()(x), lambda: nn.Upsample(size=3, scale_factor=2)(x), lambda: F.interpolate(x, scale_factor=2, mode="linear"), lambda: nn.Unflatten(1, (2, 2))(torch.ones(1, 3)),
          lambda: F.interpolate(x, size=(2, 2, 2)), lambda: F.interpolate(x, size=2, mode="nearest", align_corners=True)):
    try:
        print("fine", tuple(f().shape))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:170])
small = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
for mode, align in (("nearest", None), ("bilinear", False), ("bilinear", True), ("bicubic", True), ("nearest-exact", None), ("area", None)):
    y = F.interpolate(small, size=(3, 3), mode=mode, align_corners=align)
    print(mode, align, y.flatten().round(decimals=3).tolist())
print(nn.Upsample(scale_factor=(2, 1), mode="nearest")(small).tolist(), nn.UpsamplingNearest2d(scale_factor=2)(small).shape, nn.UpsamplingBilinear2d(size=3)(small).flatten().tolist())
print(F.interpolate(line, scale_factor=2, mode="linear"), F.interpolate(vol, size=3, mode="trilinear").shape, F.interpolate(small, scale_factor=1.5, recompute_scale_factor=True).shape)
print(F.interpolate(x, size=2, mode="bilinear", antialias=True))
shuf = nn.PixelShuffle(2)
c = torch.arange(16.0).view(1, 4, 2, 2)
print(shuf(c), torch.equal(nn.PixelUnshuffle(2)(shuf(c)), c), shuf)
print(nn.ChannelShuffle(2)(torch.arange(4.0).view(1, 4, 1, 1)).flatten(), nn.ChannelShuffle(2))
theta = torch.tensor([[[1.0, 0.0, 0.5], [0.0, -1.0, 0.0]]])
grid = F.affine_grid(theta, (1, 1, 3, 3), align_corners=True)
print(grid[0, :, :, 0], F.grid_sample(small, grid, align_corners=True))
print(F.grid_sample(small, grid, mode="nearest", padding_mode="border", align_corners=False).flatten())
print(nn.Flatten()(torch.ones(2, 3, 4)).shape, nn.Flatten(0, 1)(torch.ones(2, 3, 4)).shape, nn.Unflatten(1, (3, -1))(torch.ones(2, 12)).shape, nn.Unflatten(-1, torch.Size([2, 2]))(torch.ones(2, 4)).shape)
print(F.pad(line, (1, 1), value=7.0), F.pad(x, (1, 1, 1, 1), mode="circular")[0, 0, 0], F.pad(x[0, 0], (0, 0, 1, 0)).shape, F.pad(x, [-1, -1, -1, -1])[0, 0])
