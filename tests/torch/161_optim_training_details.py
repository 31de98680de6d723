import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-1, 1, 32).unsqueeze(1)
y = x ** 3 - 0.5 * x
def fit(opt_name, **kw):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
    opt = getattr(torch.optim, opt_name)(net.parameters(), **kw)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=60)
    for _ in range(60):
        loss = nn.functional.mse_loss(net(x), y)
        opt.zero_grad()
        loss.backward()
        total = nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        sched.step()
    return loss.item(), total.item(), sched.get_last_lr()[0], sum(p.abs().sum().item() for p in net.parameters())
for name, kw in (("SGD", dict(lr=0.1, momentum=0.9)), ("Adam", dict(lr=0.02)), ("AdamW", dict(lr=0.02, weight_decay=0.1)), ("RMSprop", dict(lr=0.01)), ("Adagrad", dict(lr=0.1)), ("NAdam", dict(lr=0.02))):
    loss, norm, lr, size = fit(name, **kw)
    print(f"{name:8s} loss={loss:.5f} norm={norm:.4f} lr={lr:.1e} size={size:.3f}")
net = nn.Linear(1, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
best, patience, wait = float("inf"), 3, 0
for epoch in range(100):
    loss = nn.functional.mse_loss(net(x), 2 * x)
    opt.zero_grad(); loss.backward(); opt.step()
    if loss.item() < best - 1e-4:
        best, wait = loss.item(), 0
    else:
        wait += 1
        if wait >= patience:
            print("stopped at", epoch, f"{best:.5f}")
            break
print(net.weight.item(), net.bias.item(), opt.param_groups[0]["lr"], opt.state_dict()["state"])
