import torch
from torch import nn
import torch.nn.functional as F

class SwiGLU(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.gate, self.up, self.down = (nn.Linear(a, b, bias=False) for a, b in ((d, h), (d, h), (h, d)))

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))

class Highway(nn.Module):
    def __init__(self, d, inner):
        super().__init__()
        self.t, self.inner = nn.Linear(d, d), inner
        nn.init.constant_(self.t.bias, -2.0)

    def forward(self, x):
        g = self.t(x).sigmoid()
        return g * self.inner(x) + (1 - g) * x

torch.manual_seed(0)
net = nn.Sequential(nn.RMSNorm(4), Highway(4, SwiGLU(4, 8)), nn.LayerNorm(4, bias=False))
x = torch.randn(2, 3, 4)
print(net, net(x).shape, net(x)[0, 0], sum(p.numel() for p in net.parameters()))
print({n: tuple(p.shape) for n, p in net.named_parameters()}, F.glu(torch.arange(8.0).view(2, 4), dim=0), F.silu(torch.tensor([-1.0, 1.0])))
net(x).pow(2).sum().backward()
print({n: f"{p.grad.abs().mean():.4f}" for n, p in net.named_parameters()})
