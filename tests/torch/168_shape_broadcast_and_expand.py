import torch

a, b = torch.arange(3).view(3, 1), torch.arange(4)
print(a + b, (a + b).shape, a * b[None, :], torch.broadcast_shapes((3, 1), (4,)), torch.broadcast_tensors(a, b)[1].shape)
print(a.expand(3, 4), a.expand(-1, 2), b.expand(2, 4), b.expand_as(torch.zeros(5, 4)).shape, a.expand(3, 4).stride(), a.broadcast_to(3, 2))
print((a == b).int(), (a > b).sum(), torch.maximum(a, b), torch.where(a > b, a, b), a.float() @ b.float()[None])
x = torch.arange(6.0).view(2, 3)
print(x - x.mean(0), x - x.mean(1, keepdim=True), x / x.sum(-1, keepdim=True), (x[:, None, :] - x[None, :, :]).pow(2).sum(-1).sqrt())
print(torch.cdist(x, x), (x.unsqueeze(2) * x.unsqueeze(1)).shape, torch.outer(x[0], x[1]), x[:, :, None].expand(-1, -1, 2).reshape(2, 6))
mask = torch.arange(5)[None, :] < torch.tensor([2, 5, 3])[:, None]
print(mask, mask.sum(1), mask.float().cumsum(1))
for f in (lambda: x + torch.ones(2), lambda: x.expand(4, 3), lambda: torch.broadcast_to(x, (3,)), lambda: x * torch.ones(3, 2)):
    try:
        print(f())
    except RuntimeError as err:
        print(str(err).split("\n")[0])
