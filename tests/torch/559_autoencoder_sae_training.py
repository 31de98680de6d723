import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
d, m = 8, 24
truth = F.normalize(torch.randn(16, d), dim=1)
codes = torch.rand(512, 16) * (torch.rand(512, 16) < 0.1)
data = codes @ truth


class SAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.W_enc = nn.Parameter(nn.init.kaiming_uniform_(torch.empty(d, m)))
        self.W_dec = nn.Parameter(F.normalize(self.W_enc.T.detach().clone(), dim=1))
        self.b_enc, self.b_dec = nn.Parameter(torch.zeros(m)), nn.Parameter(data.mean(0).clone())

    def encode(self, x):
        return F.relu((x - self.b_dec) @ self.W_enc + self.b_enc)

    def forward(self, x):
        z = self.encode(x)
        return z @ self.W_dec + self.b_dec, z

    @torch.no_grad()
    def normalise(self):
        self.W_dec.div_(self.W_dec.norm(dim=1, keepdim=True))
        if self.W_dec.grad is not None:
            self.W_dec.grad -= (self.W_dec.grad * self.W_dec).sum(1, keepdim=True) * self.W_dec


sae = SAE()
opt = torch.optim.Adam(sae.parameters(), lr=5e-3, betas=(0.9, 0.99))
for step in range(150):
    batch = data[torch.randint(512, (128,))]
    out, z = sae(batch)
    mse, l1 = F.mse_loss(out, batch), z.abs().sum(-1).mean()
    loss = mse + 1e-3 * l1
    opt.zero_grad()
    loss.backward()
    sae.normalise()
    opt.step()
    if step % 50 == 0 or step == 149:
        print(f"{step:3d} mse {mse.item():.4f} l1 {l1.item():.3f} l0 {(z > 0).float().sum(-1).mean().item():.2f}")
sae.normalise()
with torch.no_grad():
    cosine = F.cosine_similarity(sae.W_dec[:, None], truth[None], dim=-1)
    z = sae.encode(data)
    print((cosine.max(0).values > 0.5).sum().item() > 3, sae.W_dec.norm(dim=1).allclose(torch.ones(m), atol=1e-5))
    print(f"dead {(z.amax(0) == 0).float().mean():.2f}", z.shape, f"{1 - (sae(data)[0] - data).var() / data.var():.3f}")
print({k: tuple(v.shape) for k, v in sae.state_dict().items()})
