# gather and scatter, scatter_reduce, index_add/copy/fill/reduce, masked_*, put and take, take_along_dim: all forms.
import torch

src = torch.arange(1.0, 7.0).reshape(2, 3)
idx = torch.tensor([[0, 1, 1], [1, 0, 0]])
z = torch.zeros(2, 3)
print(z.scatter(0, idx, src), z.scatter(1, idx, src), z.scatter(1, idx, 9.0), z.scatter(0, idx, src, reduce="add"), z.add(1).scatter(0, idx, 3.0, reduce="multiply"), torch.scatter(z, 1, torch.tensor([[2]]), src), z.scatter(dim=1, index=idx[:1], src=src), torch.scatter(z, 0, idx, value=7))
print(z.scatter_add(0, idx, src), torch.scatter_add(z, 1, idx, src), z.clone().scatter_add_(1, idx, torch.ones(2, 3)), z.clone().scatter_(1, torch.tensor([[1], [2]]), 1.0))
for reduce in ["sum", "prod", "mean", "amax", "amin"]:
    base = torch.full((2, 2), 2.0)
    print(reduce, base.scatter_reduce(1, idx, src, reduce=reduce), base.scatter_reduce(1, idx, src, reduce, include_self=False), base.clone().scatter_reduce_(0, idx[:, :2], src[:, :2], reduce), torch.scatter_reduce(torch.zeros(3), 0, torch.tensor([0, 0, 2]), torch.tensor([4.0, -2.0, 5.0]), reduce, include_self=False))
x = torch.arange(12.0).reshape(3, 4)
print(x.gather(1, torch.tensor([[3], [0], [1]])), x.gather(0, torch.tensor([[2, 1, 0, 0]])), torch.gather(x, 1, torch.tensor([[0, 0], [1, 1]])), torch.gather(torch.tensor(5.0), 0, torch.tensor(0)), torch.take_along_dim(x, x.argmax(1, keepdim=True), 1), torch.take_along_dim(x, torch.tensor([0, 11])), x.take_along_dim(torch.tensor([[0], [1], [2]]), dim=1), torch.take(x, torch.tensor([[0, -1], [5, 6]])), x.take(torch.tensor([3])))
i = torch.tensor([0, 2])
print(x.index_select(0, i), x.index_select(1, i.int()), torch.index_select(x, dim=1, index=torch.tensor([1, 1])), torch.index_select(torch.tensor(3.0), 0, torch.tensor([0])), x.index_add(0, i, torch.ones(2, 4)), x.index_add(1, i, torch.ones(3, 2), alpha=10), x.clone().index_add_(0, torch.tensor([1, 1]), torch.ones(2, 4)), torch.index_add(x, 0, i, torch.ones(2, 4)), x.index_copy(0, i, -torch.ones(2, 4)), x.index_fill(1, i, -5), x.index_fill(0, i, torch.tensor(0.5)), x.clone().index_fill_(1, torch.tensor([3]), 0.0))
for reduce in ["prod", "mean", "amax", "amin"]:
    print(reduce, x.index_reduce(0, torch.tensor([0, 0]), torch.full((2, 4), 3.0), reduce), x.index_reduce(0, torch.tensor([1]), torch.full((1, 4), 6.0), reduce, include_self=False)[1])
mask = x % 3 == 0
print(x.masked_fill(mask, -1), x.masked_fill(mask, torch.tensor(7.0)), x.masked_fill(mask[:, :1], 0), x.masked_select(mask), torch.masked_select(x, mask[0]), x.masked_scatter(mask, torch.arange(100.0, 110.0)), x.clone().masked_scatter_(mask[0], torch.zeros(9)), torch.where(mask, x, -x), torch.where(mask, 1, 0), torch.where(mask, x, 0.5), torch.where(mask, 1.0, x), torch.where(x > 100), x.clone().masked_fill_(~mask, float("nan")))
print(x.clone().put_(torch.tensor([0, -1]), torch.tensor([50.0, 60.0])), x.put(torch.tensor([1, 1]), torch.ones(2), accumulate=True), x.index_put((i,), torch.tensor(0.0)), x.index_put((i, i), torch.tensor([9.0, 8.0])), x.clone().index_put_((torch.tensor([0, 0]), torch.tensor([1, 1])), torch.tensor([1.0, 1.0]), accumulate=True), x.clone().index_put_([mask], torch.tensor(-3.0)), torch.index_put(x, [None, i], torch.tensor(0.0)) if False else "")
w = torch.zeros(3, requires_grad=True)
s = torch.arange(4.0, requires_grad=True)
out = w.scatter_add(0, torch.tensor([0, 2, 2, 0]), s)
(out * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(s.grad, w.grad, out)
for attempt in [lambda: z.scatter(0, idx, src.double()), lambda: z.scatter(0, idx.float(), src), lambda: z.scatter(0, idx + 5, src), lambda: z.scatter(2, idx, src), lambda: z.scatter(0, idx[0], src), lambda: z.scatter(0, torch.zeros(3, 3).long(), src), lambda: z.scatter(0, idx, src, reduce="max"), lambda: z.scatter_reduce(0, idx, src, "median"), lambda: z.scatter_add(0, idx, 1.0), lambda: x.gather(1, idx), lambda: x.gather(0, torch.tensor([[9]])), lambda: x.gather(1, torch.tensor([1])), lambda: x.index_add(0, i, torch.ones(3, 4)), lambda: x.index_add(0, i, torch.ones(2, 4).long()), lambda: x.index_add(0, torch.tensor([7]), torch.ones(1, 4)), lambda: x.index_copy(0, i, torch.ones(1, 4)), lambda: x.index_copy(0, i.int(), torch.ones(2, 4)), lambda: x.index_fill(0, i, torch.ones(2)), lambda: x.index_select(0, torch.tensor([3])), lambda: x.index_select(0, i.float()), lambda: x.masked_fill(mask.long(), 0), lambda: x.masked_fill(mask, torch.ones(2)), lambda: x.masked_scatter(mask, torch.ones(1)), lambda: x.masked_select(mask.float()), lambda: x.take(torch.tensor([12])), lambda: x.take(torch.tensor([0.0])), lambda: x.put(torch.tensor([0]), torch.ones(2)), lambda: x.put(torch.tensor([0]), torch.ones(1).double()), lambda: torch.take_along_dim(x, idx.float(), 1), lambda: x.index_reduce(0, i, torch.ones(2, 4), "sum"), lambda: torch.where(mask.long(), x, x), lambda: torch.where(mask, x, torch.ones(5)), lambda: x.index_put((torch.tensor([9]),), torch.tensor(1.0)), lambda: x.index_put((i,), torch.ones(3)), lambda: x.index_put((i.float(),), torch.tensor(1.0)), lambda: x.index_put((i,), torch.tensor(1))]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
