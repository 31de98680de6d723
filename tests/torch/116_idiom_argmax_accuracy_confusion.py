import torch

logits = torch.tensor([[2.0, 0.5, 0.1], [0.2, 1.5, 0.3], [0.1, 0.2, 3.0], [1.0, 1.1, 0.0]])
labels = torch.tensor([0, 1, 2, 0])
pred = logits.argmax(dim=-1)
acc = (pred == labels).float().mean()
print(f"accuracy {acc:.3f} ({(pred == labels).sum().item()}/{len(labels)})", pred, acc)
confusion = torch.zeros(3, 3, dtype=torch.long)
for t, p in zip(labels, pred):
    confusion[t, p] += 1
print(confusion, confusion.diag().sum().item(), confusion.sum(1), confusion.float() / confusion.sum(1, keepdim=True).clamp(min=1))
onehot = torch.nn.functional.one_hot(labels, num_classes=3)
print(onehot, (onehot * logits).sum(-1), logits.gather(1, labels.unsqueeze(1)).squeeze(1), logits[torch.arange(4), labels])
loss = torch.nn.functional.cross_entropy(logits, labels, reduction="none")
print(loss, loss.mean(), -logits.log_softmax(-1)[range(4), labels])
top2 = logits.topk(2, dim=-1)
print(top2, (top2.indices == labels[:, None]).any(-1).float().mean().item())
precision = confusion.diag() / confusion.sum(0)
recall = confusion.diag() / confusion.sum(1)
f1 = 2 * precision * recall / (precision + recall)
for c in range(3):
    print(f"class {c}: precision={precision[c]:.2f} recall={recall[c]:.2f} f1={f1[c]:.2f}")
print(f"macro f1 {f1.mean().item():.4f}", f"{f1.tolist()}")
order = loss.argsort(descending=True)
print("hardest:", [(i.item(), round(loss[i].item(), 3)) for i in order[:2]])
