import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 6.0, 8.0]])
print(x.sum(), x.sum(0), x.sum(dim=1), x.sum(-1, keepdim=True), x.sum((0, 1)), x.sum(dim=[0]), torch.sum(x, axis=0), x.sum(dtype=torch.float64), x.sum(0, keepdims=True))
print(x.mean(), x.mean(0), x.mean(dim=(0, 1)), x.prod(), x.prod(1), x.std(), x.std(0), x.std(unbiased=False), x.std(1, correction=0), x.var(), x.var(dim=0, unbiased=False), torch.std_mean(x), torch.var_mean(x, dim=1), x.norm(), x.norm(1), x.norm(dim=1), x.norm(p=2, dim=0, keepdim=True), x.norm(float("inf")))
print(x.cumsum(0), x.cumprod(1), x.cummax(1), torch.cummin(x, 0), x.logsumexp(0), x.logcumsumexp(1), x.diff(), x.diff(dim=0), torch.trapezoid(x, dim=1), x.count_nonzero(), x.nansum(), x.aminmax(), torch.aminmax(x, dim=0))
b = torch.tensor([[True, False], [True, True]])
print(b.all(), b.any(), b.all(0), b.any(1), b.sum(), b.float().mean(), b.all(dim=1, keepdim=True), (x > 2).sum(1), (x > 100).any().item(), torch.all(x > 0).item(), b.int().sum(0), b.count_nonzero(0))
print(x.argmax(), x.argmin(1), x.max(), x.min(1), x.max(0), x.topk(2), x.topk(1, dim=0, largest=False), x.sort(descending=True), x.sort(dim=0, descending=True).indices, x.argsort(descending=True), x.kthvalue(2), x.mode(), x.median(), x.median(1), x.quantile(0.5), x.unique(), x.histc(3, 0, 8), x.bincount() if x.dtype == torch.int64 else "float")
e = torch.zeros(0)
print(e.sum(), e.mean(), e.prod(), e.any(), e.all(), torch.zeros(2, 0).sum(1), torch.zeros(0, 2).sum(0), torch.zeros(0, 2).mean(0))
for bad in (lambda: e.max(), lambda: torch.tensor([1, 2]).mean(), lambda: x.sum(2), lambda: x.max(dim=-3), lambda: x.sum(dim=(0, 0)), lambda: e.argmax(), lambda: x.topk(5), lambda: torch.tensor([1, 2]).std(), lambda: x.sum("a"), lambda: x.argmax(keepdim=True, foo=1), lambda: x.median(dim=5)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0])
