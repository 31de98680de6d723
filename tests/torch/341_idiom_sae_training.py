# A sparse autoencoder on synthetic superposition: L1, dead features, decoder norms, feature recovery.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
features, width, latents = 8, 5, 12
truth = F.normalize(torch.randn(features, width), dim=1)


def batch(n):
    active = (torch.rand(n, features) < 0.15).float()
    return (active * torch.rand(n, features)) @ truth


class SAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.Linear(width, latents)
        self.dec = nn.Linear(latents, width, bias=False)
        self.pre_bias = nn.Parameter(torch.zeros(width))
        with torch.no_grad():
            self.dec.weight.copy_(F.normalize(torch.randn(width, latents), dim=0))
            self.enc.weight.copy_(self.dec.weight.T)

    def forward(self, x):
        z = F.relu(self.enc(x - self.pre_bias))
        return self.dec(z) + self.pre_bias, z


sae = SAE()
print(sae, sum(p.numel() for p in sae.parameters()))
opt = torch.optim.Adam(sae.parameters(), lr=1e-2)
first = None
for step in range(200):
    x = batch(128)
    y, z = sae(x)
    loss = F.mse_loss(y, x) + 3e-3 * z.abs().sum(1).mean()
    first = first or loss.item()
    opt.zero_grad()
    loss.backward()
    opt.step()
    with torch.no_grad():
        sae.dec.weight.div_(sae.dec.weight.norm(dim=0, keepdim=True))
with torch.no_grad():
    x = batch(512)
    y, z = sae(x)
print("better", loss.item() < first, "variance explained > 0.7", (1 - (x - y).var() / x.var()).item() > 0.7)
print("norms", torch.allclose(sae.dec.weight.norm(dim=0), torch.ones(latents), atol=1e-5), "L0 small", z.gt(0).float().sum(1).mean().item() < 6)
similarity = (truth @ sae.dec.weight).max(1)
print("recovered", (similarity.values > 0.7).sum().item() >= 4, similarity.indices.shape, "alive", (z > 0).any(0).sum().item() > 4)
top = z.topk(3, dim=0)
print(top.values.shape, top.indices.shape, (top.values[:-1] >= top.values[1:]).all().item())
ablated = z.clone()
strongest = z.mean(0).argmax()
ablated[:, strongest] = 0
with torch.no_grad():
    change = (sae.dec(z) - sae.dec(ablated)).norm(dim=1)
print("ablation is the latent's direction", torch.allclose(change, z[:, strongest], atol=1e-5))
