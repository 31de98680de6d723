import torch
import torch.nn.functional as F

torch.manual_seed(0)
features, hidden, batch = 6, 2, 256
W = torch.nn.Parameter(torch.randn(hidden, features) * 0.3)
b = torch.nn.Parameter(torch.zeros(features))
importance = 0.8 ** torch.arange(features)
optimizer = torch.optim.Adam([W, b], lr=1e-2)
for step in range(301):
    x = torch.rand(batch, features) * (torch.rand(batch, features) < 0.3)
    out = F.relu(x @ W.T @ W + b)
    loss = (importance * (out - x) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 100 == 0:
        print(step, f"{loss.item():.5f}")
with torch.no_grad():
    norms = W.norm(dim=0)
    unit = W / norms.clamp_min(1e-6)
    interference = (unit.T @ unit).fill_diagonal_(0)
    print([f"{n:.2f}" for n in norms.tolist()])
    print("represented", (norms > 0.5).sum().item(), "most interference", f"{interference.abs().max():.2f}")
    print(W.shape, b.requires_grad, (W.T @ W).shape)
