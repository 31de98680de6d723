import torch

x = torch.arange(20).reshape(4, 5)
print(x[-1], x[-2:], x[:, -1], x[-3:-1, -4:-2], x[:-1, 1:].shape, x[::3, ::2], x[1::2], x[:, 4:1], x[-10:2], x[2:100, 0])
y = x.t()
print(y[0], y[1:3, ::2], y[-1, -1], y.stride(), y[::2].stride(), y[None].stride(), y[:, None].stride(), y[..., None].stride(), x[None, 1:3].stride(), x[:, None, ::2].stride(), x[1:, 2].storage_offset(), x[2:3, 1:4].is_contiguous(), x[:, :3].is_contiguous())
z = torch.arange(24).view(2, 3, 4)
print(z[1, ..., 2], z[..., 1, :], z[:, 0, None, ::2], z[0, :, None].shape, z[None, ..., None].shape, z[-1, -2, -3], z[..., -1, -1], z[1][2][3])
e = torch.zeros(0, 3)
print(e[:, 0], e[:0], e[..., 1:].shape, torch.zeros(3, 0)[1], torch.zeros(2, 0, 3)[:, :, 1].shape)
w = z[:, 1]
w[0, 0] = 99
z[0, 1, 1:3] = -1
print(z[0], w, w._base is z or w._base is not None, z[0, 0].data_ptr() == z.data_ptr())
s = torch.tensor(3.5)
print(s[None], s[...], s[()], s[None, None].shape)
g = torch.arange(6.0, requires_grad=True)
print(g[1:4], g[-1], g[::2].sum(), g.view(2, 3)[1, :2].grad_fn is not None)
