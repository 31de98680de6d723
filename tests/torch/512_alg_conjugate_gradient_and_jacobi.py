import torch

torch.manual_seed(0)
n = 6
A = torch.randn(n, n, dtype=torch.float64)
A = A @ A.T + n * torch.eye(n, dtype=torch.float64)
b = torch.arange(1, n + 1, dtype=torch.float64)
x = torch.zeros_like(b)
r = b - A @ x
p = r.clone()
for k in range(n):
    Ap = A @ p
    alpha = r.dot(r) / p.dot(Ap)
    x += alpha * p
    new = r - alpha * Ap
    if new.norm() < 1e-10:
        break
    p = new + (new.dot(new) / r.dot(r)) * p
    r = new
    print(k, f"{r.norm():.6f}")
print(torch.allclose(x, torch.linalg.solve(A, b)), x)
D = A.diagonal()
y = torch.zeros_like(b)
for k in range(500):
    y = (b - (A - torch.diag(D)) @ y) / D
    if not torch.isfinite(y).all():
        break
spectral = torch.linalg.eigvals(torch.eye(n, dtype=torch.float64) - torch.diag(1 / D) @ A).abs().max()
print(f"spectral radius {spectral:.4f}", "converges" if spectral < 1 else "diverges", torch.allclose(x, y, atol=1e-4) == bool(spectral < 0.97))
L = torch.linalg.cholesky(A)
z = torch.cholesky_solve(b[:, None], L)[:, 0]
print((z - x).abs().max() < 1e-9, torch.linalg.cond(A) > 1)
