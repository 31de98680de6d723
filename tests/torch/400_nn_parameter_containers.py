import torch
from torch import nn

torch.manual_seed(0)


class Bank(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.scales = nn.ParameterList([nn.Parameter(torch.randn(w)) for w in widths])
        self.named = nn.ParameterDict({"bias": nn.Parameter(torch.zeros(2)), "gain": nn.Parameter(torch.ones(2, 3))})
        self.tools = nn.ModuleDict([["lin", nn.Linear(3, 2)], ["act", nn.ReLU()]])

    def forward(self, x):
        x = self.tools["act"](self.tools["lin"](x))
        for s in self.scales:
            x = x * s.mean()
        return x @ self.named["gain"] + self.named["bias"].sum()


bank = Bank([2, 3])
print(bank)
print([n for n, _ in bank.named_parameters()])
print(bank(torch.ones(1, 3)).shape)

plist = nn.ParameterList([torch.ones(2), torch.zeros(1, 3), 7])
print(plist, len(plist))
plist.append(torch.full((2, 2), 0.5))
plist.extend([torch.arange(3.0)])
plist += [torch.ones(1)]
print(len(plist), [type(p).__name__ for p in plist])
plist[0] = nn.Parameter(torch.tensor([4.0]))
print(plist[0], plist[-1], plist[1:3])
for bad in (lambda: plist[10], lambda: plist.extend(3), lambda: plist["a"]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

pdict = nn.ParameterDict()
pdict["w"] = torch.ones(2)
pdict.update({"b": nn.Parameter(torch.zeros(1)), "c": nn.Parameter(torch.ones(3))})
print(pdict, list(pdict.keys()), "w" in pdict, len(pdict))
print(pdict.pop("b"), list(pdict), pdict.popitem()[0])
print(pdict.setdefault("n", torch.zeros(2)), pdict.get("zz"), pdict.get("zz", 3))
print(pdict.fromkeys(["x", "y"], torch.ones(1)))
other = nn.ParameterDict({"q": torch.ones(1)}) | pdict
print(list(other.keys()), [tuple(v.shape) for v in other.values()])
print(sorted(bank.state_dict()))

mdict = nn.ModuleDict({"a": nn.Linear(1, 1), "b": nn.Tanh()})
mdict.update({"c": nn.Identity(), "a": nn.ReLU()})
print(mdict, list(mdict.items())[0], "b" in mdict, len(mdict))
print(mdict.pop("b"), list(mdict))
del mdict["c"]
print(mdict)
mdict.clear()
print(mdict, len(mdict))
for bad in (lambda: nn.ModuleDict(3), lambda: nn.ModuleDict([1]), lambda: nn.ModuleDict({"x": 3}), lambda: mdict["nope"], lambda: pdict.update(4)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
