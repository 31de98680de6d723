import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
n = 48
images = torch.zeros(n, 1, 8, 8)
labels = torch.arange(n) % 3
for i, label in enumerate(labels.tolist()):
    at = torch.randint(1, 7, ()).item()
    if label == 0:
        images[i, 0, at] = 1
    elif label == 1:
        images[i, 0, :, at] = 1
    else:
        images[i, 0].fill_diagonal_(1)
images += 0.1 * torch.randn_like(images)
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3))
x = images
for layer in net:
    x = layer(x)
    print(f"{type(layer).__name__:18}", tuple(x.shape))
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
for epoch in range(12):
    net.train()
    loss = F.cross_entropy(net(images), labels)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if epoch % 4 == 3:
        net.eval()
        with torch.no_grad():
            print(epoch, f"{loss.item():.3f}", f"{(net(images).argmax(1) == labels).float().mean():.3f}")
print(net[1].running_mean.shape, net[1].num_batches_tracked, sum(p.numel() for p in net.parameters()))
edge = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]).view(1, 1, 3, 3)
print(F.conv2d(images[:1].round(), edge, padding=1)[0, 0, 3], F.max_pool2d(images[:1], 4).shape, F.avg_pool2d(images[:1], 2).mean().allclose(images[:1].mean()))
print(F.interpolate(torch.arange(4.0).view(1, 1, 2, 2), scale_factor=2, mode="nearest")[0, 0], F.pad(torch.ones(1, 2), (1, 1), value=9), F.unfold(torch.arange(16.0).view(1, 1, 4, 4), 2, stride=2).shape)
try:
    net(torch.ones(1, 3, 8, 8))
except RuntimeError as e:
    print(e)
