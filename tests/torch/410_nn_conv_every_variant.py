import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x1, x2, x3 = torch.randn(2, 4, 10), torch.randn(2, 4, 7, 8), torch.randn(1, 2, 4, 5, 6)


def show(label, layer, x):
    y = layer(x)
    print(f"{label:<28} {str(tuple(y.shape)):<22} {y.sum().item():9.4f} {y.abs().mean().item():7.4f} {layer.weight.shape}")


show("conv1d", nn.Conv1d(4, 6, 3), x1)
show("conv1d same dilated", nn.Conv1d(4, 6, 3, padding="same", dilation=2), x1)
show("conv1d same even", nn.Conv1d(4, 6, 4, padding="same"), x1)
show("conv1d valid stride", nn.Conv1d(4, 6, 3, padding="valid", stride=2), x1)
show("conv1d circular", nn.Conv1d(4, 6, 3, padding=2, padding_mode="circular"), x1)
show("conv1d depthwise", nn.Conv1d(4, 8, 3, groups=4, bias=False), x1)
for mode in ("zeros", "reflect", "replicate", "circular"):
    show(f"conv2d {mode}", nn.Conv2d(4, 3, 3, padding=(1, 2), padding_mode=mode), x2)
show("conv2d groups dilation", nn.Conv2d(4, 6, (3, 2), stride=(2, 1), dilation=(1, 2), groups=2), x2)
show("conv3d", nn.Conv3d(2, 3, (1, 2, 3), padding=(0, 1, 1)), x3)
show("conv3d same", nn.Conv3d(2, 3, 3, padding="same", padding_mode="replicate"), x3)
show("convT1d", nn.ConvTranspose1d(4, 3, 3, stride=2, padding=1, output_padding=1), x1)
show("convT2d", nn.ConvTranspose2d(4, 6, 3, stride=2, groups=2, dilation=2, bias=False), x2)
show("convT3d", nn.ConvTranspose3d(2, 2, 2, stride=(1, 2, 2)), x3)
up = nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1)
print(up(x2, output_size=(14, 16)).shape, up(x2, output_size=[13, 15]).shape, up(x2).shape)
for make in (lambda: up(x2, output_size=(20, 20)), lambda: nn.Conv2d(4, 6, 3, groups=3), lambda: nn.Conv2d(4, 4, 3, padding="half"),
             lambda: nn.Conv2d(4, 4, 3, stride=2, padding="same"), 
             lambda: nn.ConvTranspose2d(4, 4, 3, padding_mode="circular"), lambda: nn.Conv2d(4, 4, 3)(torch.ones(4)),
             lambda: nn.Conv1d(4, 4, 3)(torch.ones(2, 3, 5)), lambda: nn.Conv2d(1, 1, 5)(torch.ones(1, 1, 4, 4)),
             lambda: nn.Conv2d(4, 4, 3, groups=0), lambda: nn.Conv2d(2, 2, 3).double()(torch.ones(1, 2, 4, 4))):
    try:
        print(tuple(make().shape))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
conv = nn.Conv2d(4, 2, 3, padding=1)
print(conv(x2[0]).shape, torch.allclose(conv(x2)[0], conv(x2[0]), atol=1e-6))
cols = F.unfold(x2, 3, padding=1)
manual = (conv.weight.view(2, -1) @ cols).view(2, 2, 7, 8) + conv.bias.view(1, 2, 1, 1)
print(cols.shape, torch.allclose(manual, conv(x2), atol=1e-5))
unf, fold = nn.Unfold((2, 3), dilation=1, padding=0, stride=(1, 2)), nn.Fold((7, 8), (2, 3), stride=(1, 2))
blocks = unf(x2)
ones = fold(unf(torch.ones_like(x2)))
print(unf, fold, blocks.shape, torch.allclose(fold(blocks) / ones.clamp(min=1), x2 * (ones > 0), atol=1e-5))
conv(x2).pow(2).mean().backward()
print(conv.weight.grad.shape, conv.bias.grad.round(decimals=4))
print(nn.Conv2d(3, 3, 1, bias=False), nn.ConvTranspose2d(1, 1, 2, output_padding=0, stride=2, padding_mode="zeros"), nn.Conv1d(1, 1, 3, padding="same", padding_mode="reflect", dilation=2, groups=1))
