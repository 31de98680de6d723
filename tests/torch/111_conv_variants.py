import torch
import torch.nn.functional as F

x = torch.arange(16.0).view(1, 1, 4, 4)
k = torch.ones(1, 1, 2, 2)
print(F.conv2d(x, k), F.conv2d(x, k, stride=2), F.conv2d(x, k, padding=1).shape, F.conv2d(x, k, dilation=2), F.conv2d(x, k, padding="same").shape, F.conv2d(x, k, bias=torch.tensor([1.0]), padding="valid")[0, 0, 0])
print(F.conv1d(torch.arange(5.0).view(1, 1, 5), torch.tensor([[[1.0, 0.0, -1.0]]])), F.conv_transpose2d(torch.ones(1, 1, 2, 2), k), F.conv3d(torch.ones(1, 1, 2, 2, 2), torch.ones(1, 1, 2, 2, 2)), F.conv2d(x.repeat(1, 2, 1, 1), torch.ones(2, 1, 2, 2), groups=2).shape)
print(F.max_pool2d(x, 2), F.avg_pool2d(x, 2), F.max_pool2d(x, 3, stride=1), F.avg_pool2d(x, 2, stride=1, padding=1)[0, 0, 0], F.adaptive_avg_pool2d(x, 1), F.adaptive_max_pool2d(x, 2), F.max_pool1d(torch.arange(6.0).view(1, 1, 6), 2), F.avg_pool1d(torch.arange(6.0).view(1, 1, 6), 3), F.lp_pool2d(x, 2, 2))
v, i = F.max_pool2d(x, 2, return_indices=True)
print(v, i, F.max_unpool2d(v, i, 2))
print(F.pad(torch.arange(3.0), (1, 2)), F.pad(x, (1, 1), value=9)[0, 0, 0], F.pad(x, (1, 1, 1, 1), mode="reflect")[0, 0, 0], F.pad(x, (1, 0, 0, 1), mode="replicate")[0, 0, -1], F.pad(x, (2, 2, 0, 0), mode="circular")[0, 0, 0], F.pad(torch.ones(2, 2), (-1, 0)))
print(F.unfold(x, 2).shape, F.unfold(x, 2)[0, :, 0], F.fold(F.unfold(x, 2, stride=2), (4, 4), 2, stride=2).equal(x), F.interpolate(x, scale_factor=0.5), F.interpolate(x, size=(2, 2), mode="bilinear", align_corners=False), F.interpolate(x, size=6, mode="nearest").shape, F.upsample_nearest(x, 8).shape if hasattr(F, "upsample_nearest") else None)
print(F.pixel_shuffle(torch.arange(4.0).view(1, 4, 1, 1), 2), F.pixel_unshuffle(x, 2).shape, F.grid_sample(x, torch.zeros(1, 1, 1, 2), align_corners=False), F.affine_grid(torch.eye(2, 3)[None], (1, 1, 2, 2), align_corners=False), F.channel_shuffle(torch.arange(4.0).view(1, 4, 1, 1), 2).flatten())
c = torch.nn.Conv2d(1, 2, 3, padding=1)
torch.nn.init.ones_(c.weight)
torch.nn.init.zeros_(c.bias)
print(c(x).shape, c(x)[0, 0], c, c.weight.shape, torch.nn.Conv1d(2, 4, 3, stride=2, padding=1, bias=False), torch.nn.ConvTranspose2d(2, 1, 2, stride=2), torch.nn.Conv2d(4, 4, 3, groups=4, padding_mode="circular"), torch.nn.MaxPool2d(2), torch.nn.AdaptiveAvgPool2d((1, 1)), torch.nn.AvgPool1d(2))
for f in (lambda: F.conv2d(x, torch.ones(1, 2, 2, 2)), lambda: F.conv2d(torch.ones(4), k), lambda: F.conv2d(x, torch.ones(1, 1, 5, 5)), lambda: F.max_pool2d(x, 5), lambda: torch.nn.Conv2d(3, 4, 2, groups=2), lambda: F.pad(x, (1,)), lambda: F.conv2d(x.long(), k)):
    try:
        print(f())
    except (RuntimeError, ValueError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
