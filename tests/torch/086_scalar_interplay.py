import torch
import torch.nn as nn
import torch.nn.functional as F

import math
t = torch.tensor(2.5)
print(t + 1, 1 + t, t * t, t ** 2, 2 ** t, t / 2, 5 / t, t // 1, t % 1, -t, abs(-t), t > 2, t == 2.5, round(t.item()))
print(int(t), float(t), bool(t), complex(t), str(t), repr(t), f'{t:.1f}', '%s' % t, math.exp(t), math.floor(t), math.ceil(t), max(t, torch.tensor(3.0)), min(1.0, t), sum([t, t]))
print([1, 2, 3][torch.tensor(1)], list(range(10))[torch.tensor(2):torch.tensor(5)], 'abc' * torch.tensor(2).item(), range(torch.tensor(3)), torch.tensor(7) & 3, torch.tensor(6) | 1, ~torch.tensor(True))
print(t.item() + 1, t.tolist(), t.numel(), t.dim(), t.shape, t.view(1), t.reshape(1, 1), t.expand(3), t.repeat(2), t.unsqueeze(0), torch.stack([t, t]), torch.cat([t[None], t[None]]))
print(math.isclose(t, 2.5), math.sqrt(torch.tensor(16)), pow(t, 2), divmod(7, 2), hash(t) == hash(t), t in [torch.tensor(2.5)], {1: t}[1], (t,) + (1,), [t] * 2, isinstance(t, float), isinstance(t.item(), float))
print(torch.tensor(3).item() == 3, torch.tensor(3).item() is not True, torch.tensor(True) + torch.tensor(True), torch.tensor(5) // 2, torch.tensor(-5) // 2, torch.tensor(5.0) // 2, torch.tensor(5) / 2, torch.tensor(5) % -3, torch.tensor([1, 2]).sum() / 2)
print(t.clamp(max=2), t.round(), t.long(), t.int().item(), t.bool(), t.sqrt(), t.exp().log(), t.max(), t.argmax(), t.sum(), t.mean(), t.std() if False else t.var(unbiased=False), t.norm(), t.sort()[0], t.topk(1)[0] if False else t.unique())
print(torch.tensor(1.0) / 0, torch.tensor(0.0) / 0, -torch.tensor(1.0) / 0, torch.tensor(1) / torch.tensor(3), torch.tensor(2) ** 0.5, torch.tensor(10).log10(), torch.tensor(1e-3).item(), torch.tensor(0.1).double().item(), torch.tensor(1 / 3).item())
