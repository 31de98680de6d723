import numpy as np
import torch

h = torch.tensor([[0.1, 0.9], [0.4, 0.6]])
print(h.numpy(), h.numpy().round(1), h.flatten().numpy(), h.mean(0).numpy(), h.T.tolist())
print(np.arange(3) + 0.5, np.linspace(0, 1, 3), np.zeros(2), np.ones((1, 2)), np.full(2, 3.0), np.eye(2))
print([round(float(v), 2) for v in h.numpy().ravel()], h.numpy().argmax(), np.unravel_index(h.numpy().argmax(), (2, 2)), h.numpy().std().round(3))
print(list(zip(range(2), h.numpy().tolist())), h.numpy()[::-1], h.numpy()[:, 0], h.numpy()[h.numpy() > 0.5], (h.numpy() > 0.5).sum())
print(np.array([[1, 2], [3, 4]]) @ np.array([1, 1]), np.exp(np.array([0.0, 1.0])), np.log(np.array([1.0])), np.sqrt(4.0), np.abs(np.array([-1, 2])))
print(np.mean([1, 2, 3]), np.std([1, 2, 3]), np.median([3, 1, 2]), np.percentile([1, 2, 3, 4], 50), np.cumsum([1, 2, 3]), np.sum([[1, 2], [3, 4]], axis=0), np.max([1, 5]), np.argmin([3, 1]))
