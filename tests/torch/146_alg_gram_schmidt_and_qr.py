import torch

torch.set_printoptions(precision=3, sci_mode=False)
A = torch.tensor([[1.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
Q = torch.zeros_like(A)
R = torch.zeros(3, 3)
for j in range(A.shape[1]):
    v = A[:, j].clone()
    for i in range(j):
        R[i, j] = Q[:, i] @ A[:, j]
        v -= R[i, j] * Q[:, i]
    R[j, j] = v.norm()
    Q[:, j] = v / R[j, j]
print(Q, R, Q @ R, Q.T @ Q)
q, r = torch.linalg.qr(A)
print(torch.allclose(q.abs(), Q.abs(), atol=1e-6), torch.allclose(r.abs(), R.abs(), atol=1e-6))
x = A.clone()
for _ in range(50):
    q, r = torch.linalg.qr(x)
    x = r @ q
print(x.diag().sort().values, torch.linalg.eigvalsh((A + A.T) / 2))
b = torch.tensor([2.0, 3.0, 4.0])
y = Q.T @ b
sol = torch.zeros(3)
for i in reversed(range(3)):
    sol[i] = (y[i] - R[i, i + 1:] @ sol[i + 1:]) / R[i, i]
print(sol, A @ sol, torch.linalg.solve(A, b))
