import torch
from torch import optim

def run(make, steps=5):
    torch.manual_seed(0)
    w = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    b = torch.tensor([[0.5, -0.5]], requires_grad=True)
    opt = make([w, b])
    for _ in range(steps):
        opt.zero_grad()
        loss = (w ** 2).sum() + (b - 1).abs().sum() + (w[0] * b[0, 1])
        loss.backward()
        opt.step()
    return [round(v, 5) for v in w.tolist() + b.flatten().tolist()]

makes = {
    "sgd": lambda p: optim.SGD(p, lr=0.1), "momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9), "nesterov": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01), "dampening": lambda p: optim.SGD(p, lr=0.1, momentum=0.5, dampening=0.3), "maximize": lambda p: optim.SGD(p, lr=0.01, maximize=True),
    "adam": lambda p: optim.Adam(p, lr=0.1), "adam wd": lambda p: optim.Adam(p, lr=0.1, weight_decay=0.1), "amsgrad": lambda p: optim.Adam(p, lr=0.1, amsgrad=True), "betas": lambda p: optim.Adam(p, lr=0.05, betas=(0.5, 0.9), eps=1e-3), "adamw": lambda p: optim.AdamW(p, lr=0.1), "adamw wd": lambda p: optim.AdamW(p, lr=0.1, weight_decay=0.5), "adamax": lambda p: optim.Adamax(p, lr=0.1), "nadam": lambda p: optim.NAdam(p, lr=0.1), "radam": lambda p: optim.RAdam(p, lr=0.1),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.05), "rmsprop c": lambda p: optim.RMSprop(p, lr=0.05, centered=True, momentum=0.5, alpha=0.9), "adagrad": lambda p: optim.Adagrad(p, lr=0.5), "adagrad d": lambda p: optim.Adagrad(p, lr=0.5, lr_decay=0.1, weight_decay=0.1), "adadelta": lambda p: optim.Adadelta(p, lr=1.0), "asgd": lambda p: optim.ASGD(p, lr=0.1), "rprop": lambda p: optim.Rprop(p, lr=0.1),
}
for name, make in makes.items():
    print(f"{name:<10}", run(make), run(make, 12)[:2])
w = torch.tensor([1.0, 2.0], requires_grad=True)
for line_search in (None, "strong_wolfe"):
    with torch.no_grad():
        w.copy_(torch.tensor([-1.2, 1.0]))
    opt = optim.LBFGS([w], lr=1.0 if line_search else 0.1, max_iter=10, line_search_fn=line_search)

    def closure():
        opt.zero_grad()
        loss = (1 - w[0]) ** 2 + 10 * (w[1] - w[0] ** 2) ** 2
        loss.backward()
        return loss

    losses = [opt.step(closure).item() for _ in range(4)]
    print(line_search, [round(v, 4) for v in losses], [round(v, 4) for v in w.tolist()])
opt = optim.SGD([w], lr=0.1)
print(opt.step(lambda: (w ** 2).sum()), opt.zero_grad(set_to_none=False))
