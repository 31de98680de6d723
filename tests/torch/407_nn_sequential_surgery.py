import torch
from torch import nn
from collections import OrderedDict

torch.manual_seed(3)
seq = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 2))
x = torch.ones(1, 4)
print(seq[0], seq[-1], len(seq))
print(seq[1:3])
print(type(seq[:2]).__name__, seq[:2](x).shape, seq[::2])
seq.append(nn.Softmax(dim=-1))
seq.insert(1, nn.LayerNorm(8))
seq.extend([nn.Identity(), nn.Identity()])
print(seq)
print(seq.pop(-1), len(seq), list(seq._modules))
del seq[1]
print(list(seq._modules), type(seq[1]).__name__)
del seq[-1:]
print(len(seq), seq(x).sum().round(decimals=4))
seq[1] = nn.Tanh()
print([type(l).__name__ for l in seq], nn.Tanh in map(type, seq))
named = nn.Sequential(OrderedDict([("embed", nn.Embedding(5, 3)), ("mean", nn.Flatten()), ("out", nn.Linear(6, 2))]))
print(named, named.embed is named[0], named.out.weight.shape)
print(named(torch.tensor([[1, 2]])).shape)
named.add_module("act", nn.ReLU())
print(list(dict(named.named_children())))
both = nn.Sequential(nn.Linear(1, 1)) + nn.Sequential(nn.ReLU())
print(both, len(both * 2))
both += nn.Sequential(nn.Sigmoid())
both *= 2
print(len(both), [type(l).__name__ for l in reversed(list(both))])
for bad in (lambda: seq[10], lambda: seq.insert(100, nn.ReLU()), lambda: seq.insert(0, 3), lambda: seq.append(3), lambda: both + 3, lambda: both * 0, lambda: both * "a",
            lambda: nn.Sequential(nn.ReLU)(x), lambda: nn.Sequential({"a": nn.ReLU()}), lambda: seq.pop(20), lambda: seq["0"]):
    try:
        print("fine", type(bad()).__name__)
    except Exception as e:
        print(type(e).__name__, e)

ml = nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])
ml.insert(0, nn.Identity())
ml += [nn.Tanh()]
print(ml[1:], len(ml), ml.pop(0), nn.ReLU in [type(m) for m in ml])
ml2 = ml + nn.ModuleList([nn.Sigmoid()])
print(type(ml2).__name__, len(ml2), len(ml))
del ml[0]
print(ml, list(ml.state_dict()))
ml[-1] = nn.Dropout(0.3)
print(ml)
for bad in (lambda: ml(x), lambda: ml[7], lambda: ml.extend(3), lambda: ml.append("x"), lambda: ml.insert(0, 1)):
    try:
        print("fine", bad())
    except Exception as e:
        print(type(e).__name__, e)
body, head = seq[:-1], seq[-1]
print(torch.equal(head(body(x)), seq(x)), body[0] is seq[0])
class Gated(nn.Sequential):
    def forward(self, x):
        return super().forward(x) * torch.sigmoid(x)
print(Gated(nn.Linear(4, 4), nn.ReLU())(x).shape, Gated(nn.ReLU()))
