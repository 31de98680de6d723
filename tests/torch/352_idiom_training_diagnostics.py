# Gradient norms by layer, learning-rate finder, early stopping, EMA of weights, loss curves as text.
import copy
import math

import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.linspace(-2, 2, 64)[:, None]
y = x.sin()
net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
loss_of = lambda m: ((m(x) - y) ** 2).mean()
loss_of(net).backward()
for name, p in net.named_parameters():
    print(f"{name:<9} {str(tuple(p.shape)):<8} weight {p.norm() > 0} grad {p.grad.norm() > 0}")
finder, rates, losses = copy.deepcopy(net), [], []
for k in range(12):
    rate = 10 ** (-4 + k / 3)
    loss = loss_of(finder)
    finder.zero_grad()
    loss.backward()
    with torch.no_grad():
        for p in finder.parameters():
            p -= rate * p.grad
    rates.append(rate)
    losses.append(loss.item())
print([f"{r:.0e}" for r in rates[::4]], losses[6] < losses[0])
opt = torch.optim.Adam(net.parameters(), lr=0.02)
ema = {k: v.clone() for k, v in net.state_dict().items()}
best, patience, history = math.inf, 0, []
for step in range(300):
    opt.zero_grad()
    loss = loss_of(net)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    opt.step()
    with torch.no_grad():
        for k, v in net.state_dict().items():
            ema[k].lerp_(v, 0.1)
    history.append(loss.item())
    if loss.item() < best - 1e-4:
        best, patience = loss.item(), 0
    else:
        patience += 1
    if patience == 60:
        break
print("fell", history[-1] < history[0] / 10, "best is least", math.isclose(best, min(history), abs_tol=1e-3), len(history) > 60)
smooth = torch.tensor(history[:60]).unfold(0, 10, 10).mean(1)
scaled = ((smooth - smooth.min()) / (smooth.max() - smooth.min()) * 7).round().int()
print(len(scaled), scaled[0].item(), scaled[-1].item())
averaged = copy.deepcopy(net)
print(averaged.load_state_dict(ema), loss_of(averaged).item() < 0.05, opt.state_dict()["param_groups"][0]["lr"], sorted(opt.state_dict()["state"][0]))
