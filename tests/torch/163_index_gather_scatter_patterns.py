import torch

logits = torch.arange(12.0).view(3, 4)
idx = torch.tensor([1, 3, 0])
print(logits.gather(1, idx[:, None]), logits[torch.arange(3), idx], logits.gather(1, torch.tensor([[0, 0], [1, 2], [3, 3]])), torch.gather(logits, 0, torch.tensor([[2, 1, 0, 0]])))
z = torch.zeros(3, 4)
z.scatter_(1, idx[:, None], 1.0)
print(z, torch.zeros(3, 4).scatter(1, idx[:, None], logits), z.scatter_add(1, torch.tensor([[1, 1, 1]] * 3), torch.ones(3, 3)))
print(torch.zeros(4).scatter_reduce(0, torch.tensor([0, 0, 1, 3]), torch.tensor([1.0, 5.0, 2.0, 3.0]), reduce="amax"), torch.zeros(3).index_add(0, torch.tensor([0, 0, 2]), torch.tensor([1.0, 2.0, 3.0])), torch.ones(3).index_copy(0, torch.tensor([1]), torch.tensor([9.0])), torch.ones(3).index_fill(0, torch.tensor([0, 2]), -1))
src = torch.tensor([1.0, 2.0, 3.0, 4.0])
seg = torch.tensor([0, 1, 0, 1])
print(torch.zeros(2).scatter_add_(0, seg, src), torch.zeros(2).scatter_reduce_(0, seg, src, "mean", include_self=False), torch.bincount(seg, weights=src))
x = torch.arange(24).view(2, 3, 4)
i = torch.tensor([[0, 2], [1, 1]])
print(x.gather(1, i[..., None].expand(-1, -1, 4)), x[torch.arange(2)[:, None], i], torch.take_along_dim(x, i[..., None], 1).equal(x[torch.arange(2)[:, None], i]))
last = torch.tensor([2, 0])
print(x[torch.arange(2), last], x[range(2), last.tolist()], x[[0, 1], [2, 0], -1], x[:, last].shape, x[:, -1:, ::2])
x[torch.arange(2), last] = -1
print(x[:, :, 0], (x == -1).nonzero()[:2], x.masked_select(x > 20), x.index_put((torch.tensor([0]), torch.tensor([1])), torch.tensor([7, 7, 7, 7]))[0, 1])
