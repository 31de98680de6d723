import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(2)
centres = torch.randn(4, 6) * 2
labels = torch.arange(4).repeat_interleave(8)
x = centres[labels] + 0.5 * torch.randn(32, 6)


class Projector(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(6, 12), nn.BatchNorm1d(12), nn.ReLU(inplace=True), nn.Linear(12, 3))
        self.logit_scale = nn.Parameter(torch.tensor(1.0))

    def forward(self, x):
        return F.normalize(self.net(x), dim=-1)


def info_nce(a, b, scale):
    logits = scale.exp() * a @ b.T
    target = torch.arange(len(a))
    return (F.cross_entropy(logits, target) + F.cross_entropy(logits.T, target)) / 2


def sup_con(z, y, tau=0.2):
    sim = z @ z.T / tau
    eye = torch.eye(len(z), dtype=torch.bool)
    sim = sim.masked_fill(eye, float("-inf"))
    logp = sim - sim.logsumexp(1, keepdim=True)
    same = (y[:, None] == y[None]) & ~eye
    return -(logp.masked_fill(~same, 0.0).sum(1) / same.sum(1)).mean()


model = Projector()
opt = torch.optim.AdamW(model.parameters(), lr=1e-2, weight_decay=1e-3)
for step in range(30):
    noise = lambda: x + 0.1 * torch.randn_like(x)
    a, b = model(noise()), model(noise())
    loss = info_nce(a, b, model.logit_scale) + 0.5 * sup_con(a, labels)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 6 == 0:
        print(f"{step:2d} {loss.item():.4f} scale {model.logit_scale.item():.4f}")
model.eval()
with torch.no_grad():
    z = model(x)
    sim = z @ z.T
    same = labels[:, None] == labels[None]
    off = ~torch.eye(32, dtype=torch.bool)
    print(f"within {sim[same & off].mean().item():.3f} across {sim[~same].mean().item():.3f}")
    knn = sim.masked_fill(~off, -2).topk(3, dim=1).indices
    votes = torch.mode(labels[knn], dim=1).values
    print((votes == labels).float().mean().item())
    uniformity = torch.pdist(z).pow(2).mul(-2).exp().mean().log()
    print(f"{uniformity.item():.3f}")
triplet = nn.TripletMarginLoss(margin=0.3)
anchors, pos, neg = x[::8], x[1::8], x[torch.arange(4).roll(1) * 8]
head = nn.Linear(6, 2)
opt = torch.optim.SGD(head.parameters(), lr=0.05, momentum=0.9)
hist = []
for _ in range(15):
    loss = triplet(head(anchors), head(pos), head(neg))
    opt.zero_grad()
    loss.backward()
    opt.step()
    hist.append(round(loss.item(), 4))
print(hist[:3], hist[-1])
cos = nn.CosineEmbeddingLoss(margin=0.1)
print(round(cos(anchors, pos, torch.ones(4)).item(), 4), round(cos(anchors, neg, -torch.ones(4)).item(), 4))
