import torch

logits = torch.tensor([[0.3, 2.1, -0.5, 1.9], [1.0, 1.0, 3.0, -2.0]])
targets = torch.tensor([3, 0])
ranks = (logits > logits.gather(1, targets[:, None])).sum(1)
print(ranks, (ranks == 0).float().mean(), (1.0 / (ranks + 1)).mean())
v, i = logits.topk(2, dim=-1)
print(v, i, (i == targets[:, None]).any(1), logits.argsort(-1, descending=True), logits.sort(-1)[0][:, -1])
top = [[(j.item(), round(x.item(), 2)) for x, j in zip(vv, ii)] for vv, ii in zip(v, i)]
print(top, torch.topk(logits.flatten(), 3), divmod(logits.argmax().item(), 4))
mask = torch.zeros_like(logits, dtype=torch.bool).scatter_(1, i, True)
print(mask, logits.masked_fill(~mask, float("-inf")).softmax(-1))
