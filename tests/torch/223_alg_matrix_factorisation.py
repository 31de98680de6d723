import torch

torch.manual_seed(0)
R = torch.tensor([[5.0, 3, 0, 1], [4, 0, 0, 1], [1, 1, 0, 5], [0, 1, 5, 4]])
mask = R > 0
U = torch.nn.Parameter(torch.rand(4, 2))
V = torch.nn.Parameter(torch.rand(4, 2))
opt = torch.optim.Adam([U, V], lr=0.05)
for i in range(300):
    loss = ((R - U @ V.T)[mask] ** 2).mean() + 1e-3 * (U.norm() + V.norm())
    opt.zero_grad(); loss.backward(); opt.step()
print(f"{loss.item():.4f}", ((U @ V.T).detach()[mask] - R[mask]).abs().max() < 0.3)
u, s, vh = torch.linalg.svd(R)
rank2 = u[:, :2] @ torch.diag(s[:2]) @ vh[:2]
print(s, (R - rank2).norm(), (s[2:] ** 2).sum().sqrt(), rank2.round(decimals=2))
W, Hm = torch.rand(4, 2, generator=torch.Generator().manual_seed(1)), torch.rand(2, 4, generator=torch.Generator().manual_seed(2))
for _ in range(100):
    Hm *= (W.T @ R) / (W.T @ W @ Hm + 1e-9)
    W *= (R @ Hm.T) / (W @ Hm @ Hm.T + 1e-9)
print((R - W @ Hm).norm())
