import torch

torch.manual_seed(123)
control = torch.randn(30) + 0.0
treated = torch.randn(30) + 0.8
observed = treated.mean() - control.mean()
print(f"observed {observed:.4f}")
pooled = torch.cat([control, treated])
null = torch.stack([(s := pooled[torch.randperm(60)])[:30].mean() - s[30:].mean() for _ in range(500)])
p = (null.abs() >= observed.abs()).float().mean()
print(f"p value {p:.4f}", f"null {null.mean():.4f} +- {null.std():.4f}")
samples = torch.randint(30, (400, 30))
means = treated[samples].mean(1)
low, high = means.quantile(torch.tensor([0.025, 0.975])).tolist()
print(f"95 % interval [{low:.3f}, {high:.3f}]", low < treated.mean().item() < high)
pooled_std = ((control.var() + treated.var()) / 2).sqrt()
print(f"effect size {observed / pooled_std:.3f}")
ranks = pooled.argsort().argsort().float() + 1
u = ranks[30:].sum() - 30 * 31 / 2
print(f"U {u:.0f}, auc {u / 900:.4f}", f"{(treated[:, None] > control).float().mean():.4f}")
halves = torch.utils.data.random_split(range(10), [0.5, 0.5], generator=torch.Generator().manual_seed(3))
print([sorted(h) for h in halves])
torch.manual_seed(123)
print(torch.equal(control, torch.randn(30)))
