import torch

x = torch.arange(12.0).view(3, 4)
x[x > 8] = 0
x[:, 0] = torch.tensor([-1.0, -2.0, -3.0])
x[1] += 10
x[0, 1:3] *= 100
x[[0, 2], [3, 3]] = torch.tensor([7.0, 8.0])
print(x)
m = x < 0
x[m] = x[m].abs() * 2
x[~m & (x > 50)] = 50
x[m.any(1)] -= 1
print(x, m, m.sum())
y = torch.zeros(2, 3, 4)
y[:, 1] = 1
y[0, :, 2] = torch.arange(3)
y[..., -1] = 5
y[1, 2] = torch.tensor([9.0, 8.0, 7.0, 6.0])
y[torch.tensor([0, 1]), torch.tensor([0, 2]), 0] = -1
print(y)
z = torch.zeros(5, dtype=torch.long)
z[torch.tensor([1, 3])] = torch.tensor([10, 30])
z[::2] = z[::2] + 1
z[-1] = 99
z[z == 0] = -5
print(z, z.masked_fill(z < 0, 0), torch.where(z > 5, z, -z), z.clamp(0, 50), z.index_fill(0, torch.tensor([0]), 3))
