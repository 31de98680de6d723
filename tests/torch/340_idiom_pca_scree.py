# PCA of activations by covariance, SVD and power iteration; explained variance; reconstruction.
import torch

torch.manual_seed(0)
basis = torch.linalg.qr(torch.randn(6, 6)).Q[:, :2]
codes = torch.randn(200, 2) * torch.tensor([3.0, 1.0])
data = codes @ basis.T + 0.05 * torch.randn(200, 6) + torch.arange(6.0)
mean = data.mean(0)
centred = data - mean
cov = centred.T @ centred / (len(data) - 1)
values, vectors = torch.linalg.eigh(cov)
values, vectors = values.flip(0), vectors.flip(1)
print("eigenvalues", [round(v, 2) for v in values[:3].tolist()], "explained", (values / values.sum()).cumsum(0)[:3].mul(1000).round().div(1000))
u, s, vh = torch.linalg.svd(centred, full_matrices=False)
print("svd agrees", torch.allclose(s[:3] ** 2 / 199, values[:3], rtol=1e-3), torch.allclose((vh[:2] @ vectors[:, :2]).abs(), torch.eye(2), atol=1e-2))
v = torch.ones(6) / 6**0.5
for step in range(50):
    v = cov @ v
    v = v / v.norm()
print("power iteration", round((v @ cov @ v).item(), 2), round((v @ vectors[:, 0]).abs().item(), 4))
deflated = cov - values[0] * torch.outer(vectors[:, 0], vectors[:, 0])
print("deflated top", round(torch.linalg.eigvalsh(deflated)[-1].item(), 2), round(values[1].item(), 2))
for k in range(4):
    low = centred @ vectors[:, :k] @ vectors[:, :k].T
    print(k, f"{(1 - (centred - low).pow(2).sum() / centred.pow(2).sum()).item():.3f}")
projected = centred @ vectors[:, :2]
print(projected.shape, projected.mean(0).abs().max() < 1e-5, torch.corrcoef(projected.T)[0, 1].abs() < 1e-4)
whitened = projected / values[:2].sqrt()
print((whitened.T @ whitened / 199).round(decimals=2).abs())
angle = torch.linalg.svdvals(basis.T @ vectors[:, :2])
print("subspace overlap", angle.round(decimals=3))
for name, matrix in [("low rank", centred), ("noise", torch.randn(200, 6))]:
    sv = torch.linalg.svdvals(matrix)
    p = sv**2 / (sv**2).sum()
    print(f"{name:<9} effective rank {torch.exp(-(p * p.log()).sum()).item():.2f} participation {1 / (p**2).sum().item():.2f}")
