import torch

x = torch.tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]], [[-1.0, 0.0], [2.0, -3.0]]])
print(x.shape, x.sum((0, 2)), x.mean((1, 2)), x.amax((1, 2)), x.flatten(1).norm(dim=1), x.max(dim=-1).values.min(dim=0), x.prod(-1).sum(), x.std((0, 1)))
v, i = x.view(-1).max(0)
print(v, i, torch.unravel_index(i, x.shape), x.argmax(), divmod(i.item(), 4), x.flatten().topk(3), x.flatten().kthvalue(2))
print(x.mean(dim=[0, 1], keepdim=True).shape, x.sum(-1, keepdim=True).squeeze(-1), x.any(-1), (x > 0).all(dim=-1), (x > 0).float().mean((1, 2)), torch.count_nonzero(x, dim=(1, 2)))
print(x.logsumexp(-1), x.softmax(1)[0], x.cumsum(1)[0], x.cumprod(-1)[1], x.cummax(0).values[2], x.var(0, correction=0), torch.std_mean(x, dim=(0, 1)), x.median(-1), x.mode(0).values)
print(x.nansum(), torch.tensor([1.0, float("nan")]).nanmean(), torch.tensor([[1, 2], [3, 4]]).sum(0, dtype=torch.float32), torch.tensor([True, True, False]).sum(), torch.tensor([3, 1, 2]).max(), torch.tensor([1, 2]).float().mean())
print(x.min(), x.max().item() - x.min().item(), x.aminmax(dim=1), x.quantile(torch.tensor([0.0, 0.5, 1.0])), x.flatten().histc(4, -3, 9), x.sub(x.mean()).div(x.std()).abs().max(), torch.linalg.vector_norm(x, ord=1, dim=(1, 2)), x.norm(dim=(1, 2)))
w = torch.tensor([0.2, 0.3, 0.5])
print((w[:, None, None] * x).sum(0), torch.einsum("b,bij->ij", w, x), torch.tensordot(w, x, dims=1), torch.average if hasattr(torch, "average") else "no average", (x * w.view(3, 1, 1)).sum() / w.sum())
