import torch
from torch import nn, optim

start = torch.tensor([1.0, -2.0, 3.0])
curve = torch.tensor([1.0, 4.0, 0.5])


def trace(make, steps=4):
    w = nn.Parameter(start.clone())
    opt = make([w])
    rows = []
    for t in range(steps):
        opt.zero_grad()
        (curve * w ** 2).sum().backward()
        opt.step()
        rows.append([round(v, 4) for v in w.tolist()])
    return rows[-1], opt


kinds = {
    "plain": lambda p: optim.SGD(p, lr=0.1),
    "momentum": lambda p: optim.SGD(p, lr=0.05, momentum=0.9),
    "damped": lambda p: optim.SGD(p, lr=0.05, momentum=0.9, dampening=0.5),
    "nesterov": lambda p: optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "decay": lambda p: optim.SGD(p, lr=0.05, weight_decay=0.3),
    "maximize": lambda p: optim.SGD(p, lr=0.01, maximize=True),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.05),
    "rmsprop centered": lambda p: optim.RMSprop(p, lr=0.05, centered=True, momentum=0.3, alpha=0.9, weight_decay=0.1),
    "adagrad": lambda p: optim.Adagrad(p, lr=0.3, lr_decay=0.1, initial_accumulator_value=0.5, eps=1e-6),
    "adadelta": lambda p: optim.Adadelta(p, lr=2.0, rho=0.8),
    "asgd": lambda p: optim.ASGD(p, lr=0.05, t0=1, lambd=0.01),
    "rprop": lambda p: optim.Rprop(p, lr=0.1, etas=(0.4, 1.3)),
    "adam": lambda p: optim.Adam(p, lr=0.1, betas=(0.8, 0.9), eps=1e-4),
    "amsgrad": lambda p: optim.Adam(p, lr=0.1, amsgrad=True, weight_decay=0.1),
    "adamw": lambda p: optim.AdamW(p, lr=0.1, weight_decay=0.5),
    "adamw max": lambda p: optim.AdamW(p, lr=0.1, maximize=True, amsgrad=True),
    "nadam": lambda p: optim.NAdam(p, lr=0.1, decoupled_weight_decay=True, weight_decay=0.1),
    "radam": lambda p: optim.RAdam(p, lr=0.3, betas=(0.5, 0.7)),
    "adamax": lambda p: optim.Adamax(p, lr=0.1, weight_decay=0.2),
}
for name, make in kinds.items():
    final, opt = trace(make, 6)
    state = opt.state_dict()["state"].get(0, {})
    print(f"{name:<17}", final, {k: (round(v.float().mean().item(), 4) if torch.is_tensor(v) else v) for k, v in state.items()})
w = nn.Parameter(start.clone())
lbfgs = optim.LBFGS([w], lr=1, max_iter=5, history_size=3, line_search_fn="strong_wolfe")
calls = []


def closure():
    lbfgs.zero_grad()
    loss = (curve * w ** 2).sum() + (w ** 4).sum()
    loss.backward()
    calls.append(round(loss.item(), 5))
    return loss


print(lbfgs.step(closure), calls, lbfgs.step(closure), [round(v, 4) for v in w.tolist()])
print(sorted(lbfgs.state[w]), lbfgs)
w2 = nn.Parameter(start.clone())
plain = optim.LBFGS([w2], lr=0.1, max_iter=4)


def closure2():
    plain.zero_grad()
    loss = (curve * w2 ** 2).sum()
    loss.backward()
    return loss


print([round(plain.step(closure2).item(), 4) for _ in range(3)])
for f in (lambda: optim.SGD([w], lr=-0.1), lambda: optim.SGD([w], lr=0.1, nesterov=True), lambda: optim.SGD([], lr=0.1), lambda: optim.SGD(w, lr=0.1), lambda: optim.SGD([1, 2], lr=0.1), lambda: optim.Adam([w], betas=(0.9, 1.0)),
          lambda: optim.SGD([w * 2], lr=0.1), lambda: optim.SGD([{"params": [w]}, {"params": [w]}], lr=0.1), lambda: optim.LBFGS([{"params": [w]}, {"params": [w2]}]), lambda: optim.Rprop([w], etas=(1.2, 0.5)), lambda: optim.RMSprop([w], momentum=-1), lambda: optim.Adam([w, w]),
          lambda: optim.SGD([w], lr=torch.tensor([0.1, 0.2])), lambda: optim.Adagrad([w], lr_decay=-1), lambda: optim.NAdam([w], momentum_decay=-1), lambda: optim.Adam(nn.Linear(1, 1).named_parameters(), lr=0.1), lambda: optim.LBFGS([w]).step()):
    try:
        print("fine", type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, str(e)[:160])
