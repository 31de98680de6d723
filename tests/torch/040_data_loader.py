import torch
from torch.utils.data import ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler, Subset, TensorDataset, WeightedRandomSampler, random_split

torch.manual_seed(0)
X, y = torch.arange(10.0).view(10, 1), torch.arange(10)
ds = TensorDataset(X, y)
print(len(ds), ds[3], ds[-1], ds[2:4])
for xb, yb in DataLoader(ds, batch_size=4):
    print(xb.flatten(), yb)
for xb, yb in DataLoader(ds, batch_size=4, shuffle=True):
    print(yb)
print([yb.tolist() for _, yb in DataLoader(ds, batch_size=3, shuffle=True, drop_last=True)], len(DataLoader(ds, batch_size=3, drop_last=True)), len(DataLoader(ds, 3)), torch.rand(1))
g = torch.Generator().manual_seed(5)
loader = DataLoader(ds, batch_size=5, shuffle=True, generator=g)
print([b[1].tolist() for b in loader], [b[1].tolist() for b in loader])
a, b = random_split(ds, [7, 3], generator=torch.Generator().manual_seed(1))
print(len(a), len(b), [int(v[1]) for v in b], a.indices, [len(p) for p in random_split(ds, [0.5, 0.25, 0.25])])

class Words(Dataset):
    def __init__(self, words):
        self.words = words

    def __len__(self):
        return len(self.words)

    def __getitem__(self, i):
        return {"word": self.words[i], "len": len(self.words[i]), "vec": torch.ones(2) * i, "pair": (i, float(i))}

for batch in DataLoader(Words(["a", "bb", "ccc"]), batch_size=2):
    print(batch)
print(next(iter(DataLoader(Words(["x", "yy"]), batch_size=2, collate_fn=lambda items: [i["word"] for i in items]))))

class Stream(IterableDataset):
    def __iter__(self):
        return iter(range(5))

print([b.tolist() for b in DataLoader(Stream(), batch_size=2)], list(DataLoader([1, 2, 3], batch_size=None)), [b for b in DataLoader([[1, 2], [3, 4]], batch_size=2)])
print([v[1].item() for v in Subset(ds, [0, 5])], len(ConcatDataset([ds, Subset(ds, [1])])), ConcatDataset([ds, ds])[12], len(ds + ds))
print([b[1].tolist() for b in DataLoader(ds, sampler=WeightedRandomSampler([1.0] * 5 + [0.0] * 5, 6), batch_size=3)], list(RandomSampler(range(4), replacement=True, num_samples=6)), [b[1].tolist() for b in DataLoader(ds, batch_sampler=[[0, 1], [9]])])
for epoch in range(2):
    print(epoch, [b[1][0].item() for b in DataLoader(ds, 4, shuffle=True)], [i for i, (x, _) in enumerate(DataLoader(ds, 5))])
for bad in (lambda: TensorDataset(X, y[:3]), lambda: random_split(ds, [1, 2]), lambda: DataLoader(ds, batch_size=0), lambda: DataLoader(ds, shuffle=True, sampler=RandomSampler(ds)), lambda: next(iter(DataLoader([object()]))), lambda: ds[20], lambda: Dataset()[0]):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:80])
