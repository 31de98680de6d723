import torch
from torch.utils.data import DataLoader, Dataset, Subset, TensorDataset, random_split

class Texts(Dataset):
    def __init__(self, rows):
        self.rows = rows

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        return {"ids": torch.tensor(self.rows[i]), "label": i % 2, "name": f"r{i}"}

def collate(batch):
    width = max(len(b["ids"]) for b in batch)
    ids = torch.stack([torch.nn.functional.pad(b["ids"], (0, width - len(b["ids"]))) for b in batch])
    return ids, torch.tensor([b["label"] for b in batch]), [b["name"] for b in batch]

ds = Texts([[1, 2], [3], [4, 5, 6], [7, 8], [9]])
for ids, labels, names in DataLoader(ds, batch_size=2, collate_fn=collate):
    print(ids, labels, names)
tr, va = random_split(ds, [3, 2], torch.Generator().manual_seed(0))
print(tr.indices, va.indices, [d["name"] for d in va], Subset(ds, [4, 0])[0]["name"])
torch.manual_seed(0)
for epoch in range(2):
    print([n for *_, ns in DataLoader(ds, 2, shuffle=True, collate_fn=collate) for n in ns])
td = TensorDataset(torch.arange(5), torch.arange(5) ** 2)
print([b for b in DataLoader(td, 2, drop_last=True)], len(DataLoader(td, 2)), td[1:3], next(iter(DataLoader(td, 5)))[1].sum())
