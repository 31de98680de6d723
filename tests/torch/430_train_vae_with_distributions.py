import torch
from torch import nn
import torch.nn.functional as F
from torch.distributions import Normal, Bernoulli, Independent, kl_divergence

torch.manual_seed(0)
patterns = torch.tensor([[1, 1, 1, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 0, 0], [0, 0, 0, 0, 0, 1, 1, 1]]).float()
data = patterns[torch.randint(0, 3, (64,))]
data = (data - (torch.rand_like(data) < 0.05).float()).abs()


class VAE(nn.Module):
    def __init__(self, d=8, h=16, z=2):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(d, h), nn.Tanh())
        self.mu, self.log_std = nn.Linear(h, z), nn.Linear(h, z)
        self.dec = nn.Sequential(nn.Linear(z, h), nn.Tanh(), nn.Linear(h, d))
        self.register_buffer("zero", torch.zeros(z))

    def posterior(self, x):
        h = self.enc(x)
        return Independent(Normal(self.mu(h), self.log_std(h).exp()), 1)

    def prior(self, n):
        return Independent(Normal(self.zero.expand(n, -1), 1.0), 1)

    def forward(self, x):
        q = self.posterior(x)
        z = q.rsample()
        like = Independent(Bernoulli(logits=self.dec(z)), 1)
        recon = -like.log_prob(x)
        kl = kl_divergence(q, self.prior(len(x)))
        return recon, kl


vae = VAE()
opt = torch.optim.Adam(vae.parameters(), lr=0.02)
for epoch in range(6):
    perm = torch.randperm(len(data))
    total = torch.zeros(2)
    for i in range(0, len(data), 16):
        recon, kl = vae(data[perm[i:i + 16]])
        loss = (recon + 0.5 * kl).mean()
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(vae.parameters(), 5.0)
        opt.step()
        total += torch.stack([recon.sum(), kl.sum()]).detach()
    r, k = (total / len(data)).tolist()
    print(f"epoch {epoch} recon {r:.4f} kl {k:.4f} elbo {-(r + k):.4f}")
vae.eval()
with torch.no_grad():
    q = vae.posterior(patterns)
    print(q, q.mean.shape, q.entropy().round(decimals=3))
    recon = torch.sigmoid(vae.dec(q.mean))
    print(((recon > 0.5).float() == patterns).float().mean().item())
    torch.manual_seed(1)
    samples = Bernoulli(logits=vae.dec(vae.prior(4).sample())).sample()
    print(samples.shape, samples.sum(1))
    steps = torch.linspace(0, 1, 5)[:, None]
    path = torch.sigmoid(vae.dec(q.mean[0] * (1 - steps) + q.mean[1] * steps))
    print(path[:, 0].round(decimals=2).tolist())
    x = data[:5]
    z = vae.posterior(x).sample((50,))
    w = Independent(Bernoulli(logits=vae.dec(z)), 1).log_prob(x) + vae.prior(5).log_prob(z) - vae.posterior(x).log_prob(z)
    print((w.logsumexp(0) - torch.tensor(50.0).log()).mean().round(decimals=2))
