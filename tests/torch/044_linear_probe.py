import torch
from torch import nn

torch.manual_seed(0)
acts = torch.randn(80, 6)
direction = torch.tensor([1.0, -1.0, 0.5, 0.0, 0.0, 2.0])
labels = (acts @ direction + 0.1 * torch.randn(80) > 0).float()
train, test = torch.arange(60), torch.arange(60, 80)
probe = nn.Linear(6, 1)
opt = torch.optim.Adam(probe.parameters(), lr=0.1, weight_decay=1e-3)
loss_fn = nn.BCEWithLogitsLoss()
for step in range(100):
    opt.zero_grad()
    loss = loss_fn(probe(acts[train]).squeeze(-1), labels[train])
    loss.backward()
    opt.step()
acc = ((probe(acts[test]).squeeze(-1) > 0) == labels[test].bool()).float().mean()
cos = torch.cosine_similarity(probe.weight[0], direction, dim=0)
print(f"loss {loss.item():.2f} acc {acc.item():.2f} cosine {cos.item():.2f}", cos > 0.9)
mean_diff = acts[train][labels[train] == 1].mean(0) - acts[train][labels[train] == 0].mean(0)
print(f"{torch.cosine_similarity(mean_diff, direction, dim=0):.3f}", mean_diff.shape)
centered = acts - acts.mean(0, keepdim=True)
U, S, Vh = torch.linalg.svd(centered, full_matrices=False)
explained = S ** 2 / (S ** 2).sum()
print([f"{v:.3f}" for v in explained.tolist()], explained.cumsum(0)[-1].item() > 0.999)
W = torch.linalg.lstsq(torch.cat([acts[train], torch.ones(60, 1)], dim=1), labels[train][:, None]).solution
pred = torch.cat([acts[test], torch.ones(20, 1)], 1) @ W
print(f"{((pred.squeeze() > 0.5) == labels[test].bool()).float().mean():.2f}", W.shape)
P = torch.outer(direction, direction) / direction.dot(direction)
print(torch.allclose(P @ P, P, atol=1e-6), f"{(acts @ (torch.eye(6) - P) @ direction).abs().max().item():.4f}")
kfold = [float(((acts[i::5] @ mean_diff > 0) == labels[i::5].bool()).float().mean()) for i in range(5)]
print([round(k, 2) for k in kfold], f"{torch.tensor(kfold).mean():.3f} ± {torch.tensor(kfold).std():.3f}")
