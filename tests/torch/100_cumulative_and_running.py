import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([3.0, 1.0, 4.0, 1.0, 5.0])
print(x.cumsum(0), x.cumprod(0), x.cummax(0).values, x.cummin(0).indices, x.logcumsumexp(0), x.flip(0).cumsum(0).flip(0), x.diff(), x.diff(n=2), x.diff(prepend=torch.tensor([0.0])))
print(torch.cumsum(torch.ones(2, 3), 1), torch.cumsum(torch.tensor([True, True]), 0), torch.cumprod(torch.arange(1, 5), 0), x.cumsum(0, dtype=torch.float64).dtype, torch.arange(5).cumsum(-1))
print(x.cumsum(0) / torch.arange(1, 6), (x - x.cummax(0).values), x.unfold(0, 2, 1).sum(-1), F.avg_pool1d(x[None, None], 2, 1).flatten(), F.max_pool1d(x[None, None], 3, 1).flatten(), F.conv1d(x[None, None], torch.ones(1, 1, 3) / 3, padding=1).flatten())
print(torch.stack([x[:i].mean() for i in range(1, 6)]), [x[i:].max().item() for i in range(5)], x.roll(1), torch.cat([x[:1], x[1:] - x[:-1]]), x.softmax(0).cumsum(0), (x.softmax(0).cumsum(0) < 0.9).sum())
print(torch.searchsorted(x.softmax(0).cumsum(0), torch.tensor([0.1, 0.5])), x.sort()[0].cumsum(0), torch.trapezoid(x), torch.trapz(x, dx=0.5), x.prod(), x.log().sum().exp(), x.var_mean() if False else torch.var_mean(x))
