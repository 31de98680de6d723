import torch


def rosenbrock(p):
    x, y = p
    return (1 - x) ** 2 + 100 * (y - x ** 2) ** 2


makers = {
    "sgd": lambda p: torch.optim.SGD(p, lr=1e-3),
    "momentum": lambda p: torch.optim.SGD(p, lr=5e-4, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.05),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=1e-3),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.5),
}
for name, make in makers.items():
    p = torch.tensor([-1.5, 2.0], requires_grad=True)
    opt = make([p])
    for step in range(200):
        opt.zero_grad()
        loss = rosenbrock(p)
        loss.backward()
        opt.step()
    print(f"{name:9} {loss.item():.5f} ({p[0].item():+.4f}, {p[1].item():+.4f})")
p = torch.tensor([-1.5, 2.0], requires_grad=True)
opt = torch.optim.LBFGS([p], line_search_fn="strong_wolfe", max_iter=50)
calls = 0


def closure():
    global calls
    calls += 1
    opt.zero_grad()
    loss = rosenbrock(p)
    loss.backward()
    return loss


opt.step(closure)
print("lbfgs", (p - 1).abs().max() < 1e-3, calls > 5)
H = torch.autograd.functional.hessian(rosenbrock, torch.tensor([1.0, 1.0]))
print(H, torch.linalg.eigvalsh(H))
