import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(120, 2)
y = (X[:, 0] * X[:, 1] > 0).long()

class MLP(nn.Module):
    def __init__(self, d_in, d_hidden, d_out, depth=2):
        super().__init__()
        dims = [d_in] + [d_hidden] * depth
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(dims, dims[1:]))
        self.head = nn.Linear(d_hidden, d_out)
        self.drop = nn.Dropout(0.1)

    def forward(self, x):
        for layer in self.layers:
            x = self.drop(F.relu(layer(x)))
        return self.head(x)

model = MLP(2, 16, 2)
opt = torch.optim.AdamW(model.parameters(), lr=1e-2)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=60)
for epoch in range(60):
    model.train()
    perm = torch.randperm(len(X))
    for i in range(0, len(X), 32):
        idx = perm[i:i + 32]
        loss = F.cross_entropy(model(X[idx]), y[idx])
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
    sched.step()
    if epoch % 15 == 0:
        model.eval()
        with torch.no_grad():
            acc = (model(X).argmax(-1) == y).float().mean()
        print(f"epoch {epoch:3d} loss {loss.item():.3f} acc {acc:.3f} lr {sched.get_last_lr()[0]:.5f}")
model.eval()
with torch.no_grad():
    logits = model(X)
    print(f"{(logits.argmax(-1) == y).float().mean().item():.3f}", logits[:2].shape, model.training)
conf = torch.zeros(2, 2, dtype=torch.long)
for t, p in zip(y, logits.argmax(-1)):
    conf[t, p] += 1
print(conf.sum().item(), conf.diag().sum() > 100)
