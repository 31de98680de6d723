import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, ExponentialLR, LambdaLR, LinearLR, MultiStepLR, OneCycleLR, ReduceLROnPlateau, SequentialLR, StepLR

makers = {
    "step": lambda o: StepLR(o, 3, gamma=0.5),
    "multi": lambda o: MultiStepLR(o, [2, 5], gamma=0.1),
    "exp": lambda o: ExponentialLR(o, 0.9),
    "lambda": lambda o: LambdaLR(o, lambda s: min(1, (s + 1) / 4)),
    "restarts": lambda o: CosineAnnealingWarmRestarts(o, T_0=3, T_mult=2),
    "onecycle": lambda o: OneCycleLR(o, max_lr=1.0, total_steps=9),
    "warmup": lambda o: SequentialLR(o, [LinearLR(o, 0.1, total_iters=3), ExponentialLR(o, 0.5)], milestones=[3]),
}
for name, make in makers.items():
    p = torch.nn.Parameter(torch.zeros(1))
    opt = torch.optim.SGD([p], lr=1.0)
    sched = make(opt)
    seen = []
    for _ in range(8):
        seen.append(opt.param_groups[0]["lr"])
        p.grad = torch.ones(1)
        opt.step()
        sched.step()
    print(f"{name:9}", " ".join(f"{v:.4f}" for v in seen), f"p {p.item():.4f}")
opt = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
plateau = ReduceLROnPlateau(opt, factor=0.5, patience=1)
for loss in (1.0, 0.9, 0.95, 0.96, 0.97, 0.5):
    plateau.step(loss)
    print(loss, opt.param_groups[0]["lr"], plateau.num_bad_epochs, end="; ")
print()
a, b = torch.nn.Parameter(torch.ones(2)), torch.nn.Parameter(torch.ones(2))
opt = torch.optim.AdamW([{"params": [a], "lr": 0.1, "weight_decay": 0.0}, {"params": [b]}], lr=0.01, weight_decay=0.5)
(a.sum() + b.sum()).backward()
opt.step()
print(a, b, [g["weight_decay"] for g in opt.param_groups])
print(opt)
print(torch.nn.utils.clip_grad_norm_([a, b], 1.0), a.grad, math.isclose(torch.cat([a.grad, b.grad]).norm().item(), 1.0, rel_tol=1e-4))
