import torch

torch.manual_seed(0)
x = torch.randn(50, 3) @ torch.tensor([[2.0, 0.0, 0.0], [0.5, 1.0, 0.0], [0.0, 0.3, 0.2]])
c = x - x.mean(0)
cov = c.T @ c / (len(x) - 1)
print(torch.allclose(cov, torch.cov(x.T), atol=1e-5), cov.trace(), torch.linalg.eigvalsh(cov))
w, v = torch.linalg.eigh(cov)
white = c @ v @ torch.diag(w.rsqrt())
print((torch.cov(white.T) - torch.eye(3)).abs().max() < 1e-4, white.std(0))
L = torch.linalg.cholesky(cov)
z = torch.linalg.solve_triangular(L, c.T, upper=False).T
print(z.std(0), z.mean(0).abs().max() < 1e-6, (c @ torch.linalg.inv(cov) * c).sum(1).sqrt().topk(2))
