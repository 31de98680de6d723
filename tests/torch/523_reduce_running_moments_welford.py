import torch

torch.manual_seed(0)
stream = torch.randn(7, 16, 3) * torch.tensor([1.0, 2.0, 0.5]) + torch.tensor([0.0, 5.0, -1.0])


class Running:
    def __init__(self):
        self.n, self.mean, self.m2 = 0, torch.zeros(3), torch.zeros(3)

    def update(self, batch):
        n = len(batch)
        delta = batch.mean(0) - self.mean
        total = self.n + n
        self.m2 += batch.var(0, unbiased=False) * n + delta ** 2 * self.n * n / total
        self.mean += delta * n / total
        self.n = total
        return self

    @property
    def std(self):
        return (self.m2 / (self.n - 1)).sqrt()

    def __repr__(self):
        return f"Running(n={self.n}, mean={[round(m, 3) for m in self.mean.tolist()]})"


running = Running()
for batch in stream:
    running.update(batch)
everything = stream.flatten(0, 1)
print(running)
print(torch.allclose(running.mean, everything.mean(0), atol=1e-5), torch.allclose(running.std, everything.std(0), atol=1e-5))
print(torch.std_mean(everything, dim=0))
print(torch.var_mean(everything, dim=0, correction=0)[0])
z = (everything - running.mean) / running.std
print(f"{z.mean().abs():.4f} {z.std():.4f}", (z.abs() > 3).sum().item())
print(z.pow(3).mean(0), z.pow(4).mean(0) - 3)
print(everything.quantile(torch.tensor([0.25, 0.5, 0.75]), dim=0))
print(everything.aminmax(dim=0).min, torch.cov(everything.T).diagonal().sqrt().allclose(running.std, atol=1e-5))
