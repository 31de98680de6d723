import torch

a = torch.arange(3).reshape(3, 1)
b = torch.arange(4)
print(a + b, (a * b).shape, (a[None] + b[:, None, None]).shape, (torch.ones(2, 1, 3) * torch.ones(4, 1)).shape, (a + torch.tensor(10)).T)
x = torch.arange(6.0).reshape(2, 3)
print(x - x.mean(0), x - x.mean(1, keepdim=True), x / x.sum(-1, keepdim=True), x * torch.tensor([1, 0, 2]), x + torch.tensor([[10], [20]]), (x[:, :, None] * x[:, None, :]).sum(0))
print((x[:, None, :] - x[None, :, :]).abs().sum(-1), torch.maximum(x, torch.tensor(2.0)), torch.where(x > 2, x, torch.tensor(-1.0)), torch.where(x > 2, 1, 0), torch.where(x > 2, x, 0.5))
for s, t in (((2, 3), (2,)), ((3,), (4,)), ((2, 3, 4), (3,)), ((2, 1), (1, 3)), ((0,), (1,)), ((2,), (0,))):
    try:
        print(s, t, tuple((torch.zeros(s) + torch.zeros(t)).shape))
    except RuntimeError as err:
        print(s, t, err)
scores = torch.zeros(2, 2, 3, 3)
mask = torch.tril(torch.ones(3, 3)).bool()
print(scores.masked_fill(~mask, -1.0)[0, 0], (scores + torch.tensor([[[[1.0, 2.0, 3.0]]]]))[1, 1, 0], (scores * mask).shape)
q = torch.arange(12.0).view(1, 2, 3, 2)
print((q @ q.transpose(-1, -2)).shape, torch.matmul(q, torch.ones(2)).shape, (torch.ones(3) @ torch.ones(3, 2)).shape, torch.matmul(torch.ones(2, 1, 3, 4), torch.ones(5, 4, 2)).shape, torch.ones(3) @ torch.ones(3))
