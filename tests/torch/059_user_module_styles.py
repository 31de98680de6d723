import torch
import torch.nn as nn
import torch.nn.functional as F
from typing import Optional, Tuple

class ResidualMLP(nn.Module):
    """Typed, with defaults."""

    def __init__(self, dim: int, hidden: Optional[int] = None, *, dropout: float = 0.0, act=F.gelu):
        super(ResidualMLP, self).__init__()
        hidden = hidden or 4 * dim
        self.fc1, self.fc2 = nn.Linear(dim, hidden), nn.Linear(hidden, dim)
        self.drop = nn.Dropout(dropout)
        self.act = act

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.drop(self.fc2(self.act(self.fc1(x))))

class Model(nn.Module):
    def __init__(self, **cfg):
        super().__init__()
        self.cfg = cfg
        for i in range(cfg["n"]):
            setattr(self, f"block{i}", ResidualMLP(cfg["dim"], 5))
        self.register_buffer("pos", torch.arange(cfg["dim"]).float())
        self.gate = nn.Parameter(torch.tensor(0.5))

    @property
    def blocks(self):
        return [getattr(self, f"block{i}") for i in range(self.cfg["n"])]

    @classmethod
    def small(cls):
        return cls(n=1, dim=2)

    @staticmethod
    def count(model):
        return sum(p.numel() for p in model.parameters())

    def forward(self, x, *, return_all=False) -> Tuple[torch.Tensor, ...]:
        outs = [x]
        for block in self.blocks:
            x = block(x) * self.gate
            outs.append(x)
        return (x + self.pos, outs) if return_all else x + self.pos

torch.manual_seed(0)
m = Model(n=2, dim=4)
print(m)
y, outs = m(torch.ones(1, 4), return_all=True)
print(y.shape, len(outs), Model.count(m), Model.small().cfg, m.blocks[0] is m.block0, [n for n, _ in m.named_parameters()][:3], ResidualMLP.__doc__, m.gate)

class Sub(Model):
    def forward(self, x):
        return super().forward(x) * 2

torch.manual_seed(0)
s = Sub(n=2, dim=4)
print(torch.allclose(s(torch.ones(1, 4)), 2 * y), isinstance(s, Model), Sub.__mro__[1].__name__, s.__class__.__name__)

class Lambda(nn.Module):
    def __init__(self, fn):
        super().__init__()
        self.fn = fn

    def forward(self, *args):
        return self.fn(*args)

print(nn.Sequential(Lambda(lambda v: v.view(v.size(0), -1)), nn.Linear(4, 1))(torch.ones(2, 2, 2)).shape, Lambda(torch.add)(torch.ones(1), 1))

class Weird(nn.Module):
    def __init__(self):
        super().__init__()
        self.cache = {}
        self.layers = nn.ModuleList()
        self.layers.append(nn.Linear(1, 1))
        self.steps = 0

    def forward(self, x):
        self.steps += 1
        self.cache[self.steps] = x
        self.last = x.sum()
        return self.layers[0](x)

    def __len__(self):
        return self.steps

    def __repr__(self):
        return f"Weird(steps={self.steps})"

w = Weird()
w(torch.ones(1))
w(torch.zeros(1))
print(w, len(w), w.cache, w.last, [n for n, _ in w.named_parameters()], repr(nn.Sequential(w)))
model = nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.ReLU(), nn.Linear(2, 1)))
for name, mod in model.named_modules():
    print(repr(name), type(mod).__name__, sum(p.numel() for p in mod.parameters(recurse=False)))
total = sum(p.numel() for p in model.parameters() if p.requires_grad)
print(f"{total:,} parameters", next(model.parameters()).device, next(model.parameters()).dtype, {p.dtype for p in model.parameters()}, model[1][1].in_features, model.get_submodule("1.1"))
