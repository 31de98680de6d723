import torch

x = torch.arange(20).view(4, 5)
print(x[-1], x[-2:, -2:], x[:, -1], x[::2], x[1::2, ::3], x[:-1].shape, x[..., 2], x[2:2].shape, x[10:].shape, x[:, 3:].T, x[-3:-1, 1:-1], x[(0, 1)], x[[0, 1]], x[slice(0, 2), 1], x[None, :, None].shape)
i = torch.tensor(2)
print(x[i], x[i, i], x[:i], x[i - 1:i + 1, 0], x[:, i:], x[i.item()], x[torch.tensor([0, 0, 3])][:, 0], x[[-1, 0]], x[:, [0, -1]], x[x[:, 0] > 4], x[1:3][0], x[0][1:][::2])
s = torch.arange(6)
print(s[2:5], s[-3:], s[::2], s[1:-1:2], s[5], s[torch.tensor([True, False] * 3)], s[s % 3 == 0], s[s.flip(0)], s[[0]], s[0:1], s[0:1].squeeze(), s[...], s[:, None].shape, s[None, ...].shape)
print(x[0].tolist(), x[0, 0].item(), [r[0].item() for r in x], x.T[0], x.select(1, 2), x.narrow(0, 1, 2), x.index_select(1, torch.tensor([4, 0])), x.take(torch.tensor([0, 19])), x.view(-1)[7], x.flatten()[[1, 3]])
