import torch

def f(w):
    return (w[0] - 3) ** 2 + 2 * (w[1] + 1) ** 2 + w[0] * w[1]

w = torch.zeros(2, requires_grad=True)
for step in range(50):
    loss = f(w)
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
    w.grad = None
print([f"{v:.3f}" for v in w.tolist()], f"{f(w).item():.4f}")
w = torch.zeros(2, requires_grad=True)
m = v = torch.zeros(2)
for t in range(1, 101):
    (g,) = torch.autograd.grad(f(w), w)
    m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g ** 2
    w = (w - 0.1 * (m / (1 - 0.9 ** t)) / ((v / (1 - 0.99 ** t)).sqrt() + 1e-8)).detach().requires_grad_()
print([f"{x:.2f}" for x in w.tolist()])
w = torch.tensor([0.0, 0.0], requires_grad=True)
opt = torch.optim.SGD([w], lr=0.05, momentum=0.9)
trace = []
for _ in range(40):
    opt.zero_grad()
    f(w).backward()
    opt.step()
    trace.append(w.detach().clone())
path = torch.stack(trace)
print(path.shape, path[::13], (path[1:] - path[:-1]).norm(dim=1).argmax().item())
a, b = torch.tensor(1.0, requires_grad=True), torch.tensor(0.0, requires_grad=True)
x = torch.linspace(-1, 1, 20)
y = 2 * x + 0.5
for epoch in range(100):
    pred = a * x + b
    loss = torch.nn.functional.mse_loss(pred, y)
    ga, gb = torch.autograd.grad(loss, (a, b))
    with torch.no_grad():
        a.sub_(0.5 * ga)
        b -= 0.5 * gb
print(f"{a.item():.4f} {b.item():.4f} {loss.item():.6f}")
x = torch.tensor([1.0, 2.0], requires_grad=True)
inner = (x ** 2).sum()
(g,) = torch.autograd.grad(inner, x, create_graph=True)
outer = (x - 0.1 * g).pow(2).sum()
outer.backward()
print(x.grad, g)
target = torch.tensor([0.2, 0.5, 0.3])
logits = torch.zeros(3, requires_grad=True)
opt = torch.optim.Adam([logits], lr=0.1)
for i in range(150):
    opt.zero_grad()
    kl = (target * (target.log() - logits.log_softmax(0))).sum()
    kl.backward()
    opt.step()
print([f"{p:.2f}" for p in logits.softmax(0).tolist()], f"{kl.item():.4f}")
eps = 1e-3
p = torch.tensor([0.3, -0.7], dtype=torch.float64, requires_grad=True)
f(p).backward()
numeric = torch.tensor([(f(p.detach() + eps * e) - f(p.detach() - eps * e)) / (2 * eps) for e in torch.eye(2, dtype=torch.float64)])
print(p.grad, numeric, torch.allclose(p.grad, numeric, atol=1e-6))
