# Linear probes, difference of means, cross-validation, calibration, steering along a direction.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
n, d = 300, 10
direction = F.normalize(torch.randn(d), dim=0)
labels = torch.randint(0, 2, (n,))
acts = torch.randn(n, d) + 1.5 * (labels * 2 - 1)[:, None] * direction
train, test = torch.arange(n)[: n * 2 // 3], torch.arange(n)[n * 2 // 3 :]
mean_diff = acts[train][labels[train] == 1].mean(0) - acts[train][labels[train] == 0].mean(0)
threshold = acts[train].mean(0) @ mean_diff
accuracy = ((acts[test] @ mean_diff > threshold).long() == labels[test]).float().mean()
print("difference of means", round(F.cosine_similarity(mean_diff, direction, dim=0).item(), 2), f"{accuracy:.0%}")
w, b = torch.zeros(d, requires_grad=True), torch.zeros((), requires_grad=True)
opt = torch.optim.LBFGS([w, b], max_iter=50)


def closure():
    opt.zero_grad()
    loss = F.binary_cross_entropy_with_logits(acts[train] @ w + b, labels[train].float()) + 0.01 * w.square().sum()
    loss.backward()
    return loss


opt.step(closure)
probs = torch.sigmoid(acts[test] @ w + b).detach()
predicted = (probs > 0.5).long()
tp, fp, fn, tn = [((predicted == a) & (labels[test] == c)).sum().item() for a, c in [(1, 1), (1, 0), (0, 1), (0, 0)]]
print("logistic", f"{(predicted == labels[test]).float().mean():.2f}", "f1", round(2 * tp / (2 * tp + fp + fn), 2), tp + fp + fn + tn)
order = probs.argsort(descending=True)
sorted_labels = labels[test][order].float()
tpr, fpr = sorted_labels.cumsum(0) / sorted_labels.sum(), (1 - sorted_labels).cumsum(0) / (1 - sorted_labels).sum()
auc = torch.trapezoid(tpr, fpr)
pairs = probs[labels[test] == 1][:, None] > probs[labels[test] == 0][None]
print("auc", round(auc.item(), 2), round(pairs.float().mean().item(), 2), abs(auc - pairs.float().mean()) < 0.02)
folds = torch.randperm(n, generator=torch.Generator().manual_seed(1)).chunk(5)
scores = []
for k, held in enumerate(folds):
    rest = torch.cat([f for j, f in enumerate(folds) if j != k])
    X = torch.cat([acts[rest], torch.ones(len(rest), 1)], 1)
    solution = torch.linalg.lstsq(X, labels[rest].float()[:, None] * 2 - 1).solution
    guess = torch.cat([acts[held], torch.ones(len(held), 1)], 1) @ solution
    scores.append(((guess[:, 0] > 0).long() == labels[held]).float().mean())
scores = torch.stack(scores)
print("folds", scores.shape, f"{scores.mean():.2f} ± {scores.std():.2f}", scores.min() > 0.8)
bins = torch.bucketize(probs, torch.linspace(0, 1, 6)[1:-1])
for k in range(5):
    inside = bins == k
    print(f"bin {k} {inside.sum().item() > 0}", end=" ")
print()
shuffled = labels[torch.randperm(n)]
control = acts[shuffled == 1].mean(0) - acts[shuffled == 0].mean(0)
print("control is small", control.norm() < mean_diff.norm() / 3)
unit = F.normalize(mean_diff, dim=0)
removed = acts - (acts @ unit)[:, None] * unit
print("erased", (removed @ unit).abs().max() < 1e-5, (removed[labels == 1].mean(0) - removed[labels == 0].mean(0)).norm() < 1.0)
for alpha in [-4, 0, 4]:
    moved = torch.sigmoid((acts[test] + alpha * unit) @ w + b)
    print(alpha, f"{(moved > 0.5).float().mean().item():.1f}")
