import torch

x = torch.arange(-6, 6).reshape(3, 4)
x[x < 0] = 0
print(x)
x[:, x.sum(0) > 8] *= -1
print(x)
y = torch.zeros(4, 4)
y[[0, 1, 2], [1, 2, 3]] = torch.tensor([1.0, 2.0, 3.0])
y[-1] = y.amax(0)
print(y)
y[y.nonzero(as_tuple=True)] += 10
print(y)
z = torch.arange(10)
z[::3] = -1
z[[1, 1, 2]] = torch.tensor([7, 8, 9])
print(z)
z[z.gt(4) & z.lt(8)] = z.min()
print(z, (z == -1).nonzero().flatten())
mask = torch.tensor([[True, False], [False, True]])
w = torch.ones(2, 2, 3)
w[mask] = torch.tensor([5.0, 6.0, 7.0])
print(w)
w[..., 0][mask.logical_not()] = -2
print(w.sum(-1))
try:
    w[mask] = torch.ones(4)
except RuntimeError as e:
    print(e)
try:
    z[torch.tensor([True, False])]
except IndexError as e:
    print(e)
