import torch

torch.manual_seed(0)
x, d = torch.randn(4, 6), torch.randn(6)
d = d / d.norm()
coef = x @ d
along = coef[:, None] * d
rest = x - along
print(coef, (rest @ d).abs().max() < 1e-6, torch.allclose(along + rest, x), rest.norm(dim=1))
P = torch.eye(6) - torch.outer(d, d)
print(torch.allclose(x @ P, rest, atol=1e-6), torch.linalg.matrix_rank(P), torch.allclose(P @ P, P, atol=1e-6), P.trace())
basis = torch.linalg.qr(torch.randn(6, 2)).Q
print((x @ basis @ basis.T).shape, torch.allclose(basis.T @ basis, torch.eye(2), atol=1e-6))
cos = torch.cosine_similarity(x, d[None], dim=-1)
print(cos, torch.allclose(cos, coef / x.norm(dim=1)), cos.abs().argmax(), torch.rad2deg(cos.acos()))
