import math

import torch
from torch.optim import Optimizer

class SignSGD(Optimizer):
    def __init__(self, params, lr=0.01, momentum=0.0):
        super().__init__(params, dict(lr=lr, momentum=momentum))

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if "buf" not in state:
                    state["buf"] = torch.zeros_like(p)
                state["buf"].mul_(group["momentum"]).add_(p.grad)
                p.add_(state["buf"].sign(), alpha=-group["lr"])
        return loss

w = torch.tensor([1.0, -1.0], requires_grad=True)
opt = SignSGD([w], lr=0.1, momentum=0.5)
for _ in range(5):
    opt.zero_grad()
    loss = (w ** 2).sum()
    loss.backward()
    opt.step()
print(w, loss, opt.state[w]["buf"], opt)
print(opt.step(lambda: (w * 0).sum()), opt.state_dict()["param_groups"], list(opt.state_dict()["state"]))
warm = lambda s, n=4, total=12: s / n if s < n else 0.5 * (1 + math.cos(math.pi * (s - n) / (total - n)))
sched = torch.optim.lr_scheduler.LambdaLR(opt, warm)
lrs = []
for _ in range(12):
    lrs.append(opt.param_groups[0]["lr"])
    opt.step()
    sched.step()
print([round(v, 4) for v in lrs])

class Noam(torch.optim.lr_scheduler.LRScheduler):
    def __init__(self, optimizer, d, warmup):
        self.d, self.warmup = d, warmup
        super().__init__(optimizer)

    def get_lr(self):
        s = max(1, self.last_epoch)
        return [self.d ** -0.5 * min(s ** -0.5, s * self.warmup ** -1.5) for _ in self.base_lrs]

o = torch.optim.SGD([w], lr=1.0)
n = Noam(o, 16, 3)
out = []
for _ in range(6):
    out.append(round(n.get_last_lr()[0], 4))
    o.step()
    n.step()
print(out, isinstance(n, torch.optim.lr_scheduler._LRScheduler), isinstance(opt, Optimizer))
