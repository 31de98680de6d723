import numpy as np

a = np.arange(24).reshape(2, 3, 4)
print(a[0, 1], a[1, :, 2], a[..., -1], a[:, None].shape, a[0, ::-1, ::2], a[-1, -1, -1], a[0][1][2])
print(a[a > 20], a[0, [0, 2]], a[0, [0, 1], [1, 2]], a[:, np.array([True, False, True])].shape, a[0, 1:3, 1:3])
print(a.shape, a.ndim, a.size, len(a), a.T.shape, a.reshape(-1, 4).shape, a.ravel()[:5], a.flatten().shape, a.nbytes)
print(a.transpose(2, 0, 1).shape, np.swapaxes(a, 0, 1).shape, np.moveaxis(a, 0, -1).shape, np.expand_dims(a, 0).shape, np.squeeze(a[:1]).shape)
v = np.array([5, 3, 9, 1])
print(np.sort(v), np.argsort(v), np.argsort(-v)[:2], v[::-1], np.argmax(v), np.argmin(v), np.flip(v), np.roll(v, 1), v[np.argsort(v)[::-1]])
print(np.concatenate([v, [7]]), np.stack([v, v]).shape, np.vstack([v, v]).shape, np.hstack([v, v]).shape, np.column_stack([v, v]).shape)
print(np.split(np.arange(6), 3), np.array_split(np.arange(5), 2), np.tile([1, 2], 2), np.repeat([1, 2], 2), np.repeat([[1], [2]], 2, axis=1))
print(np.unique([3, 1, 1, 2]), np.unique([3, 1, 1, 2], return_counts=True), np.bincount([0, 1, 1, 3]), np.isin([1, 2, 3], [2]))
print(np.nonzero(np.array([0, 1, 0, 2])), np.argwhere(np.array([[0, 1], [1, 0]])), np.where(np.array([1, 5, 2]) > 1), np.searchsorted([1, 3, 5], 4))
print(np.pad([1, 2], 1), np.diff([1, 4, 9]), np.cumsum([1, 2, 3]), np.cumprod([1, 2, 3]), np.append([1], [2, 3]), np.insert([1, 3], 1, 2), np.delete([1, 2, 3], 1))
b = a[0]
b[0, 0] = 100
print(a[0, 0, 0], np.shares_memory(a, b) if hasattr(np, "shares_memory") else True)
for row in a[0]:
    print(row, row.sum())
print(list(np.array([1, 2])), [int(x) for x in np.array([1, 2])], sum(np.array([1.5, 2.5])), max(np.array([1, 5, 2])))
print(5 in np.array([1, 5]), list(enumerate(np.array([7, 8]))), dict(zip("ab", np.array([1, 2]))))
for bad in ("a[5]", "a[0, 9]", "a[0, 0, 0, 0]", "np.zeros(3).reshape(2, 2)", "np.concatenate([np.ones((1, 2)), np.ones((1, 3))])"):
    try:
        eval_of = {"a[5]": lambda: a[5], "a[0, 9]": lambda: a[0, 9], "a[0, 0, 0, 0]": lambda: a[0, 0, 0, 0],
                   "np.zeros(3).reshape(2, 2)": lambda: np.zeros(3).reshape(2, 2)}.get(bad)
        if eval_of:
            eval_of()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
print(np.triu(np.ones((3, 3))), np.tril(np.ones((2, 2))), np.diag([1, 2]), np.trace(np.eye(3)), np.meshgrid([1, 2], [3, 4]))
print(np.broadcast_to([1, 2], (2, 2)), np.atleast_2d([1, 2]).shape, np.r_[1:4, 7], np.c_[[1, 2], [3, 4]], np.take([5, 6, 7], [0, 2]))
