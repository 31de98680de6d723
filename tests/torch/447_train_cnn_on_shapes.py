import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split

torch.manual_seed(0)


def draw(kind, n=8):
    img = torch.zeros(n, n)
    a, b = torch.randint(0, n - 4, (2,)).tolist()
    if kind == 0:
        img[a:a + 4, b:b + 4] = 1
        img[a + 1:a + 3, b + 1:b + 3] = 0
    elif kind == 1:
        img[a:a + 4, b + 1] = 1
        img[a + 1, b:b + 4] = 1
    else:
        for i in range(4):
            img[a + i, b + i] = 1
    return img + 0.1 * torch.randn(n, n)


labels = torch.arange(3).repeat(24)
images = torch.stack([draw(k) for k in labels.tolist()])[:, None]
train, test = random_split(TensorDataset(images, labels), [54, 18], generator=torch.Generator().manual_seed(1))
loader = DataLoader(train, batch_size=18, shuffle=True, generator=torch.Generator().manual_seed(2))


class ResBlock(nn.Module):
    def __init__(self, c_in, c_out, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(c_in, c_out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(c_out)
        self.conv2 = nn.Conv2d(c_out, c_out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(c_out)
        self.short = nn.Sequential() if c_in == c_out and stride == 1 else nn.Conv2d(c_in, c_out, 1, stride, bias=False)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)), inplace=True)
        return F.relu(self.bn2(self.conv2(y)) + self.short(x))


net = nn.Sequential(nn.Conv2d(1, 6, 3, padding=1), nn.ReLU(), ResBlock(6, 6), ResBlock(6, 12, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.1), nn.Linear(12, 3))
for m in net.modules():
    if isinstance(m, nn.Conv2d):
        nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")
print(net)
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4, nesterov=True)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=0.1, epochs=4, steps_per_epoch=len(loader))


@torch.no_grad()
def evaluate():
    net.eval()
    x, y = zip(*[(a, b) for a, b in test])
    logits = net(torch.stack(x))
    y = torch.stack(y)
    return F.cross_entropy(logits, y).item(), (logits.argmax(1) == y).float().mean().item()


for epoch in range(4):
    net.train()
    running = 0.0
    for x, y in loader:
        if torch.rand(1).item() < 0.5:
            x = x.flip(-1)
        loss = F.cross_entropy(net(x), y, label_smoothing=0.05)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        opt.step()
        sched.step()
        running += loss.item() * len(y)
    val, acc = evaluate()
    print(f"epoch {epoch} loss {running / len(train):.3f} lr {sched.get_last_lr()[0]:.5f}", 0 <= acc <= 1)
feats = {}
hooks = [net[i].register_forward_hook(lambda m, a, o, i=i: feats.__setitem__(i, o.detach())) for i in (0, 2, 3, 4)]
net.eval()
out = net(images[:3])
for h in hooks:
    h.remove()
print({k: tuple(v.shape) for k, v in feats.items()}, out.shape)
x = images[:1].clone().requires_grad_()
score = net(x)[0].max()
score.backward()
sal = x.grad.abs()[0, 0]
print(sal.shape, (sal > 0).any().item(), sal.argmax().item() < 64)
acts = feats[3][0]
weights = net[-1].weight[0]
cam = torch.einsum("c,chw->hw", weights.detach(), acts).relu()
print(F.interpolate(cam[None, None], size=8, mode="bilinear").shape, round(net[0].weight.norm().item(), 2) > 0)
