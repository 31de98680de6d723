# torch.linalg and the older spellings of the same; values made unambiguous by signs and sorting.
import torch

torch.manual_seed(0)
a = torch.tensor([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])
b = torch.tensor([[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]])
L = torch.linalg
print(L.det(a), a.det(), torch.logdet(a), L.slogdet(a), a.slogdet().logabsdet, L.inv(a), a.inverse(), torch.inverse(a) @ a)
print(L.solve(a, b), L.solve(a, b[:, 0]), L.solve(a, b.T, left=False), torch.linalg.solve_triangular(a.tril(), b, upper=False), torch.triangular_solve(b, a.triu()).solution if hasattr(torch, "triangular_solve") else "", torch.cholesky_solve(b, L.cholesky(a)))
print(L.cholesky(a), L.cholesky(a, upper=True), torch.cholesky_inverse(L.cholesky(a)), L.eigvalsh(a), L.eigh(a).eigenvalues, L.eigvals(a).real.sort().values, L.eig(a).eigenvalues.dtype, L.svdvals(a), L.cond(a), L.cond(a, 1), L.cond(a, "fro"), L.cond(a, -2))
q, r = L.qr(b)
print((q @ r), r.diagonal().abs(), L.qr(b, mode="complete").Q.shape, L.qr(b, mode="r").R.abs(), L.qr(b, mode="r").Q)
u, s, vh = L.svd(b, full_matrices=False)
print(u.shape, s, (u * s) @ vh, L.svd(b).U.shape, torch.svd(b).V.shape, b.svd()[1], torch.linalg.svd(b, full_matrices=True)[2].abs())
print(L.pinv(b), b.pinverse(), L.matrix_rank(b), L.matrix_rank(torch.ones(3, 3)), L.matrix_rank(a, hermitian=True), L.lstsq(b, torch.ones(3, 1)).solution, L.lstsq(b, torch.ones(3, 1)).residuals, L.lstsq(b, torch.ones(3, 1)).rank)
for order in [None, "fro", "nuc", float("inf"), -float("inf"), 1, -1, 2, -2]:
    print(order, L.norm(b, ord=order), L.matrix_norm(b, order) if order is not None else L.matrix_norm(b))
for order in [0, 1, 2, 3, 0.5, float("inf"), -float("inf"), -1]:
    print(order, L.vector_norm(b + 2, order), L.norm(b[:, 0] + 1, order), L.vector_norm(b + 2, order, dim=0), torch.norm(b, p=order, dim=1))
print(torch.norm(b), b.norm(), b.norm("fro"), b.norm("nuc"), b.norm(1), b.norm(float("inf")), torch.norm(b, dim=1, keepdim=True), b.norm(2, 0, dtype=torch.float64), L.norm(b, dim=1), L.norm(b, dim=(0, 1), keepdim=True))
print(L.matrix_power(a, 3), a.matrix_power(-1), torch.matrix_power(a, 0), L.matrix_exp(torch.tensor([[0.0, 1.0], [-1.0, 0.0]])), torch.matrix_exp(torch.zeros(2, 2)), L.multi_dot([a, b, b.T]), torch.chain_matmul(a, b) if hasattr(torch, "chain_matmul") else "", L.vecdot(b, b), L.cross(b.T[0], b.T[1]), torch.cross(b.T, b.T.flip(0), dim=1), L.outer(b[:, 0], b[:, 1]) if hasattr(L, "outer") else torch.outer(b[:, 0], b[:, 1]))
p, l, u = L.lu(a)
print(p @ l @ u, L.lu_factor(a).pivots, torch.lu_unpack(*L.lu_factor(a))[1], L.lu_solve(*L.lu_factor(a), b), torch.lu_solve(b, *L.lu_factor(a)) if hasattr(torch, "lu_solve") else "", L.ldl_factor(a).LD, L.householder_product(*torch.geqrf(b)).abs(), L.tensorinv(torch.eye(4).reshape(2, 2, 2, 2), ind=2).shape, L.tensorsolve(torch.eye(4).reshape(2, 2, 2, 2), torch.ones(2, 2)), L.diagonal(a, offset=1), L.vander(torch.tensor([1, 2, 3])), L.matmul(a, b))
print(torch.trace(a), a.trace(), torch.diag(a), torch.diagflat(torch.tensor([1, 2])), torch.diag_embed(torch.ones(2, 2)).shape, torch.tril(a, -1), a.triu(1), torch.ger(b[:, 0], b[:, 0]) if hasattr(torch, "ger") else "", torch.addr(a, b[:, 0], b[:, 1]), torch.addmv(b[:, 0], a, b[:, 1], beta=2, alpha=0.5), torch.addbmm(a, a[None], a[None]), torch.baddbmm(a[None], a[None], a[None], beta=0)[0], torch.vdot(b[:, 0], b[:, 1]), torch.inner(b, b), torch.mv(a, b[:, 0]))
batch = torch.stack([a, 2 * a])
print(L.det(batch), L.inv(batch)[1], L.eigvalsh(batch), L.norm(batch, dim=(1, 2)), L.matrix_norm(batch, ord=1), batch.logdet(), L.cholesky(batch)[0, 0], (batch @ b).shape, L.solve(batch, b).shape, L.inv_ex(torch.zeros(2, 2)).info, L.cholesky_ex(-torch.eye(2)).info, L.matrix_rank(batch), torch.svd_lowrank(a, q=2)[1].shape, torch.pca_lowrank(b, q=1)[1].shape, torch.lobpcg(a, k=1)[0].shape)
