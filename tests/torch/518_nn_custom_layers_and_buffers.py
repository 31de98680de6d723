import math

import torch
import torch.nn as nn


class Rotary(nn.Module):
    def __init__(self, dim, base=10000.0):
        super().__init__()
        self.register_buffer("inv_freq", base ** (-torch.arange(0, dim, 2) / dim), persistent=False)

    def forward(self, x):
        angles = torch.arange(x.shape[-2])[:, None] * self.inv_freq
        cos, sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
        a, b = x.chunk(2, -1)
        return x * cos + torch.cat([-b, a], -1) * sin

    def extra_repr(self):
        return f"dim={2 * len(self.inv_freq)}"


class RMSNorm(nn.Module):
    def __init__(self, d, eps=1e-6):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(d)), eps

    def forward(self, x):
        return self.weight * x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps)


class SwiGLU(nn.Module):
    def __init__(self, d, hidden):
        super().__init__()
        self.gate, self.up, self.down = nn.Linear(d, hidden), nn.Linear(d, hidden), nn.Linear(hidden, d)
        for module in self.children():
            nn.init.normal_(module.weight, std=1 / math.sqrt(module.in_features))
            nn.init.zeros_(module.bias)

    def forward(self, x):
        return self.down(nn.functional.silu(self.gate(x)) * self.up(x))


torch.manual_seed(0)
net = nn.Sequential(RMSNorm(8), SwiGLU(8, 16), Rotary(8))
print(net)
x = torch.randn(2, 5, 8)
y = net(x)
print(y.shape, f"{y.std():.4f}", y[0, 1])
print(list(net.state_dict()), [n for n, _ in net.named_buffers()])
q = Rotary(8)(x)
print(torch.allclose(q.norm(dim=-1), x.norm(dim=-1), atol=1e-5), torch.allclose(q[:, 0], x[:, 0]))
dots = [(Rotary(8)(torch.ones(1, n, 8))[0, -1] @ Rotary(8)(torch.ones(1, n - 2, 8))[0, -1]).item() for n in (3, 5, 9)]
print([f"{d:.4f}" for d in dots])
print(torch.allclose(RMSNorm(8)(x), nn.RMSNorm(8, eps=1e-6)(x), atol=1e-6))
