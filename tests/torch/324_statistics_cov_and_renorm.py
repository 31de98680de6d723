# var, std, cov, corrcoef, moments, renorm, standardise: corrections, dims, weights.
import torch

torch.manual_seed(3)
x = torch.tensor([[1.0, 2.0, 4.0, 3.0], [2.0, 2.5, 5.0, 1.0], [0.0, -1.0, 2.0, 8.0]])
for correction in [0, 1, 2]:
    print(correction, x.var(correction=correction), x.std(0, correction=correction), torch.var(x, (0, 1), correction=correction, keepdim=True), torch.var_mean(x, 1, correction=correction), torch.std_mean(x, correction=correction), torch.cov(x, correction=correction))
print(x.var(), x.var(False), x.std(unbiased=False), x.var(1, True, True), torch.std(x, 1, unbiased=False, keepdim=False), torch.var_mean(x, 0, False), torch.tensor([1.0]).var(), torch.tensor([1.0]).var(unbiased=False), torch.tensor([]).std(), x.double().var().dtype, torch.tensor([1 + 1j, 2 - 1j]).var(), torch.tensor([1 + 1j, 2 - 1j]).mean())
print(torch.cov(x[0]), torch.cov(x, fweights=torch.tensor([1, 2, 1, 3])), torch.cov(x, aweights=torch.tensor([0.5, 1.0, 2.0, 1.0])), torch.corrcoef(x), torch.corrcoef(x[0]), torch.corrcoef(torch.stack([x[0], -x[0]])), x.cov().diagonal().sqrt(), torch.cov(torch.tensor([[1, 2], [3, 5]])), torch.corrcoef(torch.ones(2, 3)))
print(torch.renorm(x, 2, 0, 3.0), x.renorm(1, 1, 2.0), x.clone().renorm_(p=float("inf"), dim=0, maxnorm=2.0), torch.renorm(x, 2, 0, 100.0).equal(x))
z = (x - x.mean(1, keepdim=True)) / x.std(1, keepdim=True)
print(z.mean(1).abs().max() < 1e-6, z.std(1), (z**3).mean(1), (z**4).mean(1) - 3, torch.nn.functional.layer_norm(x, (4,))[0], z[0] * (3 / 4) ** -0.5)
by_hand = (x - x.mean(1, keepdim=True)) @ (x - x.mean(1, keepdim=True)).T / 3
print(torch.allclose(by_hand, torch.cov(x)), torch.allclose(torch.corrcoef(x), by_hand / torch.outer(x.std(1), x.std(1))), torch.allclose(torch.linalg.eigvalsh(by_hand).sum(), by_hand.trace()))
def spearman(a, b):
    ra, rb = a.argsort().argsort().float(), b.argsort().argsort().float()
    return torch.corrcoef(torch.stack([ra, rb]))[0, 1].item()
def kendall(a, b):
    s = torch.sign(a[:, None] - a) * torch.sign(b[:, None] - b)
    return (s.triu(1).sum() / (len(a) * (len(a) - 1) / 2)).item()
print(f"{spearman(x[0], x[1]):.4f} {kendall(x[0], x[2]):.4f}")
sample = torch.randn(1000)
print(f"mean {sample.mean():+.3f} std {sample.std():.3f} skew {((sample - sample.mean()) ** 3).mean() / sample.std() ** 3:+.3f} within one sigma {((sample.abs() < 1).float().mean() * 100):.1f}%")
boot = torch.stack([sample[torch.randint(1000, (1000,))].mean() for _ in range(50)])
print(f"bootstrap {boot.mean():.3f} ± {boot.std():.3f}", [round(q, 3) for q in boot.quantile(torch.tensor([0.05, 0.95])).tolist()])
weights = torch.tensor([0.1, 0.2, 0.3, 0.4])
print((x * weights).sum(1), torch.average(x) if hasattr(torch, "average") else "no average", x @ weights, (weights * (x - (x @ weights)[:, None]) ** 2).sum(1), x.mean(dim=(0, 1)), x.mean(-1, True), x.mean(dtype=torch.float64), torch.tensor([1, 2]).float().mean(), torch.tensor([1, 2]).mean(dtype=torch.float32), x.norm(dim=1), x.pow(2).sum(1).sqrt(), x.abs().sum(), torch.geometric_mean(x) if hasattr(torch, "geometric_mean") else x[0].log().mean().exp(), x.sum() / x.numel())
for attempt in [lambda: torch.cov(torch.ones(2, 2, 2)), lambda: torch.cov(x, fweights=torch.tensor([1.0, 1, 1, 1])), lambda: torch.cov(x, fweights=torch.tensor([1, 2])), lambda: torch.cov(x, aweights=torch.tensor([-1.0, 1, 1, 1])), lambda: torch.cov(x, correction=5), lambda: torch.corrcoef(torch.ones(1, 1, 1)), lambda: x.long().var(), lambda: x.var(5), lambda: x.var(dim=1, unbiased=True, correction=1), lambda: x.renorm(2, 0, -1.0), lambda: x.renorm(-1, 0, 1.0), lambda: x.renorm(2, 5, 1.0), lambda: x[0].renorm(2, 0, 1.0), lambda: x.std("a"), lambda: torch.tensor([True]).mean(), lambda: x.mean(dtype=torch.int64), lambda: torch.tensor([1, 2]).var_mean() if hasattr(x, "var_mean") else "", lambda: x.sum(dim=(0, 2)), lambda: x.mean((0, 0))]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
