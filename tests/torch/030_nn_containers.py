import torch
from torch import nn

ml = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
print(ml, len(ml), ml[0], ml[-1], ml[1:], [n for n, _ in ml.named_parameters()])
ml.append(nn.ReLU())
ml.extend([nn.Tanh(), nn.Tanh()])
ml.insert(0, nn.Identity())
ml += [nn.Sigmoid()]
print(ml, len(ml), type(ml[2:4]).__name__)
ml[0] = nn.GELU()
del ml[1]
print([type(m).__name__ for m in ml], nn.ModuleList(), nn.Tanh() in ml, ml.pop(-1), len(ml))
md = nn.ModuleDict({"a": nn.Linear(1, 2), "b": nn.ReLU()})
md["c"] = nn.Linear(2, 1)
print(md, list(md), "a" in md, md["a"], list(md.keys()), [type(v).__name__ for v in md.values()], len(md), [k for k, _ in md.items()], md.pop("b"))
md.update({"d": nn.Tanh()})
print([n for n, _ in md.named_modules()], md.a)
pl = nn.ParameterList([torch.ones(2), nn.Parameter(torch.zeros(1))])
pl.append(torch.tensor([3.0]))
print(pl, len(pl), pl[0], pl[-1].requires_grad, [tuple(p.shape) for p in pl], [n for n, _ in pl.named_parameters()])
pd = nn.ParameterDict({"w": torch.ones(2, 2)})
pd["b"] = nn.Parameter(torch.zeros(2))
print(pd, list(pd.keys()), pd["w"].sum(), pd.b, "w" in pd, len(pd))

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Sequential(nn.Linear(2, 2), nn.ReLU()) for _ in range(2))
        self.heads = nn.ModuleDict({k: nn.Linear(2, n) for k, n in (("cls", 3), ("reg", 1))})
        self.biases = nn.ParameterList([nn.Parameter(torch.zeros(2)) for _ in range(2)])

    def forward(self, x, head="cls"):
        for layer, bias in zip(self.layers, self.biases):
            x = layer(x) + bias
        return self.heads[head](x)

net = Net()
print(net)
print(net(torch.ones(1, 2)).shape, net(torch.ones(1, 2), head="reg").shape, len(list(net.parameters())), [n for n, _ in net.named_parameters()])
for bad in (lambda: ml[10], lambda: md["zz"], lambda: ml(torch.ones(1)), lambda: md.add_module("", nn.ReLU()), lambda: nn.Sequential(3), lambda: nn.ModuleList([1]), lambda: pl[9], lambda: ml["a"], lambda: nn.Sequential(nn.ReLU())[3]):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:120])
