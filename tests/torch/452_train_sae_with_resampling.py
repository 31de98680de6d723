import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
n_feat, d, batch = 12, 5, 64
W_true = F.normalize(torch.randn(n_feat, d), dim=-1)


def sample(n):
    active = torch.rand(n, n_feat) < 0.15
    return (active * torch.rand(n, n_feat)) @ W_true


class SAE(nn.Module):
    def __init__(self, d, h, k=None):
        super().__init__()
        self.W_enc = nn.Parameter(torch.empty(d, h))
        nn.init.kaiming_uniform_(self.W_enc)
        self.W_dec = nn.Parameter(self.W_enc.detach().T.clone())
        self.b_enc, self.b_dec = nn.Parameter(torch.zeros(h)), nn.Parameter(torch.zeros(d))
        self.k = k
        self.norm()

    @torch.no_grad()
    def norm(self):
        self.W_dec.data = F.normalize(self.W_dec, dim=-1)

    def encode(self, x):
        pre = (x - self.b_dec) @ self.W_enc + self.b_enc
        if self.k is None:
            return F.relu(pre)
        top = pre.topk(self.k, dim=-1)
        return torch.zeros_like(pre).scatter_(-1, top.indices, F.relu(top.values))

    def forward(self, x):
        z = self.encode(x)
        return z @ self.W_dec + self.b_dec, z


for k in (None, 3):
    torch.manual_seed(1)
    sae = SAE(d, 16, k)
    opt = torch.optim.Adam(sae.parameters(), lr=5e-3, betas=(0.0, 0.999))
    fired = torch.zeros(16)
    for step in range(60):
        x = sample(batch)
        rec, z = sae(x)
        mse, l1 = (rec - x).pow(2).sum(-1).mean(), z.abs().sum(-1).mean()
        loss = mse + (0.05 * l1 if k is None else 0.0)
        opt.zero_grad()
        loss.backward()
        g = sae.W_dec.grad
        g -= (g * sae.W_dec.data).sum(-1, keepdim=True) * sae.W_dec.data
        opt.step()
        sae.norm()
        fired += (z > 0).float().sum(0).detach()
        if step == 29:
            dead = (fired == 0).nonzero().flatten()
            with torch.no_grad():
                err = (rec - x).pow(2).sum(-1)
                if len(dead):
                    pick = torch.multinomial(err, len(dead), replacement=True)
                    sae.W_enc[:, dead] = F.normalize(x[pick], dim=-1).T * 0.2
            print("dead", len(dead))
        if step % 20 == 19:
            print(f"k={k} {step} mse {mse.item():.4f} l1 {l1.item():.4f} l0 {(z > 0).float().sum(-1).mean().item():.2f}")
    with torch.no_grad():
        sim = F.normalize(sae.W_dec, dim=-1) @ W_true.T
        print(f"mmcs {sim.abs().max(0).values.mean().item():.3f}", sae.W_dec.norm(dim=-1).allclose(torch.ones(16)))
        x = sample(512)
        rec, z = sae(x)
        fvu = (x - rec).pow(2).sum() / (x - x.mean(0)).pow(2).sum()
        print(f"fvu {fvu.item():.3f} density {(z > 0).float().mean(0).sort(descending=True).values[:4].tolist()[0] <= 1}")
