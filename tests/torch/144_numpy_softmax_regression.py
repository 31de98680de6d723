import numpy as np

rng = np.random.default_rng(0)
x = np.linspace(-1, 1, 40).reshape(20, 2)
w_true = np.array([[1.5, -2.0, 0.5], [0.5, 1.0, -1.0]])
y = (x @ w_true + np.sin(np.arange(60)).reshape(20, 3) * 0.1).argmax(axis=1)
w = np.zeros((2, 3))
b = np.zeros(3)

def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

losses = []
for step in range(200):
    p = softmax(x @ w + b)
    losses.append(-np.log(p[np.arange(len(y)), y]).mean())
    g = p.copy()
    g[np.arange(len(y)), y] -= 1
    g /= len(y)
    w -= 0.5 * (x.T @ g)
    b -= 0.5 * g.sum(axis=0)
print([f"{v:.4f}" for v in losses[::50]], losses[-1] < losses[0], (softmax(x @ w + b).argmax(1) == y).mean())
print(w.round(3), b.round(3), np.bincount(y, minlength=3), rng.integers(0, 10, 5).shape, rng.normal(size=(2, 2)).shape, rng.choice([1, 2, 3], size=2).shape, rng.permutation(4).shape)
onehot = np.eye(3)[y[:4]]
print(onehot, onehot.argmax(-1), np.array([y[:4], y[4:8]]).T, f"{losses[-1]:.3f}", f"{w[0, 0]:>8.3f}|{b.mean():.1e}")
cm = np.zeros((3, 3), dtype=int)
np.add.at(cm, (y, softmax(x @ w + b).argmax(1)), 1) if hasattr(np.add, "at") else None
print(cm.sum() in (0, 20), cm.dtype)
