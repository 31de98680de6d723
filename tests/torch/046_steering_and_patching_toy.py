import torch
from torch import nn

torch.manual_seed(0)

class Toy(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(3)])

    def forward(self, x):
        for layer in self.layers:
            x = x + torch.tanh(layer(x))
        return x

model = Toy().eval()
for p in model.parameters():
    p.requires_grad_(False)
clean, corrupt = torch.tensor([[1.0, 0.0, -1.0, 2.0]]), torch.tensor([[-1.0, 0.5, 1.0, 0.0]])
cache = {}
handles = [l.register_forward_hook(lambda m, a, o, i=i: cache.__setitem__(i, o.clone())) for i, l in enumerate(model.layers)]
base = model(clean)
for h in handles:
    h.remove()
print({k: [round(x, 3) for x in v[0].tolist()] for k, v in cache.items()})

def patch(layer, value):
    handle = model.layers[layer].register_forward_hook(lambda m, a, o: value)
    try:
        return model(corrupt)
    finally:
        handle.remove()

wrong = model(corrupt)
effects = torch.tensor([(patch(i, cache[i]) - base).norm().item() for i in range(3)])
print(effects, f"corrupted distance {(wrong - base).norm().item():.3f}", effects.argmin().item())
for alpha in (0.0, 0.5, 2.0):
    steer = torch.tensor([0.0, 1.0, 0.0, -1.0]) * alpha
    h = model.layers[1].register_forward_hook(lambda m, a, o: o + steer)
    print(alpha, [round(v, 3) for v in model(clean)[0].tolist()])
    h.remove()
x = clean.clone().requires_grad_()
grads = {}
hs = [l.register_full_backward_hook(lambda m, gi, go, i=i: grads.__setitem__(i, go[0].clone())) for i, l in enumerate(model.layers)]
model(x)[0, 0].backward()
print({k: [round(v, 3) for v in g[0].tolist()] for k, g in sorted(grads.items())}, [round(v, 3) for v in x.grad[0].tolist()])
ig = sum(torch.autograd.grad(model((corrupt + a * (clean - corrupt)).requires_grad_())[0, 0], [], allow_unused=True) == () for a in torch.linspace(0, 1, 3)) if False else 0
attribution = torch.zeros(4)
for a in torch.linspace(0.05, 0.95, 10):
    p = (corrupt + a * (clean - corrupt)).requires_grad_()
    (g,) = torch.autograd.grad(model(p)[0, 0], p)
    attribution += g[0] / 10
attribution *= (clean - corrupt)[0]
print([round(v, 3) for v in attribution.tolist()], f"{attribution.sum().item():.2f} vs {(base - wrong)[0, 0].item():.2f}")
