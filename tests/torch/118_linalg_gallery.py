import torch

A = torch.tensor([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
b = torch.tensor([1.0, 2.0, 3.0])
print(torch.linalg.det(A), A.det(), torch.linalg.inv(A), A.inverse() @ A, torch.linalg.solve(A, b), A.trace(), torch.linalg.matrix_rank(A), torch.linalg.cond(A))
print(torch.linalg.norm(A), torch.linalg.norm(b, 1), torch.linalg.matrix_norm(A, 2), torch.linalg.vector_norm(A, dim=1), torch.linalg.matrix_power(A, 3), A.matrix_power(-1), torch.linalg.slogdet(A), A.logdet())
w, V = torch.linalg.eigh(A)
print(w, (V @ torch.diag(w) @ V.T - A).abs().max() < 1e-5, torch.linalg.eigvalsh(A), torch.linalg.svdvals(A), torch.linalg.cholesky(A), torch.linalg.eigvals(A).real.sort()[0])
U, S, Vh = torch.linalg.svd(A)
print(S, torch.allclose(U @ torch.diag(S) @ Vh, A, atol=1e-5), torch.svd(A).S, torch.linalg.svd(A[:, :2], full_matrices=False).U.shape)
Q, R = torch.linalg.qr(A)
print(torch.allclose(Q @ R, A, atol=1e-5), torch.allclose(Q.T @ Q, torch.eye(3), atol=1e-5), R.triu().equal(R) or (R - R.triu()).abs().max(), torch.linalg.lu(A).L.diag(), torch.linalg.lu_factor(A)[1])
print(torch.linalg.lstsq(A, b.unsqueeze(1)).solution.squeeze(), torch.linalg.pinv(A[:, :2]), torch.linalg.solve_triangular(A.triu(), b[:, None], upper=True), torch.cholesky_solve(b[:, None], torch.linalg.cholesky(A)), torch.linalg.multi_dot([A, A, b]))
print(torch.outer(b, b), b.dot(b), torch.inner(b, b), torch.cross(b, b.flip(0), dim=0), torch.kron(torch.eye(2), b[None]), torch.linalg.cross(b, A[0]), b @ A, A @ b, A.mv(b), A.mm(A)[0], torch.addmm(A, A, A)[0], torch.bmm(A[None], A[None]).shape, torch.baddbmm(A[None], A[None], A[None])[0, 0])
print(torch.matrix_exp(torch.zeros(2, 2)), torch.linalg.matrix_exp(A / 10)[0], torch.linalg.vecdot(b, b), torch.linalg.householder_product(A, b).shape, torch.linalg.eig(torch.tensor([[0.0, 1.0], [-1.0, 0.0]])).eigenvalues.imag.abs(), torch.linalg.tensorsolve(torch.eye(4).reshape(2, 2, 2, 2), torch.ones(2, 2)))
for f in (lambda: torch.linalg.inv(torch.zeros(2, 2)), lambda: torch.linalg.cholesky(-torch.eye(2)), lambda: torch.linalg.solve(torch.zeros(2, 2), torch.ones(2)), lambda: torch.linalg.inv(torch.ones(2, 3)), lambda: torch.linalg.det(b), lambda: A @ torch.ones(4), lambda: torch.mm(A, b), lambda: torch.bmm(A, A), lambda: b.dot(torch.ones(4)), lambda: torch.linalg.eigh(A.long())):
    try:
        print(f())
    except (RuntimeError, torch.linalg.LinAlgError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
