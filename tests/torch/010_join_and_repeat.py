import torch

a, b = torch.tensor([[1, 2]]), torch.tensor([[3, 4]])
print(torch.cat([a, b]), torch.cat((a, b), dim=1), torch.cat([a, b], -1), torch.concat([a, b]), torch.stack([a, b]).shape, torch.stack((a, b), dim=-1), torch.vstack([a, b]), torch.hstack([a, b]), torch.dstack([a, b]).shape, torch.column_stack([a[0], b[0]]), torch.row_stack([a, b]))
print(a.repeat(2, 2), a.repeat(3, 1, 1).shape, a.tile(2), torch.tile(a, (2, 1)), a.repeat_interleave(2), a.repeat_interleave(2, dim=0), torch.repeat_interleave(torch.tensor([5, 6]), torch.tensor([2, 3])), a.expand(3, 2))
print(torch.cat([torch.tensor([1]), torch.tensor([2.5])]), torch.cat([torch.empty(0), torch.tensor([1.0])]), torch.cat([torch.zeros(0, 2), torch.ones(1, 2)]), torch.stack([torch.tensor(1), torch.tensor(2)]), torch.stack([torch.tensor(0.5)]))
acts = {f"layer{i}": torch.full((2,), float(i)) for i in range(3)}
print(torch.stack(list(acts.values())), torch.cat([v for v in acts.values()]), torch.stack([*acts.values()], dim=1).shape)
print(torch.atleast_1d(torch.tensor(1)), torch.atleast_2d(torch.tensor([1])), torch.atleast_3d(torch.tensor([1])).shape, torch.broadcast_tensors(torch.ones(2, 1), torch.zeros(3))[1].shape, torch.broadcast_shapes((2, 1), (3,)), torch.broadcast_shapes((5,), (1,), (4, 1)))
print(torch.nn.functional.pad(a, (1, 1)), torch.nn.functional.pad(a, (0, 0, 1, 0), value=9), torch.nn.functional.pad(torch.arange(3.0)[None], (2, 1), mode="reflect"), torch.nn.functional.pad(torch.arange(3.0)[None], (1, 1), mode="replicate"), torch.nn.functional.pad(torch.arange(3.0)[None], (1, 2), mode="circular"))
for bad in (lambda: torch.cat([a, torch.zeros(2, 3)]), lambda: torch.stack([a, a[0]]), lambda: torch.cat([]), lambda: torch.cat(a), lambda: torch.cat([a, 1]), lambda: torch.broadcast_shapes((2,), (3,)), lambda: torch.vstack([a, torch.ones(1, 3)]), lambda: torch.stack([])):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0])
