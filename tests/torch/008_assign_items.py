import torch

x = torch.zeros(3, 4)
x[0] = 1
x[1, 2] = 5
x[:, 3] = torch.tensor([7.0, 8.0, 9.0])
x[2, :2] = torch.tensor([-1.0, -2.0])
x[-1, -1] += 0.5
print(x)
x[x > 6] = 0
x[[0, 1], [0, 0]] = torch.tensor([10.0, 20.0])
x[..., 1] = 3
x[1:] *= 2
x[:, :1] -= 1
print(x)
x[torch.tensor([True, False, True])] = 0.25
x[1] = x[0]
x[:, [0, 2]] = x[:, [2, 0]]
x[2] = torch.arange(4)
x[0, x[0] == 0.25] = -1
x[None, 0] = torch.full((1, 4), 4.0)
print(x)
y = torch.arange(6)
y[1] = 2.9
y[2:4] = True
y[-2:] = torch.tensor([1.7, -1.7])
y[y == 1] += 100
y[[0, 0]] = torch.tensor([5, 6])
print(y, y.dtype)
z = torch.zeros(2, 3, 4)
z[:, 1] = torch.ones(4)
z[0, :, 2] = torch.tensor([1.0, 2.0, 3.0])
z[1, [0, 2]] = torch.arange(4.0)
z[..., 0].fill_(9)
z[:] = z.clone() * 2
print(z)
v = z[0]
v[1] = -1
print(z[0, 1], v.shape)
b = torch.zeros(3, dtype=torch.bool)
b[1] = True
b[2] = 5
print(b, torch.zeros(2).index_put_((torch.tensor([0, 0]),), torch.tensor([1.0, 2.0]), accumulate=True))
for bad in (lambda: x.__setitem__(5, 1), lambda: x.__setitem__(0, torch.zeros(3)), lambda: x.__setitem__((slice(None), 0), [1, 2, 3]), lambda: x.__setitem__("a", 1), lambda: x.__delitem__(0), lambda: x.__setitem__(0, "s"), lambda: x.__setitem__(slice(None), torch.ones(4, 4))):
    try:
        bad()
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0])
