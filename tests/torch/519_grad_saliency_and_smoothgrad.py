import torch
import torch.nn as nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(6, 12), nn.ReLU(), nn.Linear(12, 3))
x = torch.randn(6)
inp = x.clone().requires_grad_()
out = model(inp)
target = out.argmax()
(saliency,) = torch.autograd.grad(out[target], inp)
print(target.item(), saliency)
print("input x gradient", (saliency * x).detach(), f"{(saliency * x).sum():.4f}")
noise = torch.randn(50, 6) * 0.2
batch = (x + noise).requires_grad_()
model(batch)[:, target].sum().backward()
print("smooth", batch.grad.mean(0), batch.grad.std(0).mean())
alphas = torch.linspace(0, 1, 51)[:, None]
path = (alphas * x).requires_grad_()
gradients = torch.autograd.grad(model(path)[:, target].sum(), path)[0]
attribution = torch.trapezoid(gradients, dx=1 / 50, dim=0) * x
print(attribution, f"sum {attribution.sum():.3f}")
print(f"difference {(model(x)[target] - model(torch.zeros(6))[target]).item():.3f}")
jacobian = torch.autograd.functional.jacobian(model, x)
print(jacobian.shape, torch.allclose(jacobian[target], saliency))
occlusion = torch.stack([model(x)[target] - model(x.index_fill(0, torch.tensor([i]), 0.0))[target] for i in range(6)])
print(occlusion.detach(), occlusion.requires_grad)
print(model[0].weight.grad.shape, inp.grad is None)
