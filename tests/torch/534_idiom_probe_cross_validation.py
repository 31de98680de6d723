import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Subset, TensorDataset

torch.manual_seed(3)
n, d = 90, 6
direction = torch.randn(d)
x = torch.randn(n, d)
y = (x @ direction + 0.5 * torch.randn(n) > 0).long()
folds = torch.randperm(n).chunk(3)
scores = []
for k, held in enumerate(folds):
    train = torch.cat([f for i, f in enumerate(folds) if i != k])
    probe = torch.nn.Linear(d, 2)
    torch.nn.init.zeros_(probe.weight)
    opt = torch.optim.SGD(probe.parameters(), lr=0.5)
    loader = DataLoader(Subset(TensorDataset(x, y), train.tolist()), batch_size=20, shuffle=True, generator=torch.Generator().manual_seed(k))
    for epoch in range(5):
        for xb, yb in loader:
            opt.zero_grad()
            F.cross_entropy(probe(xb), yb).backward()
            opt.step()
    with torch.no_grad():
        logits = probe(x[held])
        accuracy = (logits.argmax(1) == y[held]).float().mean()
        scores.append(accuracy.item())
        learned = probe.weight[1] - probe.weight[0]
        print(k, len(train), f"{accuracy:.3f}", f"{F.cosine_similarity(learned, direction, dim=0):.3f}")
print(f"{torch.tensor(scores).mean():.4f} +- {torch.tensor(scores).std():.4f}")
confusion = torch.zeros(2, 2, dtype=torch.int64)
confusion.index_put_((y[held], logits.argmax(1)), torch.tensor(1), accumulate=True)
print(confusion, confusion.trace() / confusion.sum())
