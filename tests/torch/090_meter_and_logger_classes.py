import torch
from collections import deque
from contextlib import contextmanager

class AverageMeter:
    def __init__(self, name, fmt=":.3f"):
        self.name, self.fmt = name, fmt
        self.reset()

    def reset(self):
        self.val = self.sum = self.count = 0

    def update(self, val, n=1):
        self.val = val.item() if torch.is_tensor(val) else val
        self.sum += self.val * n
        self.count += n

    @property
    def avg(self):
        return self.sum / max(1, self.count)

    def __str__(self):
        return ("{name} {val" + self.fmt + "} ({avg" + self.fmt + "})").format(**self.__dict__, avg=self.avg)

loss, acc = AverageMeter("loss"), AverageMeter("acc", ":6.2f")
for i in range(4):
    loss.update(torch.tensor(1.0 / (i + 1)), n=2)
    acc.update(torch.tensor([1.0, 0.0, 1.0]).mean() * 100, n=3)
print(loss, "|", acc, loss.count)
window = deque(maxlen=3)
for v in torch.arange(6.0):
    window.append(v.item())
print(list(window), sum(window) / len(window), torch.tensor(list(window)).std())

@contextmanager
def frozen(module):
    states = [p.requires_grad for p in module.parameters()]
    module.requires_grad_(False)
    try:
        yield module
    finally:
        for p, s in zip(module.parameters(), states):
            p.requires_grad_(s)

net = torch.nn.Linear(2, 1)
with frozen(net) as m:
    print(m.weight.requires_grad)
print(net.weight.requires_grad)

class EarlyStop:
    def __init__(self, patience=2):
        self.best, self.bad, self.patience = float("inf"), 0, patience

    def __call__(self, value):
        self.bad = 0 if value < self.best else self.bad + 1
        self.best = min(self.best, value)
        return self.bad >= self.patience

stop = EarlyStop()
for step, v in enumerate(torch.tensor([3.0, 2.0, 2.5, 2.1, 1.0]).tolist()):
    if stop(v):
        print("stopped at", step, stop.best)
        break
else:
    print("ran through")

def accuracy(output, target, topk=(1,)):
    with torch.no_grad():
        _, pred = output.topk(max(topk), 1, True, True)
        correct = pred.t().eq(target.view(1, -1).expand_as(pred.t()))
        return [correct[:k].reshape(-1).float().sum(0).mul_(100.0 / target.size(0)).item() for k in topk]

out = torch.tensor([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0.2, 0.3, 0.5]])
print(accuracy(out, torch.tensor([1, 1, 0]), (1, 2, 3)))
def confusion(pred, true, n):
    m = torch.zeros(n, n, dtype=torch.int64)
    m.index_put_((true, pred), torch.ones_like(true), accumulate=True)
    return m
cm = confusion(out.argmax(1), torch.tensor([1, 1, 0]), 3)
precision = cm.diag() / cm.sum(0).clamp(min=1)
print(cm, precision, cm.diag() / cm.sum(1).clamp(min=1), cm.trace() / cm.sum())
