import torch

class RunningStats:
    def __init__(self):
        self.n, self.mean, self.m2 = 0, None, None

    def update(self, x):
        self.n += 1
        if self.mean is None:
            self.mean, self.m2 = torch.zeros_like(x), torch.zeros_like(x)
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)
        return self

    @property
    def var(self):
        return self.m2 / (self.n - 1)

torch.manual_seed(0)
data = torch.randn(50, 3) * 2 + 1
stats = RunningStats()
for row in data:
    stats.update(row)
print(stats.mean, data.mean(0), torch.allclose(stats.var, data.var(0), atol=1e-5), stats.n)
ema, history = torch.zeros(3), []
for t, row in enumerate(data[:5], start=1):
    ema = 0.9 * ema + 0.1 * row
    history.append(ema / (1 - 0.9 ** t))
print(torch.stack(history))
ema2 = torch.zeros(3)
for row in data[:5]:
    ema2.lerp_(row, 0.1)
print(torch.allclose(ema, ema2), ema2)
window = data[:, 0].unfold(0, 5, 1)
print(window.shape, window.mean(-1)[:3], data[:, 0].cumsum(0)[:3] / torch.arange(1, 4))
kernel = torch.ones(1, 1, 5) / 5
print(torch.nn.functional.conv1d(data[:, 0].view(1, 1, -1), kernel).squeeze()[:3])
