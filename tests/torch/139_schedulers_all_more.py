import torch
from torch.optim import lr_scheduler as S
import math, warnings
warnings.simplefilter("ignore")

def trace(make, steps=8, **kw):
    p = torch.nn.Parameter(torch.zeros(1))
    opt = torch.optim.SGD([p], lr=1.0, momentum=0.9)
    s = make(opt)
    out = []
    for i in range(steps):
        out.append(round(opt.param_groups[0]["lr"], 5))
        opt.step()
        s.step(**kw) if not isinstance(s, S.ReduceLROnPlateau) else s.step(1.0)
    return out, s.get_last_lr()

for name, make in {
    "step": lambda o: S.StepLR(o, 3, 0.5), "multi": lambda o: S.MultiStepLR(o, [2, 5], gamma=0.1), "exp": lambda o: S.ExponentialLR(o, 0.9), "cos": lambda o: S.CosineAnnealingLR(o, T_max=6, eta_min=0.1), "warm": lambda o: S.CosineAnnealingWarmRestarts(o, T_0=3, T_mult=2), "linear": lambda o: S.LinearLR(o, start_factor=0.1, total_iters=4), "const": lambda o: S.ConstantLR(o, factor=0.5, total_iters=2), "poly": lambda o: S.PolynomialLR(o, 5, 2.0),
    "lambda": lambda o: S.LambdaLR(o, lambda e: min(1.0, (e + 1) / 4)), "mult": lambda o: S.MultiplicativeLR(o, lambda e: 0.8), "one": lambda o: S.OneCycleLR(o, max_lr=2.0, total_steps=9), "cyc": lambda o: S.CyclicLR(o, base_lr=0.1, max_lr=1.0, step_size_up=2), "plateau": lambda o: S.ReduceLROnPlateau(o, factor=0.5, patience=1),
    "seq": lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, total_iters=3), S.ExponentialLR(o, 0.5)], milestones=[3]), "chain": lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.5, 3), S.ExponentialLR(o, 0.9)])}.items():
    print(name, trace(make))
opt = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.4)
s = S.StepLR(opt, 2)
for e in range(3):
    opt.step(); s.step()
print({k: v for k, v in s.state_dict().items() if not k.startswith("_")}, s.last_epoch, s.base_lrs)
