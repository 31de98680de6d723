import torch

xs = [torch.full((2, 3), i) for i in range(3)]
print(torch.stack(xs).shape, torch.stack(xs, dim=-1).shape, torch.cat(xs).shape, torch.cat(xs, dim=1)[0], torch.hstack(xs).shape, torch.vstack(xs)[-1], torch.dstack(xs)[0, 0])
s = torch.arange(10)
print(s.split(3), s.split([2, 3, 5]), s.chunk(4), torch.tensor_split(s, 3), torch.tensor_split(s, (2, 7)), s.unbind()[3])
m = torch.arange(12).view(3, 4)
print(m.unbind(1), m.split(2, 1)[1], torch.chunk(m, 2, dim=1)[0], [c.shape for c in m.split([1, 3], dim=-1)])
a, b, c = m
print(a, c, [row.sum().item() for row in m], dict(enumerate(m.sum(1).tolist())), [x.item() for x in m[:, 0]])
print(torch.block_diag(torch.ones(1, 2), torch.eye(2)), torch.cat([m, m.flip(0)], 1).shape, torch.cat([torch.tensor([]), torch.tensor([1.0])]), torch.cat((m.float(), torch.ones(3, 1)), -1))
print(torch.repeat_interleave(s[:3], 2), s[:2].repeat(3), s[:2].repeat(2, 2), m[:2, :2].tile((1, 2)), m.T.contiguous().view(-1)[:4], m.ravel()[::5])
print(m.take(torch.tensor([0, 5, 11])), torch.take_along_dim(m, m.argsort(1, descending=True), 1), m.diagonal(1), m.narrow(1, 1, 2), m.index_select(1, torch.tensor([3, 0])), torch.movedim(torch.zeros(2, 3, 4), 0, -1).shape, torch.swapdims(m, 0, 1).shape)
