import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0])
print(torch.where(x > 0, x, torch.zeros_like(x)), torch.where(x > 0, 1.0, -1.0), torch.where(x.abs() > 1, x.sign(), x), torch.where(torch.tensor([[True], [False]]), x, -x), torch.where(x > 0, x, 0), torch.where(x > 0, 1, 0).dtype)
print(x.clamp(-1, 1), x.clamp(min=0), x.clamp_max(0.1), x.clip(-0.2), torch.clamp(x, max=torch.tensor(1.0)), x.clamp(torch.zeros(5), torch.ones(5)), torch.minimum(x, torch.tensor(0.0)), torch.fmin(x, -x), x.relu())
print(x.masked_fill(x < 0, 9), x.masked_fill(x.isnan(), 0), x.masked_scatter(x > 0, torch.tensor([7.0, 8.0])), x[x > 0].sum(), x[(x > -1) & (x < 1)], x.nonzero().squeeze(1), torch.heaviside(x, torch.tensor(0.5)), x.sgn(), x.copysign(-1))
print(torch.lerp(x, -x, 0.25), x.lerp(torch.ones(5), torch.tensor(0.5)), torch.where(x == 0, torch.tensor(float('nan')), 1 / x).nan_to_num(0), x.fmod(1), x.remainder(1), x.frac(), x.trunc(), x.floor(), x.round())
print((x > 0).float() * x, x * (x > 0), torch.sign(x) * torch.sqrt(x.abs()), x.abs().sub(1).relu(), x.pow(2).clamp(max=1), x.eq(0).logical_not(), torch.isclose(x, x.round(), atol=0.3), x.between(0, 1) if hasattr(x, 'between') else '')
