import torch

base = torch.zeros(2, 3)
row, column, flat, copy = base[0], base[:, 1], base.view(-1), base.clone()
row += 1
column.mul_(5)
flat[-1] = 9
copy.add_(100)
print(base, base._version, copy)
print([t.data_ptr() == base.data_ptr() for t in (row, column, flat, copy)], row._base is base, copy._base)
a = torch.arange(4)
b = a
a = a + 1
print(a, b)
b += 1
c = b[::2]
c.zero_()
print(b, c, c.is_contiguous(), c.stride())
d = torch.ones(3)
e = d.expand(2, 3)
try:
    e[0, 0] = 5
except RuntimeError as err:
    print(str(err)[:60])
e = e.clone()
e[0, 0] = 5
print(d, e)
x = torch.ones(3, requires_grad=True)
y = x * 2
try:
    x += 1
except RuntimeError as err:
    print(err)
y += 1
y.sum().backward()
print(x.grad, y)
z = x.exp()
z.mul_(2)
try:
    z.sum().backward()
except RuntimeError as err:
    print(str(err).split(":")[0])
with torch.no_grad():
    x += 1
print(x, x.requires_grad, x.detach().add_(1) is x)
w = x.detach()
w[0] = 50
print(x[0].item(), w.requires_grad)
l = [torch.zeros(1)] * 2
l[0] += 1
print(l, l[0] is l[1])
s = torch.tensor([1, 2, 3])
s[1:], s[:-1] = s[:-1].clone(), s[1:].clone()
print(s)
q = torch.arange(6).view(2, 3).t()
q[0] = -1
print(q.contiguous().view(-1), q.reshape(-1), q.T.flatten())
print(torch.equal(base.T.T, base), base.T._is_view(), base.reshape(3, 2)._is_view(), base.T.reshape(6)._is_view())
