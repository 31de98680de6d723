import torch
from torch import nn, optim
from torch.optim import lr_scheduler as S
import math


def fresh(lr=1.0, groups=1, **kw):
    ps = [nn.Parameter(torch.zeros(1)) for _ in range(groups)]
    return optim.SGD([{"params": [p], "lr": lr * (i + 1)} for i, p in enumerate(ps)], lr=lr, momentum=0.9, **kw)


def curve(make, n=8, lr=1.0, groups=1):
    opt = fresh(lr, groups)
    sch = make(opt)
    out = []
    for _ in range(n):
        opt.step()
        out.append([round(v, 4) for v in sch.get_last_lr()] if groups > 1 else round(sch.get_last_lr()[0], 4))
        sch.step()
    return out


makes = {
    "LambdaLR": lambda o: S.LambdaLR(o, lambda e: 0.9 ** e),
    "MultiplicativeLR": lambda o: S.MultiplicativeLR(o, lambda e: 0.5 if e % 2 else 1.0),
    "StepLR": lambda o: S.StepLR(o, 3, gamma=0.1),
    "MultiStepLR": lambda o: S.MultiStepLR(o, [2, 2, 5], gamma=0.5),
    "ConstantLR": lambda o: S.ConstantLR(o, factor=0.25, total_iters=3),
    "LinearLR": lambda o: S.LinearLR(o, start_factor=0.1, end_factor=0.8, total_iters=4),
    "ExponentialLR": lambda o: S.ExponentialLR(o, 0.7),
    "PolynomialLR": lambda o: S.PolynomialLR(o, total_iters=5, power=2.0),
    "CosineAnnealingLR": lambda o: S.CosineAnnealingLR(o, T_max=4, eta_min=0.1),
    "WarmRestarts": lambda o: S.CosineAnnealingWarmRestarts(o, T_0=2, T_mult=2, eta_min=0.05),
    "CyclicLR": lambda o: S.CyclicLR(o, 0.1, 1.0, step_size_up=2, step_size_down=3),
    "Cyclic tri2": lambda o: S.CyclicLR(o, 0.1, 1.0, step_size_up=2, mode="triangular2", cycle_momentum=False),
    "Cyclic exp": lambda o: S.CyclicLR(o, 0.1, 1.0, step_size_up=2, mode="exp_range", gamma=0.9),
    "OneCycle": lambda o: S.OneCycleLR(o, max_lr=1.0, total_steps=10, pct_start=0.3),
    "OneCycle lin": lambda o: S.OneCycleLR(o, max_lr=2.0, epochs=2, steps_per_epoch=5, anneal_strategy="linear", three_phase=True),
    "Chained": lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.5, total_iters=2), S.ExponentialLR(o, 0.9)]),
    "Sequential": lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, total_iters=3), S.CosineAnnealingLR(o, T_max=5)], milestones=[3]),
}
for name, make in makes.items():
    print(f"{name:<18}", curve(make))
print(curve(lambda o: S.LambdaLR(o, [lambda e: 1 / (1 + e), lambda e: math.cos(e)]), 3, groups=2))
opt = fresh()
plateau = S.ReduceLROnPlateau(opt, mode="min", factor=0.5, patience=1, threshold=0.01, cooldown=1, min_lr=0.1)
seen = []
for v in [1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5]:
    plateau.step(v)
    seen.append(plateau.get_last_lr()[0])
print(seen, plateau.best, plateau.num_bad_epochs, plateau.cooldown_counter)
state = plateau.state_dict()
print(sorted(state))
opt = fresh()
warm = S.CosineAnnealingWarmRestarts(opt, T_0=4)
for e in range(2):
    for i in range(3):
        warm.step(e + i / 3)
print(warm.T_cur, round(warm.get_last_lr()[0], 4), warm.last_epoch)
opt = fresh()
cyc = S.CyclicLR(opt, 0.1, 1.0, step_size_up=2, base_momentum=0.8, max_momentum=0.95)
moms = []
for _ in range(5):
    moms.append(round(opt.param_groups[0]["momentum"], 4))
    opt.step(), cyc.step()
print(moms)
for f in (lambda: S.LambdaLR(fresh(groups=2), [lambda e: 1]), lambda: S.OneCycleLR(fresh(), 1.0), lambda: S.OneCycleLR(fresh(), 1.0, total_steps=-1), lambda: S.OneCycleLR(fresh(), 1.0, total_steps=5, anneal_strategy="exp"), lambda: S.ConstantLR(fresh(), factor=1.5), lambda: S.LinearLR(fresh(), start_factor=0.0),
          lambda: S.CosineAnnealingWarmRestarts(fresh(), T_0=0), lambda: S.CosineAnnealingWarmRestarts(fresh(), T_0=1, T_mult=0.5), lambda: S.CyclicLR(fresh(), 0.1, 1, mode="square"), lambda: S.ReduceLROnPlateau(fresh(), factor=1.0), lambda: S.ReduceLROnPlateau(fresh(), mode="up"), lambda: S.StepLR(3, 1),
          lambda: S.SequentialLR(fresh(), [S.StepLR(fresh(), 1)], milestones=[]), lambda: S.ReduceLROnPlateau(fresh(groups=2), min_lr=[0.1]), lambda: S.StepLR(fresh(), 1, last_epoch=3), lambda: S.LinearLR(fresh(), end_factor=2.0), lambda: S.SequentialLR(o := fresh(), [S.StepLR(o, 1), S.StepLR(o, 1)], milestones=[1, 2])):
    try:
        print("fine", type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, str(e)[:170])
