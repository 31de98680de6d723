import math
import torch
from torch.optim.lr_scheduler import LambdaLR, CosineAnnealingLR, SequentialLR, LinearLR, OneCycleLR, ReduceLROnPlateau, StepLR, ExponentialLR, MultiStepLR

def lrs(make, n=10, metric=None):
    opt = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    s = make(opt)
    out = []
    for i in range(n):
        out.append(round(opt.param_groups[0]["lr"], 5))
        opt.step()
        s.step(metric(i)) if metric else s.step()
    return out

warm = lambda step: min((step + 1) / 4, 0.5 * (1 + math.cos(math.pi * max(0, step - 4) / 6)))
print(lrs(lambda o: LambdaLR(o, warm)))
print(lrs(lambda o: SequentialLR(o, [LinearLR(o, 0.1, total_iters=3), CosineAnnealingLR(o, 7)], [3])))
print(lrs(lambda o: OneCycleLR(o, 0.5, total_steps=10, pct_start=0.3)), lrs(lambda o: StepLR(o, 4)), lrs(lambda o: MultiStepLR(o, [3, 6], 0.5)), lrs(lambda o: ExponentialLR(o, 0.8)))
print(lrs(lambda o: ReduceLROnPlateau(o, patience=1, factor=0.1), metric=lambda i: 1.0 if i > 2 else 3.0 - i))
opt = torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
s = StepLR(opt, 2, 0.5)
for e in range(5):
    opt.step(); s.step()
state = s.state_dict()
s2 = StepLR(torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))], lr=0.1), 2, 0.5)
s2.load_state_dict(state)
print(s2.last_epoch, s2.get_last_lr(), s.get_last_lr(), opt.param_groups[0]["lr"], opt.param_groups[0]["initial_lr"])
