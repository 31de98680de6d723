import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x[0], x[1, 2], x[-1, -1, -1], x[0][1][2], x[..., 0], x[..., -1, :], x[:, ..., 1], x[0, ..., 1:3])
print(x[None].shape, x[:, None].shape, x[..., None].shape, x[None, :, None, 0].shape, x[0, None, 1].shape, x[()].shape, x[...].shape)
print(x[:, :, ::2].shape, x[:, 1:, :-1].shape, x[:1, -2:, 1:3], x[slice(0, 1), slice(None), slice(None, None, 3)])
a, b = x
print(a.shape, [r.tolist() for r in b], [v.item() for v in x[0, 0]], list(x[0, 0]), max(x[0, 0]), sum(x[0, 0]), sorted(x[0, 0], reverse=True)[0])
first, *rest = torch.tensor([1, 2, 3])
print(first, rest, len(x), x[1:2].squeeze(0).shape, x[True].shape, x[False].shape, x[torch.tensor(1)].shape, x[torch.tensor(0), torch.tensor(2)])
i = torch.tensor(1)
print(x[i, i:, :i], x[0, i].tolist(), [10, 20, 30][i], "abc"[i], list(range(i)), x[:, int(i)].shape)
for bad in (lambda: x[2], lambda: x[0, 3], lambda: x[0, 0, 0, 0], lambda: x[-3], lambda: x["a"], lambda: x[1.5], lambda: x[0, "k"], lambda: x[::-1], lambda: x[torch.tensor(1.5)], lambda: torch.tensor(1)[0], lambda: x[[5]], lambda: x[[0, 1], [0, 1, 2]], lambda: x[torch.ones(3, dtype=torch.bool)]):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0])
