import io
from collections import OrderedDict

import torch
from torch import nn

obj = {"x": torch.arange(6.0).view(2, 3), "n": 3, "f": 0.1, "s": "text", "t": (1, None, True), "l": [torch.tensor([True]), -2 ** 40], "d": torch.float16, "size": torch.Size([2, 3]), "b": b"ab", "z": {1, 2}, "dev": torch.device("cpu"), "h": torch.ones(2, dtype=torch.bfloat16), "i": torch.tensor(5)}
buffer = io.BytesIO()
torch.save(obj, buffer)
buffer.seek(0)
back = torch.load(buffer, weights_only=False)
print(back)
print(buffer.tell() > 0 or True, type(back["size"]).__name__, back["x"].equal(obj["x"]), back["x"] is obj["x"])
net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
opt = torch.optim.Adam(net.parameters(), lr=0.1)
net(torch.randn(4, 2)).sum().backward()
opt.step()
buf = io.BytesIO()
torch.save({"model": net.state_dict(), "opt": opt.state_dict(), "epoch": 7}, buf)
buf.seek(0)
ckpt = torch.load(buf)
other = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
print(other.load_state_dict(ckpt["model"]), all(torch.equal(a, b) for a, b in zip(net.parameters(), other.parameters())), type(ckpt["model"]).__name__, list(ckpt["model"]), ckpt["epoch"])
o2 = torch.optim.Adam(other.parameters())
o2.load_state_dict(ckpt["opt"])
print(o2.param_groups[0]["lr"], len(o2.state), o2.state[other[0].weight]["step"])
a = torch.arange(4.0)
buf = io.BytesIO()
torch.save([a, a[1:3], a.view(2, 2).T, nn.Parameter(torch.ones(1)), torch.ones(2, requires_grad=True)], buf)
buf.seek(0)
x, y, z, p, r = torch.load(buf)
x[1] = 99
print(x, y, z, p, type(p).__name__, r.requires_grad, z.is_contiguous())
buf.seek(0)
print(torch.load(buf, map_location="cpu")[0].device, torch.load(io.BytesIO(buf.getvalue()), map_location=torch.device("cpu"))[1])
for bad in (b"", b"hello", buf.getvalue()[:100]):
    try:
        torch.load(io.BytesIO(bad))
    except Exception as err:
        print("error", isinstance(err, Exception))
