import torch

x = torch.zeros(3, 4)
x[0] = 1
x[1, 2] = 5.5
x[:, -1] = torch.tensor([7.0, 8.0, 9.0])
x[2, :2] = torch.ones(2) * 3
print(x)
x[x > 6] = -1
x[[0, 2], [0, 2]] = torch.tensor([10.0, 20.0])
x[1] += 100
x[:, 0] *= 2
print(x)
x[torch.tensor([True, False, True])] = 0
x[..., 1] = 4
x[1:] -= 1
x[:2, 1:3] = torch.tensor([[1.0], [2.0]])
print(x)
y = torch.arange(8).reshape(2, 2, 2)
y[0, ..., 1] = 0
y[:, None, 0] = torch.tensor([5, 6])
y[1][0] = 77
y[y == 77] = 8
print(y)
z = torch.zeros(4)
z[[0, 1, 0]] += 1
z.index_put_((torch.tensor([3, 3]),), torch.tensor([1.0, 2.0]), accumulate=True)
z[1:3] = torch.tensor(9)
print(z, z.index_add_(0, torch.tensor([0, 0]), torch.tensor([1.0, 2.0])), z.masked_scatter_(z > 5, torch.tensor([0.5, 0.25])))
b = torch.zeros(3, dtype=torch.bool)
b[1] = 1
i = torch.zeros(3, dtype=torch.int64)
i[0] = 2.9
i[2] = True
print(b, i)
for value, index in ((torch.ones(3), (0,)), (torch.ones(2, 2), (slice(None), 0)), ("a", (0,)), (1.0, (0, 9)), (1j, (0,))):
    try:
        x[index] = value
        print(x[index])
    except (RuntimeError, IndexError, TypeError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
a, c = x[0], x[0].clone()
a[:] = 0
print(x[0], c.shape, torch.equal(x[0], a))
