import torch

x = torch.arange(12).reshape(3, 4)
print(x[x > 5], x[x % 2 == 0], x[(x > 2) & (x < 9)], x[~(x > 2)], x[torch.tensor([True, False, True])], x[:, torch.tensor([True, False, False, True])])
print(x[[0, 2]], x[[0, 2], [1, 3]], x[:, [0, -1]], x[torch.tensor([[0, 1], [2, 0]])].shape, x[[True, False, True]], x[torch.tensor(1)], x[[1]])
print(x[torch.arange(3), torch.tensor([0, 1, 2])], x[[0, 1], 1:3], x[1:, [0, 2]], x[..., 0], x[None, 1], x[1, None], x[:, None, 0].shape, x[None].shape, x[..., None].shape)
y = torch.arange(24).reshape(2, 3, 4)
print(y[:, [0, 2], 1], y[0, [0, 1], [2, 3]], y[[0, 1], :, [1, 2]].shape, y[..., [0, 0, 1]].shape, y[[0], [1], [2]], y[y > 20], y[1, ..., -1], y[torch.tensor([1, 0]), 0])
print(y[:, torch.tensor([[0, 1], [1, 2]])].shape, y[torch.tensor([[0], [1]]), torch.tensor([0, 1])].shape, y[:, :, None, [1, 2]].shape, y[0][y[0] > 5].tolist())
mask = torch.zeros(2, 3, dtype=torch.bool)
mask[0, 1] = mask[1, 2] = True
print(y[mask], y[mask].shape, y[mask, 0], y[mask][:, 1], mask.nonzero(), mask.nonzero(as_tuple=True), torch.where(mask))
print(x[x.argmax(1) == 3].shape, x[x.sum(1).argsort(descending=True)], x[torch.randperm(3).sort()[0]], x[-1, [-1, -2]], x[(0, 1)], x[0][[1]])
for index in ([5], (0, [9]), torch.tensor([True]), (slice(None), torch.tensor([True, False])), 1.0, "a", (0, 0, 0)):
    try:
        print(x[index])
    except (IndexError, TypeError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
