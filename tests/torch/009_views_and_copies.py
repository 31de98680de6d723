import torch

x = torch.arange(12.0)
v = x.view(3, 4)
v[0, 0] = 100
print(x[0], v.is_contiguous(), v.T.is_contiguous(), v.data_ptr() == x.data_ptr(), v._base is not None, x.storage_offset(), v[1].storage_offset(), v[:, 1].stride())
r = v.T.reshape(-1)
r[0] = -1
print(x[0], v.reshape(2, 6).shape, v.flatten().shape, v.ravel().shape, v.contiguous() is v, v.T.contiguous().stride())
try:
    v.T.view(-1)
except RuntimeError as err:
    print("RuntimeError", str(err)[:60])
e = torch.tensor([[1.0], [2.0]]).expand(2, 3)
print(e, e.stride(), e.contiguous().stride(), torch.tensor([1, 2]).expand(3, -1), torch.tensor([1]).expand_as(torch.ones(3)), torch.ones(2).broadcast_to(2, 2))
c = x.clone()
c[0] = 5
d = x.detach()
d[1] = 77
print(x[:2], c[:2], x.clone().equal(x), torch.narrow(x, 0, 2, 3), x.unfold(0, 4, 4), x.as_strided((2, 2), (1, 2)), x.view(torch.int32)[0] != 0)
a = [0] * 2
y = torch.zeros(2)
z = y
z += 1
w = y
w = w + 1
print(y, z is y, w, id(z) == id(y), y is y[:], y.data is y)
print(x.view(-1, 6).shape, x.view(2, -1).shape, x.reshape(2, 2, -1).shape, x.unflatten(0, (3, 4)).shape, x.view(3, 4).view_as(torch.zeros(4, 3)).shape, x.reshape(()).shape if x.numel() == 1 else "no", torch.zeros(1).reshape(()).shape)
t = torch.arange(6).reshape(2, 3)
for name, out in {"split": t.split(2, dim=1), "chunk": t.chunk(2), "unbind": t.unbind(1), "tsplit": torch.tensor_split(torch.arange(5), 2), "hsplit": torch.hsplit(t, 3), "sizes": torch.split(torch.arange(6), [1, 2, 3])}.items():
    print(name, out, type(out).__name__)
