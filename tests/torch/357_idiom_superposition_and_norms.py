# Feature geometry: interference, dimensionality, nearest directions, orthogonalising, random projections.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
W = F.normalize(torch.randn(6, 3), dim=1)
gram = W @ W.T
interference = gram - torch.eye(6)
print(gram.diagonal(), interference.abs().max() < 1, (interference**2).sum(1).shape)
dimensionality = W.norm(dim=1) ** 2 / (F.normalize(W, dim=1) @ W.T).pow(2).sum(1)
print(dimensionality.sum() <= 3.001, dimensionality.shape, torch.linalg.matrix_rank(W))
pairs = torch.combinations(torch.arange(6), 2)
closest = pairs[gram[pairs[:, 0], pairs[:, 1]].abs().argmax()]
print(pairs.shape, gram[tuple(closest)].abs() == interference.abs().max())
ortho = []
for v in W[:3]:
    for u in ortho:
        v = v - (v @ u) * u
    ortho.append(v / v.norm())
Q = torch.stack(ortho)
print(torch.allclose(Q @ Q.T, torch.eye(3), atol=1e-5), torch.allclose(Q.T @ Q, torch.eye(3), atol=1e-5))
x = torch.tensor([1.0, 0, 0, 2.0, 0, 0])
hidden = x @ W
decoded = F.relu(hidden @ W.T)
print(decoded.topk(2).indices.sort().values.shape, torch.linalg.lstsq(W.T, hidden).solution.shape)
omp, residual, chosen = torch.zeros(6), hidden.clone(), []
for _ in range(3):
    chosen.append((W @ residual).abs().argmax().item())
    basis = W[chosen]
    coefficients = torch.linalg.lstsq(basis.T, hidden[:, None]).solution[:, 0]
    residual = hidden - coefficients @ basis
print(residual.norm() < 1e-3, len(set(chosen)))
points = torch.randn(20, 200)
projected = points @ torch.randn(200, 100) / 10
ratio = torch.pdist(projected) / torch.pdist(points)
print(ratio.shape, 0.6 < ratio.min() < ratio.max() < 1.4, abs(ratio.mean() - 1) < 0.1)
P = Q[:2].T @ Q[:2]
print(torch.allclose(P @ P, P, atol=1e-5), P.trace().round(decimals=4), torch.linalg.eigvalsh(P).round(decimals=3).abs())
reflect = torch.eye(3) - 2 * torch.outer(Q[0], Q[0])
print(torch.allclose(reflect @ reflect, torch.eye(3), atol=1e-5), torch.linalg.det(reflect).round(decimals=4))
