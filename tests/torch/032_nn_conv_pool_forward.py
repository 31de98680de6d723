import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x1, x2 = torch.randn(2, 3, 8), torch.randn(1, 3, 6, 6)
show = lambda t: (tuple(t.shape), [round(v, 4) for v in t.flatten()[:4].tolist()])
for m in (nn.Conv1d(3, 4, 3), nn.Conv1d(3, 3, 3, padding="same", groups=3), nn.Conv1d(3, 2, 2, stride=2, padding=1, dilation=2, bias=False), nn.ConvTranspose1d(3, 2, 3, stride=2, output_padding=1), nn.MaxPool1d(2), nn.AvgPool1d(3, 2), nn.AdaptiveAvgPool1d(3), nn.AdaptiveMaxPool1d(2), nn.BatchNorm1d(3), nn.InstanceNorm1d(3), nn.ReflectionPad1d(2), nn.ReplicationPad1d(1), nn.ConstantPad1d(1, 5.0), nn.CircularPad1d(1), nn.Conv1d(3, 2, 3, padding=1, padding_mode="circular"), nn.LPPool1d(2, 2), nn.Upsample(scale_factor=2), nn.Flatten()):
    print(type(m).__name__, show(m(x1)))
for m in (nn.Conv2d(3, 4, 3), nn.Conv2d(3, 6, (1, 3), stride=(1, 2), groups=3), nn.ConvTranspose2d(3, 2, 2, stride=2), nn.MaxPool2d(2), nn.MaxPool2d(3, 1, 1), nn.AvgPool2d(2), nn.AdaptiveAvgPool2d(1), nn.AdaptiveAvgPool2d((2, None)), nn.AdaptiveMaxPool2d(2), nn.BatchNorm2d(3), nn.InstanceNorm2d(3, affine=True), nn.GroupNorm(3, 3), nn.LocalResponseNorm(2), nn.ZeroPad2d((1, 0, 2, 0)), nn.ReflectionPad2d(1), nn.Upsample(size=(3, 3), mode="bilinear"), nn.PixelUnshuffle(2), nn.Unfold(2), nn.ChannelShuffle(3), nn.Softmax2d(), nn.LPPool2d(2, 2), nn.UpsamplingNearest2d(scale_factor=2)):
    print(type(m).__name__, show(m(x2)))
pool = nn.MaxPool2d(2, return_indices=True)
y, idx = pool(x2)
print(show(nn.MaxUnpool2d(2)(y, idx)), idx.shape, show(F.max_pool1d(x1, 3)), F.max_pool2d(x2, 2, return_indices=True)[1].shape, show(F.adaptive_avg_pool2d(x2, 2)), F.adaptive_max_pool1d(x1, 2, return_indices=True)[1].shape)
for mode in ("nearest", "bilinear", "bicubic", "area", "nearest-exact"):
    print(mode, show(F.interpolate(x2, size=(4, 5), mode=mode)), show(F.interpolate(x2, scale_factor=0.5, mode=mode)))
print(show(F.interpolate(x1, size=5, mode="linear", align_corners=True)), show(F.fold(F.unfold(x2, 3), (6, 6), 3)), show(F.pixel_shuffle(torch.randn(1, 4, 2, 2), 2)), show(F.grid_sample(x2, F.affine_grid(torch.eye(2, 3)[None], (1, 3, 4, 4), align_corners=False), align_corners=False)), show(F.conv2d(x2, torch.ones(1, 3, 2, 2), padding="valid")), show(F.conv3d(torch.randn(1, 1, 3, 3, 3), torch.ones(1, 1, 2, 2, 2))), show(F.conv_transpose2d(x2, torch.ones(3, 1, 2, 2))), show(F.lp_pool1d(x1, 2, 3)), show(F.unfold(x2, (2, 3), stride=2)))
for bad in (lambda: nn.Conv1d(3, 4, 3)(torch.zeros(1, 2, 5)), lambda: nn.Conv2d(3, 4, 3)(torch.zeros(3, 2, 2)), lambda: nn.BatchNorm1d(3)(x2), lambda: nn.BatchNorm1d(3)(torch.zeros(1, 3)), lambda: nn.Conv2d(3, 4, 3, groups=2), lambda: nn.MaxPool2d(2)(torch.zeros(2)), lambda: F.interpolate(x1), lambda: F.interpolate(x2, size=3, mode="linear"), lambda: nn.GroupNorm(2, 3)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:120])
