import torch
from torch import nn
from dataclasses import dataclass

@dataclass
class Config:
    d_in: int = 8
    d_hidden: int = 16
    l1: float = 1e-2
    lr: float = 1e-2

class SAE(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = cfg
        self.W_enc = nn.Parameter(nn.init.kaiming_uniform_(torch.empty(cfg.d_in, cfg.d_hidden)))
        self.W_dec = nn.Parameter(nn.init.kaiming_uniform_(torch.empty(cfg.d_hidden, cfg.d_in)))
        self.b_enc = nn.Parameter(torch.zeros(cfg.d_hidden))
        self.b_dec = nn.Parameter(torch.zeros(cfg.d_in))
        self.W_dec.data[:] = self.W_dec / self.W_dec.norm(dim=-1, keepdim=True)

    def forward(self, x):
        acts = torch.relu((x - self.b_dec) @ self.W_enc + self.b_enc)
        recon = acts @ self.W_dec + self.b_dec
        mse = (recon - x).pow(2).sum(-1).mean()
        l1 = acts.abs().sum(-1).mean()
        return mse + self.cfg.l1 * l1, recon, acts, mse, l1

    @torch.no_grad()
    def normalise(self):
        norm = self.W_dec / self.W_dec.norm(dim=-1, keepdim=True)
        proj = (self.W_dec.grad * norm).sum(-1, keepdim=True) * norm
        self.W_dec.grad -= proj
        self.W_dec.data = norm

torch.manual_seed(0)
features = nn.functional.normalize(torch.randn(12, 8), dim=-1)
mask = torch.rand(256, 12) < 0.1
x = (mask * torch.rand(256, 12)) @ features
sae = SAE(Config())
opt = torch.optim.Adam(sae.parameters(), lr=sae.cfg.lr)
for step in range(201):
    loss, recon, acts, mse, l1 = sae(x)
    opt.zero_grad()
    loss.backward()
    sae.normalise()
    opt.step()
    if step % 100 == 0:
        print(f"{step:4d} mse {mse.item():.3f} l1 {l1.item():.2f} L0 {(acts > 0).float().sum(-1).mean().item():.1f}")
sim = nn.functional.normalize(sae.W_dec.detach(), dim=-1) @ features.T
print(sim.shape, f"{sim.max(0).values.mean().item():.2f}" if sim.max(0).values.mean() > 0.5 else "low", torch.allclose(sae.W_dec.norm(dim=-1), torch.ones(16), atol=0.05), sae.cfg)
dead = (acts > 0).sum(0) == 0
print(dead.dtype, dead.shape, (1 - mse / x.var(0).sum()).item() > 0.5)
