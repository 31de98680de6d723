import torch
from torch import optim
from torch.optim import lr_scheduler as S

def trace(make, steps=10, lr=1.0, opt_class=optim.SGD, **kw):
    w = torch.zeros(1, requires_grad=True)
    opt = opt_class([w], lr=lr, **kw)
    sched = make(opt)
    out = []
    for _ in range(steps):
        out.append(round(opt.param_groups[0]["lr"], 5))
        w.grad = torch.ones(1)
        opt.step()
        sched.step()
    return out

print(trace(lambda o: S.StepLR(o, 3, 0.5)), trace(lambda o: S.MultiStepLR(o, [2, 4, 4], 0.1)), trace(lambda o: S.ExponentialLR(o, 0.8)))
print(trace(lambda o: S.LinearLR(o)), trace(lambda o: S.ConstantLR(o, 0.5, 3)), trace(lambda o: S.PolynomialLR(o, 5, 2.0)), trace(lambda o: S.LambdaLR(o, lambda e: 0.9 ** e)), trace(lambda o: S.MultiplicativeLR(o, lambda e: 0.95)))
print(trace(lambda o: S.CosineAnnealingLR(o, 4, 0.1), 12), trace(lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2), 12))
print(trace(lambda o: S.OneCycleLR(o, 2.0, total_steps=11)), trace(lambda o: S.OneCycleLR(o, 2.0, epochs=2, steps_per_epoch=6, anneal_strategy="linear", pct_start=0.5), momentum=0.9), trace(lambda o: S.OneCycleLR(o, 2.0, total_steps=12, three_phase=True), opt_class=optim.Adam))
print(trace(lambda o: S.CyclicLR(o, 0.1, 1.0, 3, cycle_momentum=False)), trace(lambda o: S.CyclicLR(o, 0.1, 1.0, 2, 3, mode="triangular2"), momentum=0.9), trace(lambda o: S.CyclicLR(o, 0.1, 1.0, 2, mode="exp_range", gamma=0.9, cycle_momentum=False)))
print(trace(lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)], [3])), trace(lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)])), trace(lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, total_iters=4), S.CosineAnnealingLR(o, 6)], [4])))
w = torch.zeros(1, requires_grad=True)
opt = optim.SGD([w], lr=1.0)
plateau = S.ReduceLROnPlateau(opt, patience=1, factor=0.5, cooldown=1, min_lr=0.1)
for loss in (1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.95, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8):
    plateau.step(loss)
    print(opt.param_groups[0]["lr"], plateau.num_bad_epochs, end="; ")
print(plateau.get_last_lr(), plateau.best)
opt = optim.SGD([{"params": [w], "lr": 0.1}, {"params": [torch.ones(1, requires_grad=True)], "lr": 1.0}])
sched = S.LambdaLR(opt, [lambda e: 1.0, lambda e: 0.5 ** e])
for _ in range(2):
    opt.step()
    sched.step()
print(sched.get_last_lr(), sched.last_epoch, sched.base_lrs, [g["initial_lr"] for g in opt.param_groups])
st = S.StepLR(opt, 2)
state = st.state_dict()
print(sorted(state)[:3], state["last_epoch"], state["step_size"])
st.load_state_dict({**state, "last_epoch": 7})
print(st.last_epoch)
print(trace(lambda o: optim.swa_utils.SWALR(o, 0.05, anneal_epochs=4), 8))
ema = optim.swa_utils.AveragedModel(torch.nn.Linear(1, 1, bias=False), multi_avg_fn=optim.swa_utils.get_ema_multi_avg_fn(0.5))
m = torch.nn.Linear(1, 1, bias=False)
for v in (1.0, 2.0, 4.0):
    torch.nn.init.constant_(m.weight, v)
    ema.update_parameters(m)
print(ema.module.weight.item(), ema.n_averaged)
for bad in (lambda: S.OneCycleLR(opt, 1.0), lambda: S.LinearLR(opt, start_factor=2), lambda: S.LambdaLR(opt, [lambda e: 1]), lambda: S.ReduceLROnPlateau(opt, mode="x"), lambda: S.ReduceLROnPlateau(opt, factor=1.5), lambda: S.CosineAnnealingWarmRestarts(opt, 0)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:100])
