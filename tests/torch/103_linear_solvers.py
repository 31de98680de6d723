import torch
import torch.nn as nn
import torch.nn.functional as F

A = torch.tensor([[4.0, 1.0], [2.0, 3.0]])
b = torch.tensor([1.0, 2.0])
print(torch.linalg.solve(A, b), A.inverse() @ b, torch.linalg.inv(A), torch.linalg.lstsq(A, b[:, None]).solution, torch.linalg.pinv(A), torch.linalg.solve(A, torch.eye(2)))
print(A @ torch.linalg.solve(A, b) - b, torch.linalg.det(A), A.det(), A.logdet(), torch.linalg.slogdet(A), torch.linalg.cond(A), torch.linalg.matrix_rank(A), torch.linalg.norm(A, 2), torch.linalg.norm(A, 'fro'), torch.linalg.norm(A, 1), torch.linalg.norm(A, float('inf')))
print(torch.linalg.cholesky(A @ A.T), torch.cholesky_inverse(torch.linalg.cholesky(A @ A.T)), torch.linalg.eigh(A @ A.T), torch.linalg.svd(A).S, torch.linalg.qr(A).R.abs(), torch.linalg.lu(A), torch.lu(A)[1] if hasattr(torch, 'lu') else '')
print(torch.linalg.eigvals(A), torch.linalg.eig(torch.eye(2)).eigenvalues, torch.linalg.matrix_exp(torch.zeros(2, 2)), torch.linalg.householder_product(torch.eye(2), torch.zeros(2)), torch.linalg.vander(b), torch.linalg.vecdot(b, b), torch.linalg.tensorsolve(torch.eye(4).view(2, 2, 2, 2), A), torch.linalg.tensorinv(torch.eye(4).view(2, 2, 2, 2), ind=2).shape)
print(torch.linalg.matrix_norm(A), torch.linalg.vector_norm(b, 3), torch.linalg.cross(torch.tensor([1.0, 2, 3]), torch.tensor([3.0, 2, 1])), torch.linalg.diagonal(A), torch.linalg.multi_dot([A, A, A]), torch.linalg.ldl_factor(A @ A.T).LD.shape, torch.linalg.solve_triangular(A.tril(), b[:, None], upper=False))
print(torch.addmm(torch.zeros(2, 2), A, A), A.addmv(b, b) if False else torch.addmv(b, A, b), torch.baddbmm(torch.zeros(1, 2, 2), A[None], A[None]), torch.addr(torch.zeros(2, 2), b, b), torch.mv(A, b), torch.dot(b, b), torch.vdot(b, b), torch.inner(b, b), torch.matmul(A, b))
