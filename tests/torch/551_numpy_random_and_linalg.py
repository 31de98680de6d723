import numpy as np

rng = np.random.default_rng(0)
print(rng.random(3).round(4), rng.integers(0, 10, 5), rng.normal(size=2).round(4), rng.choice(5, 3, replace=False), rng.permutation(4), rng.uniform(-1, 1, 2).round(4))
np.random.seed(0)
print(np.random.rand(2).round(4), np.random.randn(2).round(4), np.random.randint(0, 10, 3), np.random.permutation(4), np.random.choice([1, 2, 3]), np.random.normal(0, 1, 2).round(4))
A = np.array([[4.0, 1.0], [2.0, 3.0]])
b = np.array([1.0, 2.0])
print(np.linalg.solve(A, b), np.linalg.inv(A), round(np.linalg.det(A), 6), np.linalg.norm(b), np.linalg.matrix_rank(A), np.trace(A))
w, v = np.linalg.eig(A)
print(np.sort(w), np.allclose(A @ v, v * w))
s = np.linalg.svd(A, compute_uv=False)
print(s.round(4), np.linalg.cond(A).round(4), np.linalg.eigvalsh(A @ A.T).round(4))
q, r = np.linalg.qr(A)
print(np.allclose(q @ r, A), np.allclose(q.T @ q, np.eye(2)), np.linalg.pinv(A).round(3))
x, residual, rank, sv = np.linalg.lstsq(np.column_stack([np.ones(4), np.arange(4)]), np.array([1.0, 3.0, 5.0, 7.0]), rcond=None)
print(x.round(4), rank)
print(np.einsum("ij,jk->ik", A, A), np.tensordot(A, A, axes=1), np.kron(np.eye(2), [1, 2]), np.inner(b, b), A.dot(b), np.matmul(A, b), np.linalg.matrix_power(A, 2))
try:
    np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError as e:
    print(type(e).__name__, e)
print(np.polyfit([0, 1, 2], [1, 3, 5], 1).round(4), np.polyval([2, 1], 3), np.interp(1.5, [1, 2], [10, 20]), np.cov([1, 2, 3], [1, 2, 4]).round(4), np.corrcoef([1, 2, 3], [1, 2, 4])[0, 1].round(4))
print(np.histogram([1, 2, 2, 3], bins=3), np.digitize([0.5, 1.5], [0, 1, 2]), np.quantile([1, 2, 3, 4], 0.25), np.percentile([1, 2, 3], 50), np.std([1, 2, 3]).round(4), np.var([1, 2, 3], ddof=1))
