import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
print(len(net), net[0], net[-1], net[1:], list(net)[1], net[0].weight.shape)
net.append(nn.Sigmoid())
net.insert(1, nn.Dropout(0.0))
net[2] = nn.Tanh()
print(net)
del net[1]
print([type(m).__name__ for m in net], net.pop(-1), len(net), net.extend([nn.Identity()])[-1])
named = nn.Sequential()
named.add_module("first", nn.Linear(1, 2))
named.add_module("act", nn.GELU())
print(named, named.first, named[0] is named.first, [n for n, _ in named.named_children()])
from collections import OrderedDict
od = nn.Sequential(OrderedDict([("a", nn.Linear(1, 1)), ("b", nn.ReLU())]))
print(od, od.a.bias.shape, od.state_dict().keys())
ml = nn.ModuleList([nn.Linear(1, 1) for _ in range(3)])
ml.append(nn.ReLU())
print(ml, len(ml), ml[1:3], ml[-1], [n for n, _ in ml.named_parameters()][:2])
md = nn.ModuleDict({"x": nn.Linear(1, 1), "y": nn.ReLU()})
md["z"] = nn.Tanh()
print(md, list(md.keys()), "x" in md, len(md), md.pop("y"), [(k, type(v).__name__) for k, v in md.items()])
pl = nn.ParameterList([torch.zeros(2), torch.ones(1)])
pd = nn.ParameterDict({"w": torch.zeros(2)})
pd["b"] = nn.Parameter(torch.ones(1))
print(pl, pd, [p.shape for p in pl], list(pd.keys()))
def replace_relu(m):
    for n, c in m.named_children():
        if isinstance(c, nn.Tanh):
            setattr(m, n, nn.SiLU())
        else:
            replace_relu(c)
replace_relu(net)
print([type(m).__name__ for m in net.modules()], net.get_submodule("0"), dict(net.named_modules()).keys())
