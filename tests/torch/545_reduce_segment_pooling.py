import torch

torch.manual_seed(0)
values = torch.randn(10, 3)
segment = torch.tensor([0, 0, 1, 1, 1, 3, 3, 3, 3, 2])
n = 5
total = torch.zeros(n, 3).index_add_(0, segment, values)
count = torch.bincount(segment, minlength=n)
print(count, (total / count.clamp_min(1)[:, None]))
index = segment[:, None].expand_as(values)
for reduce in ("sum", "mean", "amax", "amin", "prod"):
    print(reduce, torch.zeros(n, 3).scatter_reduce(0, index, values, reduce=reduce, include_self=False)[:, 0])
print(torch.zeros(n, 3).scatter_add(0, index, values).allclose(total), torch.segment_reduce(values[:5], "max", lengths=torch.tensor([2, 3])))
softmax = (values - torch.full((n, 3), -torch.inf).scatter_reduce(0, index, values, "amax")[segment]).exp()
softmax = softmax / torch.zeros(n, 3).index_add(0, segment, softmax)[segment]
print(torch.zeros(n, 3).index_add(0, segment, softmax))
order = segment.argsort(stable=True)
pieces = values[order].split(count.tolist())
print([tuple(p.shape) for p in pieces], torch.stack([p.sum(0) for p in pieces]).allclose(total))
mask = torch.rand(4, 6, generator=torch.Generator().manual_seed(1)) > 0.4
x = torch.arange(24.0).view(4, 6)
print((x * mask).sum(1) / mask.sum(1), x.masked_fill(~mask, -torch.inf).amax(1), torch.masked_select(x, mask).shape)
print(x.masked_fill(~mask, 0).nanmean(), torch.where(mask, x, torch.nan).nanmean(1), torch.where(mask, x, torch.nan).nansum())
print(torch.unique_consecutive(segment, return_counts=True), torch.unique(segment, return_inverse=True)[1])
print(mask.any(1), mask.all(0), mask.int().argmax(1), mask.cumsum(1)[0], mask.sum().item(), x.count_nonzero(dim=1))
