import torch

x = torch.tensor([[1.0, 3.0, 3.0], [2.0, 2.0, 0.0]])
print(x.argmax(1), x.argmin(1), x.max(1), x.min(0), x.argmax(), x.sort(dim=1, stable=True), x.argsort(dim=1, descending=True, stable=True), x.topk(2, 1), x.mode(1), x.unique(), x.unique(dim=1), x.median(1))
n = torch.tensor([1.0, float("nan"), 3.0])
print(n.max(), n.min(), n.argmax(), n.sum(), n.nansum(), n.mean(), n.nanmean(), n.sort(), n.isnan().sum(), n.nan_to_num(0), torch.fmax(n, torch.zeros(3)), n.nanmedian(), n.cumsum(0), n.clamp(0, 2), n == n, torch.where(n.isnan(), 0.0, n), n.std(), n[~n.isnan()].std(), n.any(), n.softmax(0), torch.maximum(n, torch.tensor(2.0)))
i = torch.tensor([float("inf"), -float("inf"), 0.0])
print(i.sum(), i.max(), i.softmax(0), i.exp(), i.abs(), i * 0, i.isfinite(), i.clamp(-5, 5), i.sign(), i.nan_to_num(posinf=9.0), i.logsumexp(0), torch.tensor([-float("inf")] * 2).softmax(0), torch.tensor([1000.0, 0.0]).softmax(0), torch.tensor([1000.0]).exp(), torch.log(torch.tensor([0.0, -1.0])), torch.tensor(0.0) / 0, torch.tensor(1.0) / 0, torch.tensor([4.0, -4.0]).sqrt())
