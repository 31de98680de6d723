import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[1], a[:, ::-1], a[-1, -1], a[a > 6], a[[0, 2]], a[:, [1, 3]], a[np.array([0, 1]), np.array([1, 2])], a[..., None].shape, a[1:, 1:].tolist(), a.T[0], a.flat[5], a[np.newaxis].shape, a[::2, ::2])
a[0] = 9
a[:, 1] += 100
a[a == 9] = -1
print(a, a.sum(), a.sum(axis=0), a.mean(axis=1), a.max(), a.argmax(), a.argmin(axis=1), a.std(), a.cumsum()[:3], a.min(axis=0, keepdims=True), a.any(), a.all(axis=1), a.prod(axis=1, dtype=float), np.ptp(a))
x = np.array([0.5, 1.0, 2.0])
print(np.exp(x), np.log(x), np.sqrt(x), np.power(x, 2), x ** 2, x // 0.3, x % 0.3, -x, np.sin(x), np.tanh(x), np.maximum(x, 1), np.clip(x, 0.6, 1.5), np.round(x * 1.256, 2), np.floor(x), np.where(x > 0.7, x, 0), np.sign(x - 1), np.abs(-x), np.reciprocal(x))
print(x @ x, np.dot(x, x), np.outer(x, x), np.cross([1, 0, 0], [0, 1, 0]), np.inner(x, x), np.einsum("i,j->ij", x, x)[0], np.kron([1, 2], [1, 1]), np.matmul(a, a.T)[0, 0], np.trace(a), np.linalg.norm(x), np.linalg.inv(np.array([[2.0, 0.0], [0.0, 4.0]])), np.linalg.det(np.eye(2)))
print(x.astype(int), x.dtype, a.dtype, (a / 2).dtype, (a + 0.5).dtype, np.int32(3).dtype, np.array([1, 2.5]).dtype, np.array([True]).dtype, np.zeros(2, dtype="float32").dtype, a.astype(np.float32).itemsize, a.nbytes, a.ndim, a.size, len(a), a.shape, a.strides)
for f in (lambda: a[5], lambda: a[0, 9], lambda: a + np.ones(3), lambda: a.reshape(5), lambda: np.concatenate([a, x]), lambda: a @ x, lambda: np.linalg.inv(np.zeros((2, 2))), lambda: bool(x > 0), lambda: np.array([1, 2]).reshape(3, 1), lambda: np.stack([x, a])):
    try:
        print(f())
    except (IndexError, ValueError, np.linalg.LinAlgError) as err:
        print(type(err).__name__, str(err)[:70])
