import torch

def newton(f, x, steps=6):
    trace = []
    for _ in range(steps):
        x = x.detach().requires_grad_(True)
        y = f(x)
        (g,) = torch.autograd.grad(y, x)
        x = x - y / g
        trace.append(round(x.item(), 6))
    return x.detach(), trace

print(newton(lambda x: x ** 2 - 2, torch.tensor(1.0)))
print(newton(lambda x: x.cos() - x, torch.tensor(0.5, dtype=torch.float64)))
lo, hi = torch.tensor(0.0), torch.tensor(2.0)
for _ in range(20):
    mid = (lo + hi) / 2
    lo, hi = (mid, hi) if mid ** 3 < 2 else (lo, mid)
print(lo, hi, (lo + hi).item() / 2)
def newton_opt(f, x, steps=5):
    for _ in range(steps):
        g = torch.autograd.functional.jacobian(f, x)
        H = torch.autograd.functional.hessian(f, x)
        x = x - torch.linalg.solve(H, g)
    return x
rosen = lambda p: (1 - p[0]) ** 2 + 10 * (p[1] - p[0] ** 2) ** 2
print(newton_opt(rosen, torch.tensor([0.5, 0.5])), rosen(torch.tensor([1.0, 1.0])))
x = torch.tensor([0.5, 0.5], requires_grad=True)
opt = torch.optim.LBFGS([x], lr=1, max_iter=20, line_search_fn="strong_wolfe")
def closure():
    opt.zero_grad()
    loss = rosen(x)
    loss.backward()
    return loss
opt.step(closure)
print(x, rosen(x).item() < 1e-4)
