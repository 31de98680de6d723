import torch
from torch.utils.data import (BatchSampler, ChainDataset, ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler, Sampler, SequentialSampler,
                              StackDataset, Subset, SubsetRandomSampler, TensorDataset, WeightedRandomSampler, default_collate, default_convert, random_split, get_worker_info)


class Squares(Dataset):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i, i * i


class Stream(IterableDataset):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __iter__(self):
        return iter(range(self.a, self.b))


ds = Squares(10)
print(list(SequentialSampler(ds)), len(ds + Squares(3)), (ds + Squares(3))[11], (ds + Squares(3))[-1])
g = torch.Generator().manual_seed(3)
print(list(RandomSampler(ds, generator=g)), list(RandomSampler(ds, replacement=True, num_samples=5, generator=g)))
print(list(RandomSampler(ds, num_samples=13, generator=torch.Generator().manual_seed(1))))
print(list(SubsetRandomSampler([7, 3, 5], generator=g)), list(WeightedRandomSampler([0.1, 0.0, 3.0], 6, generator=g)), list(WeightedRandomSampler([1.0, 2.0, 3.0], 2, replacement=False, generator=g)))
print(list(BatchSampler(SequentialSampler(ds), 4, False)), list(BatchSampler(range(7), 3, drop_last=True)), len(BatchSampler(range(7), 3, True)))
torch.manual_seed(0)
for x, y in DataLoader(ds, batch_size=4, shuffle=True, drop_last=True):
    print(x, y)
print([b for b in DataLoader(Stream(0, 5), batch_size=2)], [b for b in DataLoader(ChainDataset([Stream(0, 2), Stream(7, 9)]), batch_size=None)])
loader = DataLoader(ds, batch_sampler=BatchSampler(SubsetRandomSampler([1, 2, 3, 4], generator=torch.Generator().manual_seed(2)), 2, False))
print([tuple(t.tolist() for t in b) for b in loader], len(loader), loader.batch_size, type(loader.sampler).__name__)
sub = Subset(ds, [9, 0, 4])
print(list(sub), len(sub), sub.indices)
a, b = random_split(ds, [0.75, 0.25], generator=torch.Generator().manual_seed(42))
print(len(a), len(b), a.indices, b.indices)
print([len(s) for s in random_split(range(10), [0.33, 0.33, 0.34])], [len(s) for s in random_split(range(7), [3, 4])])
stack = StackDataset(x=torch.arange(3), y=["a", "b", "c"])
print(stack[1], len(stack), StackDataset(torch.arange(2), torch.ones(2))[0])
td = TensorDataset(torch.arange(6).view(3, 2), torch.tensor([0, 1, 2]))
print(td[1], len(td), [len(t) for t in td.tensors], next(iter(DataLoader(td, batch_size=3)))[0].shape)
mixed = [{"x": torch.ones(2) * i, "n": i, "f": 0.5 * i, "s": str(i), "l": [i, i + 1], "t": (i, torch.tensor(i))} for i in range(2)]
print(default_collate(mixed))
print(next(iter(DataLoader(mixed, batch_size=2, collate_fn=lambda items: [m["n"] for m in items]))), default_convert([1, 2.0]))


class Every(Sampler):
    def __init__(self, n, step):
        self.n, self.step = n, step

    def __iter__(self):
        yield from range(0, self.n, self.step)

    def __len__(self):
        return (self.n + self.step - 1) // self.step


print([x.tolist() for x, _ in DataLoader(ds, sampler=Every(10, 3), batch_size=2)], get_worker_info())
for f in (lambda: DataLoader(ds, shuffle=True, sampler=Every(3, 1)), lambda: DataLoader(ds, batch_size=0), lambda: TensorDataset(torch.ones(2), torch.ones(3)), lambda: random_split(ds, [3, 3]), lambda: DataLoader(ds, batch_size=2, batch_sampler=[[1]]),
          lambda: len(DataLoader(Stream(0, 3))), lambda: DataLoader(Stream(0, 3), shuffle=True), lambda: WeightedRandomSampler([1.0], 0), lambda: ConcatDataset([]), lambda: RandomSampler(ds, replacement="yes"), lambda: StackDataset(torch.ones(2), torch.ones(3)),
          lambda: default_collate([{"a": 1}, {"b": 2}]), lambda: default_collate([[1, 2], [3]]), lambda: default_collate([object()]), lambda: DataLoader(ds, num_workers=-1), lambda: BatchSampler(range(3), 0, False), lambda: (ds + ds)[-30], lambda: random_split(ds, [0.9, 0.3]), lambda: next(iter(DataLoader([None]))), lambda: default_collate([torch.ones(2), torch.ones(3)])):
    try:
        print("fine", type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:150])
