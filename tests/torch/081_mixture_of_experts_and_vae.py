import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)

class MoE(nn.Module):
    def __init__(self, d, n, k):
        super().__init__()
        self.gate, self.k = nn.Linear(d, n, bias=False), k
        self.experts = nn.ModuleList([nn.Sequential(nn.Linear(d, 2 * d), nn.ReLU(), nn.Linear(2 * d, d)) for _ in range(n)])

    def forward(self, x):
        weights, idx = self.gate(x).softmax(-1).topk(self.k, dim=-1)
        weights = weights / weights.sum(-1, keepdim=True)
        out = torch.zeros_like(x)
        for e, expert in enumerate(self.experts):
            rows, slot = torch.where(idx == e)
            if rows.numel():
                out.index_add_(0, rows, expert(x[rows]) * weights[rows, slot, None])
        return out, idx

moe = MoE(4, 3, 2)
x = torch.randn(5, 4)
y, idx = moe(x)
print(y.shape, idx, torch.bincount(idx.flatten(), minlength=3), [round(v, 4) for v in y[0].tolist()])
y.sum().backward()
print(moe.gate.weight.grad.shape, [e[0].weight.grad is not None for e in moe.experts])

class VAE(nn.Module):
    def __init__(self, d, z):
        super().__init__()
        self.enc, self.dec = nn.Linear(d, 2 * z), nn.Linear(z, d)

    def forward(self, x):
        mu, logvar = self.enc(x).chunk(2, dim=-1)
        z = mu + torch.randn_like(mu) * (0.5 * logvar).exp()
        recon = torch.sigmoid(self.dec(z))
        kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(-1).mean()
        return F.binary_cross_entropy(recon, x, reduction="sum") / len(x) + kl, kl

data = (torch.rand(32, 6) > 0.5).float()
vae = VAE(6, 2)
opt = torch.optim.Adam(vae.parameters(), lr=0.02)
for step in range(61):
    loss, kl = vae(data)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 30 == 0:
        print(step, f"{loss.item():.2f} {kl.item():.2f}")
teacher, student = torch.randn(4, 5), torch.zeros(4, 5, requires_grad=True)
opt = torch.optim.SGD([student], lr=1.0)
for _ in range(30):
    opt.zero_grad()
    kd = F.kl_div(F.log_softmax(student / 2, -1), F.softmax(teacher / 2, -1), reduction="batchmean") * 4
    kd.backward()
    opt.step()
print(f"{kd.item():.4f}", (student.argmax(-1) == teacher.argmax(-1)).float().mean())
anchor, positive = F.normalize(torch.randn(6, 4), dim=-1), F.normalize(torch.randn(6, 4), dim=-1)
sim = anchor @ positive.T / 0.1
print(f"{F.cross_entropy(sim, torch.arange(6)).item():.4f} {F.cross_entropy(sim.T, torch.arange(6)).item():.4f}", sim.diag().mean() > -100)
