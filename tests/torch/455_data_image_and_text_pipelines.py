import torch
from torch.utils.data import Dataset, DataLoader, IterableDataset, Subset
from collections import Counter
from itertools import islice
import random, re

texts = ["the cat sat on the mat", "a dog ran in the park", "the bird sang", "cats and dogs play in the sun today", "sun"]
labels = ["cat", "dog", "bird", "both", "none"]


class Vocab:
    def __init__(self, texts, specials=("<pad>", "<unk>", "<bos>", "<eos>"), min_freq=1):
        counts = Counter(w for t in texts for w in t.split())
        self.itos = [*specials, *[w for w, c in sorted(counts.items(), key=lambda p: (-p[1], p[0])) if c >= min_freq]]
        self.stoi = {w: i for i, w in enumerate(self.itos)}

    def __len__(self):
        return len(self.itos)

    def encode(self, text):
        return [2, *[self.stoi.get(w, 1) for w in re.findall(r"\w+", text.lower())], 3]

    def decode(self, ids):
        return " ".join(self.itos[i] for i in ids if i > 3)


vocab = Vocab(texts)
print(len(vocab), vocab.itos[:8], vocab.encode("The zebra sat"), vocab.decode(vocab.encode(texts[0])))


class TextSet(Dataset):
    def __init__(self, texts, labels, transform=None):
        self.texts, self.classes, self.transform = texts, sorted(set(labels)), transform
        self.targets = [self.classes.index(l) for l in labels]

    def __len__(self):
        return len(self.texts)

    def __getitem__(self, i):
        ids = torch.tensor(vocab.encode(self.texts[i]))
        return (self.transform(ids) if self.transform else ids), self.targets[i]


def collate(batch):
    ids, y = zip(*batch)
    lengths = torch.tensor([len(t) for t in ids])
    out = torch.zeros(len(ids), int(lengths.max()), dtype=torch.long)
    for row, t in zip(out, ids):
        row[:len(t)] = t
    return {"ids": out, "mask": out != 0, "lengths": lengths, "y": torch.tensor(y)}


class BucketSampler:
    def __init__(self, lengths, size, seed=0):
        self.lengths, self.size, self.rng = lengths, size, random.Random(seed)

    def __iter__(self):
        order = sorted(range(len(self.lengths)), key=self.lengths.__getitem__)
        batches = [order[i:i + self.size] for i in range(0, len(order), self.size)]
        self.rng.shuffle(batches)
        yield from batches

    def __len__(self):
        return -(-len(self.lengths) // self.size)


ds = TextSet(texts, labels)
for b in DataLoader(ds, batch_size=2, collate_fn=collate):
    print({k: tuple(v.shape) for k, v in b.items()}, b["mask"].sum(1).tolist(), b["y"].tolist())
loader = DataLoader(ds, batch_sampler=BucketSampler([len(t.split()) for t in texts], 2), collate_fn=collate)
print(len(loader), [b["lengths"].tolist() for b in loader])
torch.manual_seed(0)
mask_lm = TextSet(texts, labels, transform=lambda ids: torch.where((torch.rand(len(ids)) < 0.3) & (ids > 3), 1, ids))
print([mask_lm[i][0].tolist() for i in range(2)], ds.classes)


class Window(IterableDataset):
    def __init__(self, tokens, n):
        self.tokens, self.n = tokens, n

    def __iter__(self):
        for i in range(0, len(self.tokens) - self.n, self.n):
            chunk = torch.tensor(self.tokens[i:i + self.n + 1])
            yield chunk[:-1], chunk[1:]


stream = [t for text in texts for t in vocab.encode(text)]
pairs = list(DataLoader(Window(stream, 4), batch_size=3))
print(len(stream), len(pairs), pairs[0][0].shape, torch.equal(pairs[0][0][:, 1:], pairs[0][1][:, :-1]), list(islice(Window(stream, 4), 1)))


class Images(Dataset):
    def __init__(self, n, augment):
        g = torch.Generator().manual_seed(1)
        self.x, self.y, self.augment = torch.randint(0, 256, (n, 3, 4, 4), generator=g, dtype=torch.uint8), torch.arange(n) % 2, augment

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        img = self.x[i].float() / 255
        if self.augment and torch.rand(()) < 0.5:
            img = img.flip(-1)
        return (img - 0.5) / 0.25, self.y[i]


torch.manual_seed(3)
loader = DataLoader(Images(10, True), batch_size=4, shuffle=True)
mean, n = torch.zeros(3), 0
for x, y in loader:
    mean += x.sum((0, 2, 3))
    n += x.numel() // 3
    print(x.shape, y.tolist())
print((mean / n).round(decimals=3), Subset(Images(10, False), range(0, 10, 3))[1][0].mean().round(decimals=4), len(loader), loader.drop_last)
it = iter(loader)
print(next(it)[1].shape, sum(1 for _ in it))
folds = torch.arange(10).chunk(5)
for k, val in enumerate(folds[:2]):
    trn = torch.cat([f for j, f in enumerate(folds) if j != k])
    print(k, val.tolist(), trn.tolist())
