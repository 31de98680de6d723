import torch

x = torch.arange(12).reshape(3, 4) * 10
print(x[[0, 2]], x[torch.tensor([2, 0, 0])], x[[0, 1], [1, 2]], x[:, [3, 0]], x[[[0, 1], [2, 0]]].shape, x[torch.tensor([[0], [2]]), torch.tensor([[1, 3]])])
print(x[x > 50], x[(x > 20) & (x < 80)], x[~(x > 20)], x[x % 20 == 0], x[torch.tensor([True, False, True])], x[:, torch.tensor([True, False, False, True])], x[x > 1000])
print(x[torch.tensor([0, 1]), 1:3], x[1:, [0, -1]], x[..., torch.tensor([0])].shape, x[[True, False, True]], x[range(2)], x[(0, 1)], x[[-1]], x[torch.tensor([-1, -2])])
y = torch.arange(24).reshape(2, 3, 4)
print(y[[0, 1], :, [1, 2]], y[:, [0, 2], [1, 3]], y[[0], :, 1:2].shape, y[[1, 0], [2, 2]].shape, y[y > 20], y[torch.tensor([True, False])].shape, y[:, torch.tensor([[True, False, True, False]] * 3)])
print(y[None, [0]].shape, y[[0], None].shape, y[..., [0, 1], 0].shape, y[[0, 1], ..., 0].shape, y[torch.zeros(0, dtype=torch.long)].shape, y[[]].shape)
mask = torch.tensor([[True, False], [False, True]])
m = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(m[mask], m.masked_select(mask), m[mask.nonzero(as_tuple=True)], m[torch.where(mask)], mask.nonzero(), m[m.argmax(0), torch.arange(2)], m.take(torch.tensor([0, 3])), m[:, m.sum(0) > 4])
rows, cols = torch.tensor([0, 1, 2]), torch.tensor([3, 2, 1])
print(x[rows, cols], x[rows[:, None], cols], x[rows, cols].sum(), x.flatten()[[0, 5, -1]], x.index_select(0, rows.flip(0))[0], torch.index_select(x, 1, cols)[0], torch.take_along_dim(x, cols[:, None], 1))
