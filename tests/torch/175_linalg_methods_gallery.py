import torch

torch.set_printoptions(precision=3, sci_mode=False)
A = torch.tensor([[2.0, -1.0], [-1.0, 2.0]])
B = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(A @ B, A.matmul(B), A.mm(B), torch.mm(A, B), A.mv(B[0]), A.T, A.t(), A.inverse(), A.det(), A.logdet(), A.slogdet(), B.trace(), A.pinverse(), B.matrix_power(2), B.matrix_exp()[0])
print(torch.linalg.eigh(A), torch.linalg.eigvals(B).real.sort()[0], torch.linalg.svd(B).S, B.svd().S, torch.linalg.qr(B).R.abs(), torch.linalg.cholesky(A), A.cholesky(), torch.cholesky_inverse(torch.linalg.cholesky(A)), torch.linalg.lu(B).P, A.lu_solve if False else 0)
print(torch.linalg.solve(A, torch.ones(2)), torch.linalg.lstsq(B, torch.ones(2, 1)).solution, torch.linalg.inv_ex(A).info, torch.linalg.matrix_rank(torch.ones(2, 2)), torch.linalg.cond(A), torch.linalg.norm(B, "fro"), torch.linalg.norm(B, 2), torch.linalg.norm(B, float("inf")), torch.linalg.norm(B, "nuc"), B.norm(1), torch.linalg.vector_norm(B, 3), torch.linalg.matrix_norm(B, 1))
print(torch.outer(A[0], B[0]), torch.ger(A[0], B[0]), A[0].dot(B[0]), torch.vdot(A[0], B[0]), torch.inner(A, B), torch.kron(A, torch.eye(2))[0], torch.linalg.cross(torch.tensor([1.0, 0, 0]), torch.tensor([0, 1.0, 0])), torch.tensordot(A, B, 1), torch.einsum("ij,ij", A, B), torch.chain_matmul(A, B, A) if False else torch.linalg.multi_dot((A, B, A)), torch.addmv(torch.ones(2), A, B[0], beta=2), torch.addr(torch.zeros(2, 2), A[0], B[0]), torch.baddbmm(A[None], A[None], B[None], alpha=0.5), torch.trapz(B), torch.diag(B), torch.diag(B[0]), torch.diag_embed(B).shape, torch.diagflat(B).shape, B.tril(), B.triu(1), torch.block_diag(A, B)[0], torch.vander(B[0]), torch.linalg.vander(B[0]), torch.triangular_solve(B[:, :1], B.triu()).solution if hasattr(torch, "triangular_solve") else 0)
x = torch.randn(4, 3, 3, generator=torch.Generator().manual_seed(0))
S = x @ x.mT + torch.eye(3)
print(torch.linalg.det(S), torch.linalg.inv(S).shape, torch.linalg.eigvalsh(S)[0], torch.linalg.cholesky(S).shape, torch.linalg.solve(S, torch.ones(4, 3, 1)).squeeze(-1)[0], torch.bmm(S, S).shape, S.diagonal(dim1=1, dim2=2).sum(1), torch.linalg.svdvals(x)[1], torch.linalg.matrix_norm(S), torch.linalg.pinv(x[:, :, :2]).shape, torch.linalg.ldl_factor(S).pivots[0])
