import torch

torch.manual_seed(0)
W1, W2 = torch.randn(3, 4), torch.randn(4)
f = lambda x: torch.relu(x @ W1) @ W2
x, base = torch.tensor([1.0, -1.0, 2.0]), torch.zeros(3)
steps = 50
alphas = (torch.arange(steps) + 0.5) / steps
points = (base + alphas[:, None] * (x - base)).requires_grad_()
f(points).sum().backward()
ig = (x - base) * points.grad.mean(0)
print(ig, ig.sum(), f(x) - f(base), (ig.sum() - (f(x) - f(base))).abs() < 0.1)
x1 = x.clone().requires_grad_()
f(x1).backward()
print("saliency", x1.grad, "grad*input", x1.grad * x)
noise = torch.randn(20, 3) * 0.1
xs = (x + noise).requires_grad_()
g, = torch.autograd.grad(f(xs).sum(), xs)
print(g.mean(0), g.std(0), g.shape)
occl = torch.stack([f(x) - f(x * (1 - e)) for e in torch.eye(3)])
print(occl, occl.abs().argmax().item(), torch.corrcoef(torch.stack([ig, occl])))
