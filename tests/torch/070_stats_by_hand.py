import torch

x = torch.tensor([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])
print(x.mean(), x.std(), x.std(unbiased=False), x.var(), x.median(), x.mode().values, x.quantile(torch.tensor([0.25, 0.5, 0.75])), x.max() - x.min(), (x - x.mean()) / x.std(), ((x - x.mean()) ** 3).mean() / x.std(unbiased=False) ** 3)
y = 2 * x + torch.tensor([0.1, -0.1, 0.2, 0.0, -0.2, 0.1, 0.0, -0.1])
cov = ((x - x.mean()) * (y - y.mean())).sum() / (len(x) - 1)
print(cov, cov / (x.std() * y.std()), torch.corrcoef(torch.stack([x, y])), torch.cov(torch.stack([x, y])))
A = torch.stack([x, torch.ones_like(x)], 1)
sol = torch.linalg.lstsq(A, y[:, None]).solution.squeeze()
print(sol, torch.linalg.pinv(A) @ y, torch.linalg.solve(A.T @ A, A.T @ y), (A @ sol - y).pow(2).mean().sqrt())
r2 = 1 - (A @ sol - y).pow(2).sum() / (y - y.mean()).pow(2).sum()
print(f"R2 {r2:.6f}", x.cumsum(0) / torch.arange(1, 9), x.unfold(0, 3, 1).mean(-1), torch.nn.functional.avg_pool1d(x[None, None], 3, 1)[0, 0], x.diff(), x.diff().sign(), (x[1:] > x[:-1]).sum())
ema = [x[0]]
for v in x[1:]:
    ema.append(0.9 * ema[-1] + 0.1 * v)
print(torch.stack(ema), torch.logcumsumexp(x, 0), torch.cumprod(1 + x / 100, 0), x.softmax(0).dot(x), torch.histc(x, 4).tolist(), x.norm(), x.norm(1) / len(x), x.prod().log())
