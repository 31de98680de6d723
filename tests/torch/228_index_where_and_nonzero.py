import torch

x = torch.tensor([[0, 3, 0], [5, 0, 7]])
r, c = torch.where(x > 0)
print(r, c, x[r, c], x.nonzero(), x.nonzero(as_tuple=True), torch.argwhere(x == 0), x[x.nonzero(as_tuple=True)], (x > 0).nonzero()[:, 1], torch.where(x > 0, x, -1), torch.where(x > 4, x.float(), 0.5), x.where(x > 3, torch.tensor(0)), torch.count_nonzero(x), torch.count_nonzero(x, 1))
s = torch.tensor([4, 4, 2, 4])
print((s == 4).nonzero().flatten().tolist(), (s == 4).int().argmax(), s.eq(2).nonzero()[0, 0], torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([0, 3, 6])), torch.bucketize(torch.tensor([0.5, 2.5]), torch.tensor([1.0, 2.0])), s.tolist().index(2), (s[:, None] == torch.tensor([2, 4])).int())
first = (x > 0).float().argmax(1)
print(first, x.gather(1, first[:, None]).squeeze(1), torch.full((2, 3), -1).masked_scatter(x > 0, torch.arange(5)), x.masked_select(x > 0), x.clone().masked_fill_(x == 0, 9), torch.nonzero(torch.tensor(5)), torch.where(torch.tensor([False, False])))
