import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset

text = "to be or not to be that is the question"
chars = sorted(set(text))
stoi = {c: i for i, c in enumerate(chars)}
ids = torch.tensor([stoi[c] for c in text])
print(len(chars), ids[:10])


class Windows(Dataset):
    def __init__(self, data, size):
        self.data, self.size = data, size

    def __len__(self):
        return len(self.data) - self.size

    def __getitem__(self, i):
        chunk = self.data[i:i + self.size + 1]
        return chunk[:-1], chunk[1:]


data = Windows(ids, 8)
x, y = data[3]
print(len(data), "".join(chars[i] for i in x), "|", "".join(chars[i] for i in y.tolist()))
loader = DataLoader(data, batch_size=10, shuffle=True, generator=torch.Generator().manual_seed(0))
for x, y in loader:
    print(tuple(x.shape), "".join(chars[i] for i in x[0]), (x[:, 1:] == y[:, :-1]).all().item())
print(len(loader), len(DataLoader(data, batch_size=10, drop_last=True)))
windows = ids.unfold(0, 9, 4)
print(windows.shape, torch.equal(windows[1], ids[4:13]))
pairs = torch.zeros(len(chars), len(chars), dtype=torch.int64)
pairs.index_put_((ids[:-1], ids[1:]), torch.ones(len(ids) - 1, dtype=torch.int64), accumulate=True)
p = (pairs + 1).float() / (pairs + 1).sum(1, keepdim=True)
nll = -p[ids[:-1], ids[1:]].log().mean()
print(pairs.sum().item(), f"{nll:.4f}", chars[pairs[stoi["t"]].argmax()])
torch.manual_seed(2)
at, out = stoi["t"], ["t"]
for _ in range(12):
    at = torch.multinomial(p[at], 1).item()
    out.append(chars[at])
print("".join(out))
batches = list(DataLoader(TensorDataset(torch.arange(7), torch.arange(7) ** 2), batch_size=3))
print([tuple(b.tolist() for b in batch) for batch in batches])
