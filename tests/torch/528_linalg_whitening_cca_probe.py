import torch

torch.manual_seed(0)
n = 200
latent = torch.randn(n, 2)
X = latent @ torch.randn(2, 5) + 0.3 * torch.randn(n, 5)
Y = latent @ torch.randn(2, 4) + 0.3 * torch.randn(n, 4)
X, Y = X - X.mean(0), Y - Y.mean(0)


def inverse_root(M, eps=1e-4):
    values, vectors = torch.linalg.eigh(M + eps * torch.eye(len(M)))
    return vectors @ torch.diag(values.rsqrt()) @ vectors.T


Cxx, Cyy, Cxy = X.T @ X / n, Y.T @ Y / n, X.T @ Y / n
K = inverse_root(Cxx) @ Cxy @ inverse_root(Cyy)
correlations = torch.linalg.svdvals(K)
print([f"{c:.3f}" for c in correlations])
white = X @ inverse_root(Cxx)
print(torch.allclose(white.T @ white / n, torch.eye(5), atol=1e-2))
w = torch.linalg.lstsq(X, latent[:, :1]).solution
prediction = X @ w
r2 = 1 - (latent[:, :1] - prediction).pow(2).sum() / (latent[:, 0] - latent[:, 0].mean()).pow(2).sum()
print(w.shape, f"R2 {r2:.3f}")
ridge = torch.linalg.solve(X.T @ X + 10 * torch.eye(5), X.T @ latent)
print(ridge.shape, (ridge[:, :1].norm() < w.norm()).item())
Q, R = torch.linalg.qr(X)
print(torch.allclose(Q.T @ Q, torch.eye(5), atol=1e-5), torch.allclose(Q @ R, X, atol=1e-4))


def cka(A, B):
    return (A.T @ B).norm() ** 2 / ((A.T @ A).norm() * (B.T @ B).norm())


print(f"cka {cka(X, Y):.4f} {cka(X, X):.4f} {cka(X, torch.randn(n, 3)):.1f}")
print(torch.linalg.matrix_rank(latent @ torch.randn(2, 5)), torch.linalg.norm(K, 2).allclose(correlations[0]))
