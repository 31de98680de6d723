import torch

x = torch.arange(60).reshape(3, 4, 5)
i, j = torch.tensor([0, 2]), torch.tensor([1, 3])
print(x[i, j], x[i, :, j], x[:, j, 0], x[i][:, j].shape, x[i[:, None], j].shape)
print(x[..., [0, -1]], x[0, ..., None].shape, x[None, 1, :, 2:4].shape)
print(x[i, 1:3, 0], x[1, [0, 1], [2, 3]], x[[0], [1], [2]], x[[[0, 1]]].shape)
print(x[x % 7 == 0], x[torch.tensor([True, False, True])].shape, x[:, torch.tensor([True, False, True, False])].shape)
print(x[0][torch.eye(4, 5).bool()], x[True].shape, x[False].shape, x[:, None].shape)
rows = torch.arange(3)
print(x[rows, rows, rows], x[rows, rows].shape, x.diagonal(dim1=0, dim2=1).shape)
y = x.clone()
y[i, j] = torch.tensor([[1], [2]])
y[..., 0] += 100
y[0, :, 1:3] = y[0, :, 3:5]
y[torch.tensor([[True, False, False, True]] * 3)] = 0
print(y)
print(x.index_select(1, j).equal(x[:, j]), torch.take(x, torch.tensor([0, 59, -1])), x.select(2, -1).shape, x.narrow(1, 1, 2).shape)
print(x[2, 3, 4].item(), x[-1, -1, -1].item(), x[1:, ::2, ::-1 % 3].shape)
for bad in (lambda: x[3], lambda: x[0, 0, 0, 0], lambda: x[i, torch.tensor([0, 1, 2])], lambda: x[:, torch.tensor([4])], lambda: x[1.0], lambda: x[::-1]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
