import io

import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1, bias=False))
sd = net.state_dict()
for k, v in sd.items():
    print(k, tuple(v.shape), v.dtype, v.requires_grad)
other = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1, bias=False))
print(other.load_state_dict(sd), torch.equal(other[0].weight, net[0].weight), other[0].weight is net[0].weight)
sd["0.weight"][0, 0] = 100.0
print(net[0].weight[0, 0], other[0].weight[0, 0] == 100)
part = {"0.weight": torch.zeros(3, 2), "extra": torch.zeros(1)}
print(other.load_state_dict(part, strict=False), other[0].weight.sum(), other[0].weight.requires_grad)
for bad in (part, {**sd, "0.weight": torch.zeros(2, 2)}, {k: v for k, v in sd.items() if "1." not in k}):
    try:
        other.load_state_dict(bad)
    except RuntimeError as err:
        print("RuntimeError", err)
try:
    other.load_state_dict([1])
except TypeError as err:
    print("TypeError", err)
result = other.load_state_dict(part, strict=False)
print(result.missing_keys, result.unexpected_keys)
print(type(sd).__name__, nn.Linear(1, 1, bias=False).state_dict().keys(), nn.Module().state_dict())
copy = {k: v.clone() for k, v in net.state_dict().items()}
net[0].weight.data.zero_()
print(net[0].weight.abs().sum(), copy["0.weight"].abs().sum() > 0)
net.load_state_dict(copy)
print(net[0].weight.abs().sum() > 0, net.state_dict(prefix="model.").keys(), net[0].state_dict(keep_vars=True)["weight"] is net[0].weight)
import copy as cp
twin = cp.deepcopy(net)
with torch.no_grad():
    twin[0].weight.add_(1)
print(torch.equal(twin[0].weight, net[0].weight + 1), twin[0].weight.requires_grad, type(twin[0].weight).__name__, twin is net, list(twin.state_dict()) == list(net.state_dict()))
shallow = cp.copy(net)
print(shallow[0].weight is net[0].weight, shallow is net)
net.load_state_dict(twin.state_dict(), assign=True)
print(torch.equal(net[0].weight, twin[0].weight), net[0].weight.requires_grad)
tied = nn.Module()
tied.a = nn.Linear(2, 2, bias=False)
tied.b = nn.Linear(2, 2, bias=False)
tied.b.weight = tied.a.weight
print(list(tied.state_dict()), len(list(tied.parameters())), cp.deepcopy(tied).b.weight is not None, (lambda m: m.a.weight is m.b.weight)(cp.deepcopy(tied)))
