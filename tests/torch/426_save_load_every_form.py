import torch
from torch import nn
import io
from collections import OrderedDict

torch.manual_seed(0)


def round_trip(obj, **kw):
    buf = io.BytesIO()
    torch.save(obj, buf)
    buf.seek(0)
    return torch.load(buf, **kw)


net = nn.Sequential(OrderedDict(fc=nn.Linear(3, 2), bn=nn.BatchNorm1d(2)))
opt = torch.optim.Adam(net.parameters(), lr=0.01)
net(torch.randn(4, 3)).sum().backward()
opt.step()
ck = round_trip({"epoch": 3, "net": net.state_dict(), "opt": opt.state_dict(), "history": [0.5, 0.25], "cfg": {"lr": 1e-2, "name": "run", "flag": True, "none": None, "shape": torch.Size([2, 3])}})
print(sorted(ck), ck["epoch"], ck["history"], ck["cfg"], type(ck["net"]).__name__)
new = nn.Sequential(OrderedDict(fc=nn.Linear(3, 2), bn=nn.BatchNorm1d(2)))
print(new.load_state_dict(ck["net"]), all(torch.equal(a, b) for a, b in zip(new.state_dict().values(), net.state_dict().values())))
o2 = torch.optim.Adam(new.parameters())
o2.load_state_dict(ck["opt"])
print(o2.param_groups[0]["lr"], o2.state[new.fc.weight]["step"], torch.equal(o2.state[new.fc.weight]["exp_avg"], opt.state[net.fc.weight]["exp_avg"]))
for dt in (torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int8, torch.uint8, torch.int64, torch.bool, torch.complex64):
    t = torch.arange(4).to(dt)
    back = round_trip(t)
    print(back.dtype, torch.equal(back, t), end="; ")
print()
base = torch.arange(6.0)
pair = round_trip([base[:3], base[2:], base.view(2, 3).t()])
pair[0][2] = 99.0
print(pair[1][0], pair[2], pair[2].stride(), pair[0].untyped_storage().data_ptr() == pair[1].untyped_storage().data_ptr())
p = round_trip(nn.Parameter(torch.ones(2)))
print(type(p).__name__, p.requires_grad, p)
x = torch.ones(2, requires_grad=True)
print(round_trip(x).requires_grad, round_trip(torch.tensor(3.5)), round_trip(torch.empty(0, 3)).shape)
print(round_trip({"tuple": (1, 2.5, "x"), "nested": {"a": [1, {"b": None}]}, "bytes": b"ab", "set": [True, False], 3: "int key"}))
buf = io.BytesIO()
torch.save(net.state_dict(), buf)
print(len(buf.getvalue()) > 500, buf.tell() > 0)
for kw in ({"map_location": "cpu"}, {"map_location": torch.device("cpu")}, {"weights_only": True}, {"map_location": lambda storage, loc: storage}):
    buf.seek(0)
    print(sorted(kw), list(torch.load(buf, **kw))[:2])
try:
    torch.load(io.BytesIO(b"this is not a checkpoint"))
except Exception as e:
    print(isinstance(e, Exception))
try:
    torch.load("/nowhere/at/all.pt")
except FileNotFoundError as e:
    print(e)
sub = {"blocks.0.w": torch.ones(1), "blocks.1.w": torch.zeros(1), "head.b": torch.ones(2)}
print({k.removeprefix("blocks."): v for k, v in round_trip(sub).items() if k.startswith("blocks.")})
