import torch

base = torch.zeros(3, 4)
base[1] += 5
base[:, 2].add_(1)
base[0, 1:3] = torch.tensor([7.0, 8.0])
row = base[2]
row.fill_(3)
row[0] = -1
col = base.t()[3]
col *= 10
print(base)
block = base[:2, :2]
block.zero_()
d = base.diagonal()
d.copy_(torch.tensor([1.0, 2.0, 3.0]))
base.view(-1)[-1] = 42
base[base > 9].zero_()
print(base)
base.unsqueeze(0)[0, 0, 0] = 11
for r in base:
    r.mul_(2)
base[[0, 2]] = base[[2, 0]]
a, b = base.split(2, dim=1)
a.sub_(1)
c = base.clone().requires_grad_()
h = c * 1
h[0] = 0
h[:, 1] *= 2
h.sum().backward()
print(base, b.shape, c.grad)
x, y = torch.tensor([1, 2, 3]), torch.tensor([10, 20, 30])
x[:2], y[1:] = y[:2].clone(), x[1:].clone()
print(x, y)
x[0] += x[1]
x[-1:] -= 1
x[...] = x.flip(0)
print(x)
