# dim and axis, keepdim and keepdims, x and input, methods and functions: all the spellings.
import torch

x = torch.arange(12.0).reshape(3, 4)
names = "sum mean prod amax amin std var argmax argmin norm logsumexp nansum median nanmedian mode max min any all count_nonzero".split()
for name in names:
    row = []
    for form in [lambda f, m: f(x, 1), lambda f, m: f(x, dim=-1), lambda f, m: f(x, axis=1), lambda f, m: f(input=x, dim=1), lambda f, m: m(dim=1), lambda f, m: m(axis=0), lambda f, m: m(1, True), lambda f, m: m(dim=1, keepdim=True), lambda f, m: m(axis=1, keepdims=True), lambda f, m: f(x, dim=(0, 1)), lambda f, m: f(x, (0, 1), True), lambda f, m: f(x), lambda f, m: m(dim=None)]:
        try:
            r = form(getattr(torch, name), getattr(x, name))
            r = r[0] if isinstance(r, tuple) else r
            row.append("x".join(map(str, r.shape)) or str(round(r.float().item(), 3)))
        except Exception as err:
            row.append(type(err).__name__.replace("Error", "!"))
    print(f"{name:<14}", *row)
print(torch.cumsum(x, axis=0)[-1], x.cumprod(axis=1)[0], torch.flip(x, dims=(0,))[0], x.flip(1)[0], x.flip([0, 1])[0], torch.roll(x, 1), torch.roll(x, shifts=(1, 1), dims=(0, 1))[0], x.roll(-1, 1)[0])
print(torch.softmax(x, dim=1)[0], x.softmax(-1)[0], x.log_softmax(dim=0)[0], torch.softmax(x, 1, dtype=torch.float64)[0])
print(torch.cat([x, x], axis=1).shape, torch.cat((x, x), dim=-1).shape, torch.stack([x, x], axis=2).shape if False else torch.stack([x, x], 2).shape, torch.concat([x, x]).shape, torch.concatenate([x, x], axis=0).shape, torch.hstack([x, x]).shape, torch.vstack((x, x)).shape, torch.dstack([x, x]).shape, torch.column_stack([x[:, 0], x]).shape, torch.row_stack([x[0], x]).shape if hasattr(torch, "row_stack") else "")
print(x.sum(dtype=torch.float64), torch.sum(x, dtype=torch.int64), x.mean((0, 1)), x.sum([0]), x.sum(()), x.amax(()), x.std(unbiased=False), x.var(1, unbiased=False)[0], x.var(correction=0), x.std(dim=0, correction=2)[0], torch.var(x, 1, False)[0], torch.std(x, dim=1, keepdim=True, unbiased=True).shape)
print(x.squeeze().shape, x[None].squeeze(dim=0).shape, x[None, :, None].squeeze((0, 2)).shape, x.unsqueeze(dim=1).shape, x.transpose(dim0=0, dim1=1).shape, x.permute(dims=(1, 0)).shape, x.permute(1, 0).shape, torch.permute(x, (1, 0)).shape, torch.transpose(x, 0, 1).shape, x.swapaxes(axis0=0, axis1=1).shape, x.moveaxis(0, 1).shape, torch.movedim(x, source=0, destination=1).shape)
print(x.size(), x.size(0), x.size(dim=-1), x.shape[1], x.dim(), x.ndim, x.ndimension(), x.numel(), torch.numel(x), x.nelement(), x.element_size(), x.itemsize, x.nbytes, len(x))
print(x.reshape(shape=(4, 3)).shape, x.reshape(2, -1).shape, x.reshape([12]).shape, x.reshape((2, 6)).shape, x.view(size=(6, 2)).shape, x.view(4, 3).shape, x.view([2, 6]).shape, x.expand(2, -1, -1).shape, x.expand((2, 3, 4)).shape, x.repeat(2, 1).shape, x.repeat((1, 2, 1)).shape, torch.tile(x, (2,)).shape, x.tile(2, 1).shape)
print(x.chunk(chunks=2, dim=1)[0].shape, x.split(split_size=2, dim=0)[1].shape, torch.split(x, [1, 3], dim=1)[1].shape, torch.split(tensor=x, split_size_or_sections=2)[0].shape, torch.tensor_split(x, 3, dim=1)[2].shape, x.tensor_split((1, 2), dim=1)[1].shape, torch.chunk(x, 2)[1].shape, torch.unbind(x, dim=1)[0], torch.index_select(x, dim=1, index=torch.tensor([0]))[0], x.gather(dim=1, index=torch.tensor([[1], [2], [0]])).T, x.narrow(dim=1, start=1, length=2)[0], x.select(dim=1, index=2))
print(x.sort(dim=1, descending=True, stable=True).values[0], x.argsort(dim=1, descending=True)[0], torch.argsort(x, -1, True)[0], x.topk(k=2, dim=1, largest=False, sorted=True).values[0], x.clamp(min=2, max=5)[0], x.clip(max=2)[0], torch.clamp(x, max=1)[0], x.quantile(q=0.5, dim=1), x.unique(sorted=True).shape, x.logsumexp(dim=(0, 1)), x.norm(p=1, dim=1), x.norm(dim=(0, 1)), torch.linalg.norm(x, ord=2, dim=(0, 1)).round(decimals=3), x.diff(n=1, dim=1)[0], x.renorm(p=2, dim=0, maxnorm=1.0)[0])
