import numpy as np
import torch

torch.manual_seed(0)
acts = torch.randn(50, 4).cumsum(0)
a = acts.numpy()
print(a.shape, a.dtype, np.shares_memory(a, acts.numpy()))
print(np.round(a.mean(axis=0), 3), np.round(a.std(axis=0, ddof=1), 3))
order = np.argsort(-np.abs(a).max(axis=0))
print(order, order.dtype)
c = np.corrcoef(a.T)
print(np.array2string(c, precision=2, suppress_small=True))
upper = c[np.triu_indices(4, k=1)]
print(len(upper), f"{np.abs(upper).mean():.3f}")
hist, edges = np.histogram(a[:, 0], bins=5)
for n, lo, hi in zip(hist, edges[:-1], edges[1:]):
    print(f"[{lo:7.3f}, {hi:7.3f}) {'#' * int(n)}")
print(np.percentile(a[:, 1], [5, 50, 95]).round(3).tolist())
t = torch.from_numpy(np.where(a > 0, a, 0.0).astype(np.float32))
print(torch.equal(t, acts.relu()), t.dtype)
best = np.unravel_index(np.argmax(a), a.shape)
print(tuple(int(i) for i in best), float(a[best]) == acts.max().item())
diff = np.diff(a, axis=0)
print(diff.shape, np.allclose(np.cumsum(diff, axis=0) + a[0], a[1:], atol=1e-5))
acts[0, 0] = 100
print(a[0, 0], np.isclose(a[0, 0], 100))
