import torch
from torch import nn, optim
from torch.optim import lr_scheduler as S
from torch.optim.swa_utils import SWALR, AveragedModel, get_ema_avg_fn, get_ema_multi_avg_fn, update_bn

torch.manual_seed(0)


def build():
    torch.manual_seed(1)
    net = nn.Linear(2, 1)
    opt = optim.SGD(net.parameters(), lr=0.4)
    sch = S.SequentialLR(opt, [S.LinearLR(opt, 0.25, total_iters=2), S.StepLR(opt, 2, 0.5)], milestones=[2])
    return net, opt, sch


x, y = torch.randn(8, 2), torch.randn(8, 1)


def train(net, opt, sch, n):
    out = []
    for _ in range(n):
        opt.zero_grad()
        loss = (net(x) - y).pow(2).mean()
        loss.backward()
        opt.step()
        sch.step()
        out.append((round(loss.item(), 5), round(sch.get_last_lr()[0], 5)))
    return out


net, opt, sch = build()
train(net, opt, sch, 3)
ckpt = {"net": {k: v.clone() for k, v in net.state_dict().items()}, "opt": opt.state_dict(), "sch": sch.state_dict()}
print({k: v for k, v in ckpt["sch"].items() if k != "_schedulers"}, len(ckpt["sch"]["_schedulers"]))
print(sorted(ckpt["sch"]["_schedulers"][1]))
rest = train(net, opt, sch, 4)
net2, opt2, sch2 = build()
net2.load_state_dict(ckpt["net"]), opt2.load_state_dict(ckpt["opt"]), sch2.load_state_dict(ckpt["sch"])
print(rest == train(net2, opt2, sch2, 4), rest)

lam = S.LambdaLR(opt, lambda e: 0.5)
print(sorted(lam.state_dict()), lam.state_dict()["lr_lambdas"])
step = S.StepLR(optim.SGD(net.parameters(), lr=0.1), step_size=2)
print({k: v for k, v in sorted(step.state_dict().items())})
step.load_state_dict({"last_epoch": 5, "_step_count": 6, "gamma": 0.3})
print(step.gamma, step.last_epoch, step.get_last_lr())

model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))
swa, ema = AveragedModel(model), AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
hand = AveragedModel(model, avg_fn=lambda avg, new, n: 0.5 * avg + 0.5 * new, use_buffers=True)
o = optim.SGD(model.parameters(), lr=0.1)
swalr = SWALR(o, swa_lr=0.02, anneal_epochs=3, anneal_strategy="linear")
track = []
for i in range(5):
    o.zero_grad()
    (model(x) - y).pow(2).mean().backward()
    o.step()
    for m in (swa, ema, hand):
        m.update_parameters(model)
    swalr.step()
    track.append(round(o.param_groups[0]["lr"], 4))
print(track, swa.n_averaged, list(swa.state_dict())[:3])
print([round(p.sum().item(), 4) for p in swa.parameters()], [round(p.sum().item(), 4) for p in ema.module.parameters()], [round(p.sum().item(), 4) for p in hand.parameters()])
before = swa.module[1].running_mean.clone()
update_bn([x[:4], x[4:]], swa)
print(torch.equal(before, swa.module[1].running_mean), swa.module[1].num_batches_tracked, swa(x).shape, swa.training)
fn = get_ema_avg_fn(0.8)
print(fn(torch.tensor(1.0), torch.tensor(2.0), 3))
for f in (lambda: SWALR(o, swa_lr=0.1, anneal_strategy="exp"), lambda: SWALR(o, swa_lr=[0.1, 0.2]), lambda: get_ema_avg_fn(1.5), lambda: SWALR(o, swa_lr=0.1, anneal_epochs=-1)):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
print(swa)
