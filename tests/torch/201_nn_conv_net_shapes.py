import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3, stride=2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3))
x = torch.randn(2, 1, 10, 10)
h = x
for i, layer in enumerate(net):
    h = layer(h)
    print(i, type(layer).__name__, tuple(h.shape), f"{h.mean().item():+.4f}")
print(sum(p.numel() for p in net.parameters()), net.eval()(x), net[0].weight.std(), net)
loss = nn.functional.cross_entropy(net(x), torch.tensor([0, 2]))
loss.backward()
print(loss, {n: round(p.grad.norm().item(), 4) for n, p in net.named_parameters()})
up = nn.ConvTranspose2d(3, 2, 4, stride=2, padding=1)
print(up(torch.ones(1, 3, 5, 5)).shape, nn.Conv1d(2, 3, 3, dilation=2)(torch.ones(1, 2, 9)).shape, nn.Conv3d(1, 1, 2)(torch.ones(1, 1, 3, 3, 3)).shape, nn.Conv2d(4, 4, 3, groups=4)(torch.ones(1, 4, 5, 5)).shape, nn.Unfold(2)(x).shape, nn.PixelShuffle(2)(torch.ones(1, 4, 2, 2)).shape, nn.Upsample(scale_factor=2)(x).shape, nn.ZeroPad2d(1)(x).shape)
