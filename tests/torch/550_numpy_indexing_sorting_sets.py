import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[1], a[:, 1], a[1, 2], a[-1, ::2], a[a > 6], a[[0, 2]], a[[0, 1], [1, 2]], a[np.ix_([0, 2], [1, 3])], a[..., -1], a[:, None].shape)
b = a.copy()
b[b % 2 == 0] = -1
b[0] = 9
b[:, -1] += 100
print(b)
print(np.where(a > 5, a, 0), np.where(a > 9), np.argwhere(a % 5 == 0), np.nonzero(a[0]), np.flatnonzero(a > 8))
x = np.array([3, 1, 2, 3, 1])
print(np.sort(x), np.argsort(x, kind="stable"), x[::-1], np.unique(x), np.unique(x, return_counts=True), np.bincount(x), np.searchsorted([1, 2, 3], 2.5))
print(np.intersect1d(x, [1, 5]), np.union1d([1], [2, 1]), np.setdiff1d(x, [1]), np.isin(x, [1, 2]))
print(np.concatenate([x, [7]]), np.stack([x, x]).shape, np.vstack([x[:2], x[2:4]]), np.hstack([x[:1], x[1:2]]), np.split(np.arange(6), 3), np.array_split(np.arange(5), 2))
print(np.repeat([1, 2], 2), np.tile([1, 2], 2), np.flip(x), np.roll(x, 1), np.diff(x), np.cumsum(x), np.cumprod(x), np.clip(x, 1, 2), np.append(x, 5), np.delete(x, 0), np.insert(x, 1, 99))
print(np.meshgrid([1, 2], [3, 4]), np.outer([1, 2], [3, 4]), np.dot([1, 2], [3, 4]), np.cross([1, 0, 0], [0, 1, 0]), np.tril(np.ones((2, 2))), np.diag([1, 2]))
print(np.argmax(a, axis=1), a.min(axis=0), np.median(a), np.ptp(a), np.prod([1, 2, 3]), np.all(a >= 0), np.any(a > 11), np.count_nonzero(a), np.average([1, 2, 3], weights=[3, 2, 1]))
print(np.take(a, [0, 5]), a.take([1], axis=1).ravel(), np.choose([0, 1], [[1, 2], [3, 4]]), np.expand_dims(x, 0).shape, np.squeeze(a[None]).shape, np.transpose(a).shape, np.swapaxes(a, 0, 1).shape, np.moveaxis(a[None], 0, -1).shape)
print(np.array_equal(a, a.copy()), np.allclose([0.1 + 0.2], [0.3]), np.isclose(1.0, 1.0 + 1e-9), np.sign([-2, 0, 2]), np.abs([-1, 2]), np.floor(-1.5), np.ceil(1.2), np.round(2.5), np.round(1.2345, 2), np.trunc(-1.7))
