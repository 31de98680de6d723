# F.pad in every mode, interpolate in every mode, grid_sample, affine_grid, fold and unfold, pixel shuffles.
import torch
import torch.nn.functional as F

x = torch.arange(9.0).reshape(1, 1, 3, 3)
for mode in ["constant", "reflect", "replicate", "circular"]:
    print(mode, F.pad(x, (1, 2), mode=mode)[0, 0] if mode == "constant" else F.pad(x, (1, 2, 0, 0), mode=mode)[0, 0])
    print(F.pad(x, (1, 1, 2, 0), mode=mode)[0, 0], F.pad(torch.arange(4.0).view(1, 1, 4), (2, 1), mode=mode))
print(F.pad(x, (-1, 1), value=-7)[0, 0], F.pad(x, (0, 0, -1, -1))[0, 0], F.pad(torch.tensor([1, 2]), (1, 1), value=9), F.pad(torch.tensor([True]), (0, 2), value=True), F.pad(x, [0] * 8).shape, F.pad(torch.ones(2), ()), F.pad(torch.zeros(1, 1, 2, 2, 2), (1, 1, 1, 1, 1, 1), mode="replicate").shape)
g = torch.tensor([[1.0, 2.0], [3.0, 4.0]]).view(1, 1, 2, 2)
for mode in ["nearest", "nearest-exact", "bilinear", "bicubic", "area"]:
    print(mode, F.interpolate(g, scale_factor=1.5, mode=mode)[0, 0], F.interpolate(x, size=2, mode=mode)[0, 0], F.interpolate(g, size=(1, 3), mode=mode)[0, 0])
    if mode.startswith("bi"):
        print(F.interpolate(g, size=(3, 3), mode=mode, align_corners=True)[0, 0], F.interpolate(x, size=2, mode=mode, antialias=True)[0, 0], F.interpolate(g, scale_factor=(2, 1), mode=mode, align_corners=False, recompute_scale_factor=True)[0, 0])
print(F.interpolate(torch.arange(3.0).view(1, 1, 3), scale_factor=2, mode="linear"), F.interpolate(torch.arange(8.0).view(1, 1, 2, 2, 2), size=(1, 2, 3), mode="trilinear")[0, 0], F.interpolate(torch.arange(3.0).view(1, 1, 3), size=5), F.upsample(g, scale_factor=2)[0, 0, 0])
theta = torch.tensor([[[1.0, 0.0, 0.5], [0.0, 1.0, 0.0]]])
grid = F.affine_grid(theta, (1, 1, 2, 2), align_corners=False)
print(grid, F.affine_grid(theta, (1, 1, 2, 3), align_corners=True).shape)
for mode in ["bilinear", "nearest", "bicubic"]:
    for padding in ["zeros", "border", "reflection"]:
        print(mode, padding, F.grid_sample(g, grid, mode=mode, padding_mode=padding, align_corners=False).flatten().tolist(), F.grid_sample(g, grid * 1.7, mode, padding, True).flatten().tolist() if mode != "bicubic" else "")
u = F.unfold(x, kernel_size=2)
print(u, F.unfold(x, (2, 1), dilation=1, padding=1, stride=2).shape, F.fold(u, (3, 3), 2)[0, 0], F.fold(F.unfold(torch.ones(1, 1, 3, 3), 2), 3, 2)[0, 0], F.unfold(x, 3)[0].T)
print(F.pixel_shuffle(torch.arange(8.0).view(1, 4, 1, 2), 2), F.pixel_unshuffle(torch.arange(16.0).view(1, 1, 4, 4), 2)[0, :, 0, 0], F.channel_shuffle(torch.arange(4.0).view(1, 4, 1, 1), 2).flatten(), torch.channel_shuffle(torch.arange(6.0).view(1, 6, 1, 1), 3).flatten())
print(x.unfold(2, 2, 1).shape, torch.nn.functional.local_response_norm(torch.ones(1, 3, 2, 2), 2)[0, :, 0, 0], F.max_unpool2d(*F.max_pool2d(x[..., :2, :2], 2, return_indices=True), 2)[0, 0], F.lp_pool2d(x, 2, 2), F.avg_pool2d(x, 2, stride=1, padding=1, count_include_pad=False)[0, 0], F.avg_pool2d(x, 2, ceil_mode=True), F.max_pool2d(x, 2, 1, 1)[0, 0], F.adaptive_avg_pool2d(x, (2, None))[0, 0], F.adaptive_max_pool2d(x, 2, return_indices=True)[1])
for attempt in [lambda: F.pad(x, (1, 1, 1, 1, 1, 1), mode="reflect"), lambda: F.pad(x, (4, 4, 0, 0), mode="circular"), lambda: F.pad(x, (1, 2, 3)), lambda: F.pad(x, (1, 1), mode="mirror"), lambda: F.pad(x, (-2, -2)), lambda: F.pad(x, (1, 1, 0, 0), mode="reflect", value=1.0), lambda: F.interpolate(g), lambda: F.interpolate(g, size=2, scale_factor=2), lambda: F.interpolate(g, size=2, mode="linear"), lambda: F.interpolate(g, size=2, mode="cubic"), lambda: F.interpolate(g, size=2, align_corners=True), lambda: F.interpolate(g, size=0), lambda: F.interpolate(torch.ones(2, 2), size=2), lambda: F.grid_sample(g, grid, mode="linear"), lambda: F.grid_sample(g, grid, padding_mode="wrap"), lambda: F.unfold(x, 5), lambda: F.fold(u, (4, 4), 2), lambda: F.pixel_shuffle(g, 2), lambda: F.interpolate(x, scale_factor=(1, 2, 3)), lambda: F.interpolate(g, size=(3, 3), antialias=True)]:
    try:
        print("ok", attempt().shape)
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
