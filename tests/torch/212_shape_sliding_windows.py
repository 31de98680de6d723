import torch

x = torch.arange(10)
w = x.unfold(0, 4, 2)
print(w, w.shape, w.stride(), w.float().mean(1), x.unfold(0, 3, 3), x.view(5, 2).unfold(0, 2, 1).shape)
y = torch.arange(16).view(4, 4)
patches = y.unfold(0, 2, 2).unfold(1, 2, 2)
print(patches.shape, patches.reshape(-1, 2, 2), patches.sum((-1, -2)), patches.permute(0, 2, 1, 3).reshape(4, 4).equal(y))
print(torch.stack([x[i:i + 3] for i in range(3)]), x[None].expand(2, -1)[:, ::5], torch.as_strided(x, (3, 3), (2, 1)), [x[i:i + 4].tolist() for i in range(0, 10, 4)])
ctx, tgt = x[:-1], x[1:]
print(list(zip(ctx.tolist(), tgt.tolist()))[:3], x.chunk(3), x.split(4), torch.cat([x[-2:], x[:-2]]).equal(x.roll(2)))
