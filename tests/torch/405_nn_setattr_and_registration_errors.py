import torch
from torch import nn


class Early(nn.Module):
    def __init__(self, kind):
        if kind == "param":
            self.w = nn.Parameter(torch.ones(1))
        elif kind == "module":
            self.l = nn.Linear(1, 1)
        elif kind == "buffer":
            self.register_buffer("b", torch.ones(1))
        elif kind == "plain":
            self.value = 3
        super().__init__()


for kind in ("param", "module", "buffer", "plain"):
    try:
        print(kind, "fine", vars(Early(kind)).get("value"))
    except Exception as e:
        print(kind, type(e).__name__, e)


class Forgetful(nn.Module):
    def __init__(self):
        self.size = 3

    def forward(self, x):
        return x


f = Forgetful()
print(f.size)
for act in (lambda: f(torch.ones(1)), lambda: f.parameters().__next__(), lambda: list(f.named_modules()), lambda: f.nothing):
    try:
        print(type(act()).__name__)
    except Exception as e:
        print(type(e).__name__, e)

m = nn.Linear(2, 2)
checks = [
    ("weight to tensor", lambda: setattr(m, "weight", torch.ones(2, 2))),
    ("weight to int", lambda: setattr(m, "weight", 5)),
    ("bias to None", lambda: setattr(m, "bias", None)),
    ("bias to list", lambda: setattr(m, "bias", [1])),
    ("module to int", lambda: setattr(nn.Sequential(m), "0", 1)),
    ("dup parameter", lambda: m.register_parameter("training", nn.Parameter(torch.ones(1)))),
    ("dotted module", lambda: m.add_module("a.b", nn.ReLU())),
    ("empty module", lambda: m.add_module("", nn.ReLU())),
    ("wrong module", lambda: m.add_module("x", 3)),
    ("int name", lambda: m.add_module(3, nn.ReLU())),
    ("wrong parameter", lambda: m.register_parameter("p", torch.ones(1))),
    ("number parameter", lambda: m.register_parameter(2, None)),
    ("non leaf", lambda: m.register_parameter("q", nn.Parameter(torch.ones(1)) * 2)),
    ("dup module", lambda: m.add_module("forward", nn.ReLU())),
    ("delete unknown", lambda: delattr(m, "unknown")),
    ("bad kwarg", lambda: nn.Module(3)),
    ("bad kwarg2", lambda: nn.Module(a=3)),
    ("linear missing", lambda: nn.Linear(in_features=3)),
    ("forward", lambda: nn.Module()(1)),
]
for name, act in checks:
    try:
        act()
        print(name, "fine")
    except Exception as e:
        print(name, "|", type(e).__name__, "|", e)
print(m, m.bias, [n for n, _ in m.named_parameters()])
m.bias = nn.Parameter(torch.zeros(2))
m.note = torch.ones(1)
m.helper = nn.ReLU()
print(list(m._parameters), list(m._modules), "note" in m.__dict__, "helper" in m.__dict__)
m.helper = nn.Parameter(torch.ones(1))
print(list(m._parameters), list(m._modules))
del m.helper
print(hasattr(m, "helper"), m)


class Prop(nn.Module):
    def __init__(self):
        super().__init__()
        self.base = nn.Parameter(torch.tensor([2.0]))

    @property
    def squared(self):
        return self.base ** 2

    @property
    def broken(self):
        return self.missing_thing


p = Prop()
print(p.squared)
try:
    p.broken
except AttributeError as e:
    print(e)
print("base" in dir(p), "squared" in dir(p))
