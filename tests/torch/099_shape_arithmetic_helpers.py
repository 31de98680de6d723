import math

import torch

x = torch.zeros(2, 3, 5)
print(x.shape[0] * x.shape[1], x.shape.numel(), math.prod(x.shape), x.size(-1), x.size()[1:], *x.shape, tuple(x.shape)[::-1], list(x.shape) + [1], x.shape == (2, 3, 5), x.shape[:-1] + (7,))
print((lambda b, t, d: f'{b}x{t}x{d}')(*x.shape), 'x'.join(map(str, x.shape)), x.view(*x.shape[:-1], 5, 1).shape, x.new_zeros(x.shape[:2]).shape, torch.zeros(x.shape).equal(x), torch.zeros(*x.shape, 2).shape)
print(dict(zip('btd', x.shape)), {s: i for i, s in enumerate(x.shape)}, max(x.shape), x.shape.index(5), 3 in x.shape, sorted(x.shape, reverse=True), sum(x.shape) / len(x.shape), x.ndim == len(x.shape))
print(torch.Size([2]) + torch.Size([3]), torch.Size((1, 2)) * 2, torch.Size([4, 5]) > torch.Size([4, 4]), hash(torch.Size([1])) == hash((1,)), isinstance(torch.Size([1]), tuple), repr(torch.Size([])), torch.Size([1, 2])[-1], type(torch.Size([1, 2])[:1]).__name__)
