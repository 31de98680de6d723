import numpy as np
import torch

a = np.arange(6, dtype=np.float32).reshape(2, 3)
t = torch.from_numpy(a)
print(t, t.dtype, t.numpy() is not None, (t.numpy() == a).all(), type(t.numpy()).__name__)
print(torch.tensor(a), torch.as_tensor(a).shape, torch.tensor(np.array([1, 2])).dtype, torch.tensor(np.array([1.0])).dtype, torch.tensor(np.float64(2.5)), torch.tensor([np.float32(1), np.float32(2)]))
print(t.sum().item(), t.numpy().sum(), np.mean(t.numpy()), t.numpy().max(axis=1), np.allclose(t.numpy() * 2, (t * 2).numpy()))
print(np.array(t.tolist()), np.asarray(t), np.stack([t.numpy(), t.numpy()]).shape, np.concatenate([t.numpy(), a], axis=0).shape, torch.from_numpy(np.eye(2)), torch.from_numpy(np.zeros((2, 2), dtype=np.int64)))
print(t.numpy().tolist(), t.numpy().shape, t.numpy().dtype, t.long().numpy(), t.bool().numpy(), t.half().numpy().dtype, t.double().numpy().dtype, t.T.numpy().shape)
print(np.linalg.norm(t.numpy()), torch.linalg.norm(t), np.dot(a[0], a[1]), t[0] @ t[1], np.argsort(-a[0]), t[0].argsort(descending=True))
print(torch.tensor(1.5).numpy(), float(np.float32(2)), int(np.int64(3)), torch.ones(2) * np.float32(2), torch.ones(3) * float(np.pi))
print(np.where(a > 2, a, 0), torch.where(t > 2, t, 0), np.unique(np.array([3, 1, 3])), torch.unique(torch.tensor([3, 1, 3])), np.clip(a, 1, 4), t.clamp(1, 4))
a[0, 0] = 50
t[1, 1] = -7
print(t, a)
c = t.clone().numpy()
c[0] = 0
print(t[0], t.detach().cpu().numpy()[0], [f"{v:.1f}" for v in t.numpy()[0]])
x = torch.ones(2, requires_grad=True)
try:
    x.numpy()
except RuntimeError as err:
    print(err)
print(x.detach().numpy(), np.random.default_rng(0) is not None)
