import torch

g = torch.Generator().manual_seed(42)
activations = torch.randn(100, 8, generator=g) + torch.arange(8)
weights = torch.randn(8, generator=g)
clean = activations @ weights
print(f"{clean.mean():.4f} {clean.std():.4f}")
results = {}
for name in ("zero", "mean", "resample", "noise"):
    effect = []
    for unit in range(8):
        patched = activations.clone()
        if name == "zero":
            patched[:, unit] = 0
        elif name == "mean":
            patched[:, unit] = activations[:, unit].mean()
        elif name == "resample":
            patched[:, unit] = activations[torch.randperm(100, generator=g), unit]
        else:
            patched[:, unit] += torch.empty(100).normal_(0, 2, generator=g)
        effect.append((patched @ weights - clean).abs().mean())
    results[name] = torch.stack(effect)
for name, effect in results.items():
    print(f"{name:9}", effect.topk(3).indices.tolist(), " ".join(f"{e:.3f}" for e in effect))
table = torch.stack(list(results.values()))
print(torch.corrcoef(table).round(decimals=3))
print(g.initial_seed(), torch.rand(2, generator=g))
