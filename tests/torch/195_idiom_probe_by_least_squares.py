import torch

torch.manual_seed(0)
X = torch.randn(60, 5)
w = torch.tensor([1.0, -2.0, 0.0, 0.5, 3.0])
y = X @ w + 0.1 * torch.randn(60)
ones = torch.cat([X, torch.ones(60, 1)], 1)
sol = torch.linalg.lstsq(ones, y[:, None]).solution.squeeze()
print(sol, (sol[:-1] - w).abs().max() < 0.1)
ridge = torch.linalg.solve(ones.T @ ones + 0.1 * torch.eye(6), ones.T @ y)
print(ridge, torch.linalg.pinv(ones) @ y)
pred = ones @ sol
r2 = 1 - ((y - pred) ** 2).sum() / ((y - y.mean()) ** 2).sum()
print(f"R2 {r2:.4f} mse {(y - pred).pow(2).mean():.5f}", torch.corrcoef(torch.stack([y, pred])))
train, test = torch.arange(60).split([45, 15])
s2 = torch.linalg.lstsq(ones[train], y[train, None]).solution
print((ones[test] @ s2 - y[test, None]).abs().mean().item() < 0.2, train[-1], len(test))
