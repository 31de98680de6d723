import torch

X = torch.tensor([[2.5, 2.4], [0.5, 0.7], [2.2, 2.9], [1.9, 2.2], [3.1, 3.0], [2.3, 2.7], [2.0, 1.6], [1.0, 1.1]])
mu = X.mean(0)
U, S, Vh = torch.linalg.svd(X - mu, full_matrices=False)
print(S, S ** 2 / (len(X) - 1), (S ** 2 / (S ** 2).sum()))
scores = (X - mu) @ Vh.T
print(scores.var(0), torch.allclose(scores, U * S, atol=1e-5), scores.abs()[:2])
cov = torch.cov(X.T)
L, V = torch.linalg.eigh(cov)
print(cov, L.flip(0), (V[:, -1].abs() - Vh[0].abs()).abs().max() < 1e-5, torch.linalg.matrix_rank(X - mu))
recon = scores[:, :1] @ Vh[:1] + mu
print((recon - X).pow(2).sum(), S[1] ** 2, torch.linalg.norm(X - mu), torch.linalg.cond(cov))
U2, S2, V2 = torch.pca_lowrank(X, q=2)
print(S2, V2.shape)
