import torch
from torch.utils.data import Dataset, DataLoader, TensorDataset, random_split, Subset, ConcatDataset, IterableDataset, RandomSampler, SequentialSampler, BatchSampler, WeightedRandomSampler

class Squares(Dataset):
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
    def __getitem__(self, i):
        return torch.tensor(float(i)), i * i

print([b for b in DataLoader(Squares(5), batch_size=2)])
g = torch.Generator().manual_seed(0)
print([b[1].tolist() for b in DataLoader(Squares(7), batch_size=3, shuffle=True, generator=g)], [b[1].tolist() for b in DataLoader(Squares(7), batch_size=3, drop_last=True)])
torch.manual_seed(3)
print([b[1].tolist() for b in DataLoader(Squares(6), batch_size=2, shuffle=True)])
ds = TensorDataset(torch.arange(6.0).view(6, 1), torch.arange(6))
print(len(ds), ds[2], ds[1:3])
train, val = random_split(ds, [4, 2], generator=torch.Generator().manual_seed(1))
print(train.indices, val.indices, len(train), [y.item() for _, y in train], random_split(range(10), [0.7, 0.3], generator=torch.Generator().manual_seed(2))[0].indices)
print(len(DataLoader(ds, batch_size=4)), len(DataLoader(ds, batch_size=4, drop_last=True)), len(ConcatDataset([ds, ds])), Subset(ds, [0, 5])[1], (ds + ds)[7])
print(list(DataLoader([{"a": 1, "b": [1.0, 2.0]}, {"a": 2, "b": [3.0, 4.0]}], batch_size=2)), list(DataLoader(["x", "y", "z"], batch_size=2)), list(DataLoader(range(4), batch_size=None)))
print(list(DataLoader(Squares(3), batch_size=2, collate_fn=lambda items: [y for _, y in items])), list(BatchSampler(SequentialSampler(range(5)), 2, False)), list(RandomSampler(range(4), generator=torch.Generator().manual_seed(0))), list(WeightedRandomSampler([0.1, 0.9, 0.0], 5, generator=torch.Generator().manual_seed(0))))

class Stream(IterableDataset):
    def __iter__(self):
        return iter(range(5))

print(list(DataLoader(Stream(), batch_size=2)), next(iter(DataLoader(ds, batch_size=3)))[0].shape)
for x, y in DataLoader(ds, batch_size=4):
    print(x.flatten().tolist(), y)
from torch.utils.data import default_collate
print(default_collate([(1, 2.0), (3, 4.0)]), default_collate([torch.ones(2), torch.zeros(2)]), default_collate([{"t": torch.ones(1)}] * 2))
loader = DataLoader(ds, 2, sampler=torch.utils.data.SubsetRandomSampler([1, 3], generator=torch.Generator().manual_seed(0)))
print([y.tolist() for _, y in loader], loader.batch_size, len(loader.dataset))
