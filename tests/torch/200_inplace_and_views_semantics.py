import torch

a = torch.zeros(2, 3)
b = a.view(6); c = a[0]; d = a.T; e = a.clone(); f = a.reshape(3, 2); g = a.flatten(); h = a.contiguous()
a.add_(1)
print(b, c, d, e, f, g, h is a, a[:, 1].data_ptr() == a.data_ptr() + 4)
c[:] = 5
d[2, 1] = -1
print(a, b)
x = torch.arange(4)
y = x
x = x + 1
print(y, x)
y += 1
z = y
z.mul_(2)
print(y, z is y)
v = torch.ones(3)
w = v.expand(2, 3)
v[0] = 9
print(w, w.contiguous().add_(1), v)
try:
    w.add_(1)
except RuntimeError as err:
    print(str(err).split(".")[0])
t = a.t().contiguous()
t.fill_(0)
print(a, a.detach().zero_(), a, torch.zeros(2).copy_(torch.ones(2)), a.new_ones(2), a.set_ if False else 1)
p, q = torch.ones(2), torch.zeros(2)
p, q = q, p
p[0] = 3
print(p, q, p.swapaxes(0, 0).data_ptr() == p.data_ptr(), a.resize_(1, 2) if False else a.shape)
