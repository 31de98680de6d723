import numpy as np
import torch

t = torch.arange(6, dtype=torch.float32).view(2, 3)
a = t.numpy()
print(a * 2, a.mean(axis=0), type(a), a.dtype, np.exp(a).round(2), (a > 2).sum())
print(torch.from_numpy(a).data_ptr() == t.data_ptr(), torch.tensor(a) is t, torch.as_tensor(a).dtype, torch.from_numpy(np.arange(3)).dtype, torch.from_numpy(np.ones(2, dtype=np.float32)).dtype)
a += 1
print(t, np.allclose(a, t), np.asarray(t).shape, np.array(t).sum(), np.stack([t[0], t[1]]).shape, t.numpy().tolist())
print(np.argmax(t.numpy(), axis=1), np.mean([x.item() for x in t.flatten()]), np.concatenate([a, a]).shape, np.linalg.norm(t.numpy()), t.double().numpy().dtype, t.long().numpy().dtype)
losses = [torch.tensor(0.5), torch.tensor(0.25)]
print(np.mean([l.item() for l in losses]), np.array([float(l) for l in losses]), torch.stack(losses).numpy(), np.round(torch.stack(losses).mean().item(), 3))
x = np.linspace(0, 1, 5)
y = torch.tensor(x, dtype=torch.float32) ** 2
print(y, torch.tensor(np.float64(2.5)), torch.tensor([np.float32(1.5), 2.0]), torch.tensor(np.array([[1, 2], [3, 4]])), float(np.float32(0.5)) + torch.ones(1), np.float64(2) * torch.ones(2), torch.ones(2) * np.float64(2))
print(np.array([1.5, 2.5]) @ np.array([2.0, 4.0]), torch.tensor(3.5).numpy(), torch.tensor([1, 2]).numpy()[::-1].copy(), np.where(a > 3, a, 0), np.isnan(np.array([np.nan, 1.0])), np.unique(np.array([3, 1, 3])), int(np.int64(5)), np.zeros((2, 2), dtype=np.int64))
try:
    torch.ones(1, requires_grad=True).numpy()
except RuntimeError as err:
    print(err)
try:
    torch.from_numpy([1, 2])
except TypeError as err:
    print(err)
