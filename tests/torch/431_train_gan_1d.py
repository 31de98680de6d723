import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(1)
real = torch.cat([torch.randn(64, 1) * 0.3 + 2.0, torch.randn(64, 1) * 0.3 - 2.0])
loader = DataLoader(TensorDataset(real), batch_size=32, shuffle=True, drop_last=True)
G = nn.Sequential(nn.Linear(3, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
D = nn.Sequential(nn.utils.spectral_norm(nn.Linear(1, 16)), nn.LeakyReLU(0.2), nn.Dropout(0.1), nn.Linear(16, 1))
g_opt = torch.optim.Adam(G.parameters(), lr=5e-3, betas=(0.5, 0.999))
d_opt = torch.optim.Adam(D.parameters(), lr=5e-3, betas=(0.5, 0.999))
bce = nn.BCEWithLogitsLoss()
log = {"d": [], "g": []}
for epoch in range(5):
    for (x,) in loader:
        z = torch.randn(len(x), 3)
        fake = G(z)
        d_loss = bce(D(x), torch.ones(len(x), 1) * 0.9) + bce(D(fake.detach()), torch.zeros(len(x), 1))
        d_opt.zero_grad()
        d_loss.backward()
        d_opt.step()
        g_loss = bce(D(fake), torch.ones(len(x), 1))
        g_opt.zero_grad()
        g_loss.backward()
        g_opt.step()
        log["d"].append(d_loss.item())
        log["g"].append(g_loss.item())
    print(f"epoch {epoch}: D {sum(log['d'][-4:]) / 4:.4f} G {sum(log['g'][-4:]) / 4:.4f}")
G.eval(), D.eval()
with torch.no_grad():
    fake = G(torch.randn(200, 3))
    print(f"{fake.mean().item():.3f} {fake.std().item():.3f} {(fake > 0).float().mean().item():.3f}")
    print(torch.sigmoid(D(torch.tensor([[2.0], [0.0], [-2.0]]))).flatten().round(decimals=3))
x = torch.linspace(-3, 3, 5)[:, None].requires_grad_()
score = D(x).sum()
(grad,) = torch.autograd.grad(score, x, create_graph=True)
penalty = ((grad.norm(2, dim=1) - 1) ** 2).mean()
penalty.backward()
print(f"{penalty.item():.4f}", D[3].weight.grad.abs().sum().round(decimals=4), D[0].weight_orig.grad.shape)
print(sorted(D.state_dict()), D[0].weight_u.shape)
critic = nn.Sequential(nn.Linear(1, 8), nn.ReLU(), nn.Linear(8, 1))
c_opt = torch.optim.RMSprop(critic.parameters(), lr=1e-2)
for step in range(10):
    batch = real[torch.randint(0, len(real), (32,))]
    loss = critic(fake[torch.randint(0, 200, (32,))]).mean() - critic(batch).mean()
    c_opt.zero_grad()
    loss.backward()
    c_opt.step()
    for p in critic.parameters():
        p.data.clamp_(-0.1, 0.1)
print(f"wasserstein {-loss.item():.5f}", max(p.abs().max().item() for p in critic.parameters()))
