import torch

torch.manual_seed(0)
C = torch.rand(4, 4)
K = torch.exp(-C / 0.1)
u, v = torch.ones(4), torch.ones(4)
for _ in range(200):
    u = 0.25 / (K @ v)
    v = 0.25 / (K.T @ u)
P = u[:, None] * K * v[None, :]
print(P.sum(0), P.sum(1), (P * C).sum(), P.argmax(1))
inf = float("inf")
D = torch.tensor([[0, 3, inf, 7], [8, 0, 2, inf], [5, inf, 0, 1], [2, inf, inf, 0]])
for k in range(4):
    D = torch.minimum(D, D[:, k:k + 1] + D[k:k + 1, :])
print(D, D.isinf().any())
G = torch.tensor([[0, 1, 1, 0], [0, 0, 1, 0], [1, 0, 0, 1], [0, 0, 1, 0]], dtype=torch.float)
M = (G / G.sum(1, keepdim=True)).T
r = torch.full((4,), 0.25)
for i in range(100):
    new = 0.85 * M @ r + 0.15 / 4
    if torch.norm(new - r, p=1) < 1e-7:
        break
    r = new
print(i, r, r.sum(), r.argsort(descending=True))
reach = (torch.matrix_power(torch.eye(4) + G, 4) > 0).int()
print(reach, G.sum(), torch.triu(G).nonzero().tolist())
