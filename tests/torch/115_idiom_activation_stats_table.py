import torch

torch.manual_seed(0)
acts = {f"layer{i}": torch.randn(2, 5, 4) * (i + 1) + i for i in range(3)}
print(f"{'name':<8} {'shape':<12} {'mean':>8} {'std':>8} {'min':>8} {'max':>8} {'norm':>8}")
for name, a in acts.items():
    print(f"{name:<8} {str(tuple(a.shape)):<12} {a.mean():8.3f} {a.std():8.3f} {a.min():8.3f} {a.max().item():8.3f} {a.norm().item():8.2f}")
stacked = torch.stack(list(acts.values()))
print(stacked.shape, stacked.mean(dim=(1, 2)).shape, stacked.flatten(1).std(dim=1), stacked.norm(dim=-1).mean((1, 2)))
best = max(acts, key=lambda n: acts[n].abs().mean())
print(best, sorted(acts, key=lambda n: -acts[n].var().item()))
rows = [{"layer": n, "sparsity": (a < 0).float().mean().item()} for n, a in acts.items()]
for row in rows:
    print(row["layer"], f"{row['sparsity']:.1%}")
centered = stacked - stacked.mean(0, keepdim=True)
print(centered.abs().sum() > 0, torch.allclose(centered.sum(0), torch.zeros(2, 5, 4), atol=1e-5))
flat = stacked.view(3, -1)
gram = torch.nn.functional.normalize(flat, dim=1) @ torch.nn.functional.normalize(flat, dim=1).T
print(gram, torch.corrcoef(flat), torch.cov(flat).diag())
print(torch.histc(stacked, bins=5, min=-5, max=5), torch.histogram(stacked, 4).hist, torch.quantile(flat, torch.tensor([0.25, 0.5, 0.75]), dim=1))
