import torch

x = torch.tensor([[1.0, -2.0, 3.0], [4.0, 0.0, -6.0]])
print(x.sum(), x.sum(0), x.sum(dim=1, keepdim=True), x.sum((0, 1)), x.mean(), x.mean(-1), x.prod(), x.prod(0), torch.sum(x, dim=0), x.sum(axis=1))
print(x.std(), x.std(0), x.std(unbiased=False), x.var(dim=1), x.var(correction=0), torch.std_mean(x), torch.var_mean(x, dim=1), x.std(dim=0, correction=0, keepdim=True))
print(x.max(), x.max(0), x.max(dim=1).values, x.min(dim=1, keepdim=True), x.amax((0, 1)), x.amin(1), x.aminmax(), torch.aminmax(x, dim=0))
print(x.argmax(), x.argmax(0), x.argmin(dim=1), x.argmax(dim=1, keepdim=True), x.any(), x.all(), (x > 0).any(0), (x != 0).all(1), x.count_nonzero(), x.count_nonzero(dim=0))
print(x.norm(), x.norm(p=1), x.norm(dim=1), x.norm(p=float("inf")), x.norm(2, 0), x.logsumexp(1), x.logsumexp((0, 1)), x.median(), x.median(0), x.mode(0), x.nanmean(), x.nansum())
print(x.cumsum(0), x.cumprod(1), x.cummax(1), x.cummin(0).values, x.logcumsumexp(1), x.diff(), x.diff(dim=0, n=1), torch.trapezoid(x), torch.cumulative_trapezoid(x))
print(x.quantile(0.5), x.quantile(0.25, dim=1), torch.nanquantile(x, 0.5), x.nanmedian(), x.kthvalue(2), x.sort(1), x.sort(descending=True, dim=0).indices, x.msort())
print(torch.max(x, torch.zeros(2, 3)), torch.maximum(x, torch.tensor(1.0)), torch.min(x, x.flip(0)), torch.fmax(x, torch.tensor(float("nan"))), x.dist(torch.zeros(2, 3)), x.renorm(2, 0, 1.0))
e = torch.zeros(0, 3)
print(e.sum(), e.sum(0), e.mean(), e.prod(), e.any(), e.all(), e.numel())
for f in (lambda: e.max(), lambda: e.argmax(), lambda: x.sum(5), lambda: x.max(dim=2), lambda: x.mean(dim=(0, 0))):
    try:
        print(f())
    except (RuntimeError, IndexError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
