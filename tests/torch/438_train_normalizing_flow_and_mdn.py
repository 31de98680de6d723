import torch
from torch import nn
import torch.nn.functional as F
from torch.distributions import Normal, MultivariateNormal, Categorical, MixtureSameFamily, Independent
import math

torch.manual_seed(0)
t = torch.rand(128) * math.pi
moons = torch.stack([t.cos(), t.sin()], 1) + 0.05 * torch.randn(128, 2)


class Coupling(nn.Module):
    def __init__(self, flip):
        super().__init__()
        self.flip = flip
        self.net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 2))
        nn.init.zeros_(self.net[-1].weight)
        nn.init.zeros_(self.net[-1].bias)

    def forward(self, x):
        a, b = x.chunk(2, dim=1)
        a, b = (b, a) if self.flip else (a, b)
        s, m = self.net(a).chunk(2, dim=1)
        s = torch.tanh(s)
        b = b * s.exp() + m
        return torch.cat((b, a) if self.flip else (a, b), 1), s.sum(1)

    def inverse(self, y):
        a, b = y.chunk(2, dim=1)
        a, b = (b, a) if self.flip else (a, b)
        s, m = self.net(a).chunk(2, dim=1)
        b = (b - m) * (-torch.tanh(s)).exp()
        return torch.cat((b, a) if self.flip else (a, b), 1)


class Flow(nn.Module):
    def __init__(self, n=4):
        super().__init__()
        self.layers = nn.ModuleList(Coupling(i % 2 == 1) for i in range(n))
        self.register_buffer("loc", torch.zeros(2))
        self.register_buffer("cov", torch.eye(2))

    def log_prob(self, x):
        total = 0
        for layer in self.layers:
            x, ld = layer(x)
            total = total + ld
        return MultivariateNormal(self.loc, self.cov).log_prob(x) + total

    def sample(self, n):
        z = MultivariateNormal(self.loc, self.cov).sample((n,))
        for layer in reversed(self.layers):
            z = layer.inverse(z)
        return z


flow = Flow()
opt = torch.optim.Adam(flow.parameters(), lr=0.01)
for step in range(40):
    loss = -flow.log_prob(moons).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 10 == 0:
        print(f"flow {step} {loss.item():.4f}")
with torch.no_grad():
    z = moons
    for layer in flow.layers:
        z, _ = layer(z)
    back = z
    for layer in reversed(flow.layers):
        back = layer.inverse(back)
    print(torch.allclose(back, moons, atol=1e-4), flow.sample(100).mean(0).shape)
J = torch.autograd.functional.jacobian(lambda v: flow.layers[0](v[None])[0][0], moons[0])
print(torch.allclose(torch.linalg.slogdet(J).logabsdet, flow.layers[0](moons[:1])[1][0], atol=1e-5))


class MDN(nn.Module):
    def __init__(self, k=3):
        super().__init__()
        self.h = nn.Sequential(nn.Linear(1, 12), nn.Tanh())
        self.pi, self.mu, self.sigma = (nn.Linear(12, k) for _ in range(3))

    def forward(self, x):
        h = self.h(x)
        return MixtureSameFamily(Categorical(logits=self.pi(h)), Normal(self.mu(h), F.softplus(self.sigma(h)) + 1e-3))


x = torch.linspace(-1, 1, 96)[:, None]
y = torch.where(torch.rand(96) < 0.5, x[:, 0], -x[:, 0]) + 0.05 * torch.randn(96)
mdn = MDN()
opt = torch.optim.Adam(mdn.parameters(), lr=0.02)
for step in range(50):
    loss = -mdn(x).log_prob(y).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 10 == 9:
        print(f"mdn {step} {loss.item():.4f}")
d = mdn(torch.tensor([[0.9], [0.0]]))
print(d.mean.round(decimals=2), d.variance.shape, d.mixture_distribution.probs.shape, d)
print(d.log_prob(torch.tensor([[0.9], [-0.9]])).shape, d.sample((5,)).shape)
