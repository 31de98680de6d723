import torch

torch.manual_seed(0)
clean, corrupt, L, T = 2.5, -1.0, 4, 5
effects = torch.randn(L, T)
results = torch.zeros(L, T)
for l in range(L):
    for t in range(T):
        patched = corrupt + (clean - corrupt) * torch.sigmoid(effects[l, t])
        results[l, t] = (patched - corrupt) / (clean - corrupt)
print(results, results.max(), divmod(results.argmax().item(), T))
best = results.max(dim=1)
for l, (v, t) in enumerate(zip(best.values, best.indices)):
    print(f"L{l}: pos {t} recovers {v:.1%}")
norm = (results - results.mean()) / results.std()
print((norm.abs() > 1).nonzero().tolist(), norm.mean().abs() < 1e-6, results[:, -1], results.sum(0).argsort(descending=True))
