import numpy as np
import torch

print(np.array([1, 2]).dtype, np.array([1.0, 2]).dtype, np.array([True]).dtype, np.array([1 + 2j]).dtype, np.arange(3.0).dtype)
print(repr(np.float64(0.1)), repr(np.float32(0.1)), repr(np.int64(3)), repr(np.bool_(True)), np.float64(2) * 3, type(np.float64(2) * 3).__name__)
print(np.array([1, 2, 3]) / 2, np.array([1, 2, 3]) // 2, np.array([1, 2, 3]) ** 2, -np.array([1, -2]), np.array([5, 7]) % 3)
print(np.array([1, 2]) + np.array([0.5, 0.5]), (np.array([1, 2], dtype=np.int32) + 1).dtype, (np.float32(1) + np.float64(1)).dtype, (np.array([1], dtype=np.float32) * 2.0).dtype)
a = np.array([[1, 2, 3], [4, 5, 6]])
print(a.shape, a.ndim, a.size, a.T.shape, a.sum(), a.sum(axis=0), a.mean(axis=1), a.max(), a.argmax(), a.cumsum())
print(a.astype(float), a.astype("float32").dtype, a.tolist(), a.flatten(), a.reshape(-1), a.ravel()[::2])
print(torch.from_numpy(a).dtype, torch.tensor(a).sum(), torch.as_tensor(a.astype(np.float32)), torch.tensor([1.5]).numpy(), torch.ones(2, 2).numpy().dtype)
print(np.isnan(np.array([1.0, np.nan])), np.isinf(np.inf), np.pi, np.e, np.nan, -np.inf, np.float64("nan"))
print(np.int64(7) // 2, np.int64(7) / 2, round(np.float64(2.567), 2), int(np.float64(3.9)), float(np.float32(0.1)), bool(np.array([1])), np.float64(3.0).is_integer())
print(np.zeros((2, 3)), np.ones(2, dtype=int), np.full((2,), 7), np.eye(2), np.empty((0, 3)).shape, np.linspace(0, 1, 5), np.arange(10, 0, -3))
for bad in (lambda: np.array([1, 2]) + np.array([1, 2, 3]), lambda: a[5], lambda: a.reshape(4, 2), lambda: np.array([1, 2])[1.5], lambda: bool(np.array([1, 2])), lambda: np.concatenate([a, np.ones(3)])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
