import torch
from torch import nn
import copy
from functools import partial
from collections import defaultdict

torch.manual_seed(0)


class Enc(nn.Module):
    def __init__(self, width=4, depth=2, act=nn.ReLU, make=partial(nn.Linear, bias=False)):
        super().__init__()
        self.blocks = nn.ModuleList([nn.Sequential(make(width, width), act()) for _ in range(depth)])
        self.history = []
        self.meta = {"width": width}
        self.cache = None

    def forward(self, x):
        for i, b in enumerate(self.blocks):
            x = x + b(x)
            self.history.append((i, round(x.detach().norm().item(), 4)))
        self.cache = x.detach()
        return x


enc = Enc()
y = enc(torch.ones(1, 4))
twin = copy.deepcopy(enc)
print(twin.history == enc.history, twin.blocks[0][0].weight is enc.blocks[0][0].weight, torch.equal(twin.blocks[0][0].weight, enc.blocks[0][0].weight))
twin.history.append("x")
twin.meta["width"] = 9
with torch.no_grad():
    twin.blocks[0][0].weight.zero_()
print(len(enc.history), enc.meta, enc.blocks[0][0].weight.abs().sum() > 0)
shallow = copy.copy(enc)
print(shallow.blocks is enc.blocks, shallow.meta is enc.meta, type(shallow).__name__)
shallow.extra = 1
print(hasattr(enc, "extra"))
tied = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
tied[1].weight = tied[0].weight
both = copy.deepcopy(tied)
print(both[0].weight is both[1].weight, len(list(both.parameters())), len(both.state_dict()))
clones = nn.ModuleList(copy.deepcopy(tied[0]) for _ in range(3))
print(len({id(m.weight) for m in clones}), all(torch.equal(m.weight, tied[0].weight) for m in clones))
enc.zero_grad()
enc(torch.ones(2, 4) * 3).sum().backward()
g = copy.deepcopy(enc)
print(g.blocks[0][0].weight.grad is None, enc.blocks[0][0].weight.grad is not None)
try:
    copy.deepcopy((enc.blocks[0][0].weight * 2))
except RuntimeError as e:
    print(str(e)[:90])
target, online = copy.deepcopy(enc).requires_grad_(False), enc
for t, o in zip(target.parameters(), online.parameters()):
    t.data.mul_(0.9).add_(o.data, alpha=0.1)
print(all(not p.requires_grad for p in target.parameters()), torch.allclose(target.blocks[1][0].weight, online.blocks[1][0].weight))
enc.double()
print({p.dtype for p in enc.parameters()}, enc.cache.dtype, enc(torch.ones(1, 4, dtype=torch.float64)).dtype)
enc.float()
by_type = defaultdict(list)
for name, m in enc.named_modules():
    by_type[type(m).__name__].append(name)
print(dict(by_type))
fn = partial(enc.forward)
print(torch.equal(fn(torch.ones(1, 4)), enc(torch.ones(1, 4))), enc.forward.__name__, enc.__class__.__name__, isinstance(enc, Enc), issubclass(Enc, nn.Module))
enc.forward = lambda x: x * 0
print(enc(torch.ones(1, 4)).sum().item())
del enc.forward
print(enc(torch.ones(1, 4)).sum().item() != 0)
enc.register_forward_pre_hook(lambda m, a: print("pre", a[0].shape))
enc2 = copy.deepcopy(enc)
enc2(torch.ones(3, 4))
print({enc: "module as key"}[enc], enc == enc, enc != enc2, hash(enc) == hash(enc), bool(enc))
meta = nn.Linear(1000, 1000, device="meta")
print(meta.weight.device, meta.weight.shape, meta)
print(meta.to_empty(device="cpu").weight.device)
big = nn.Linear(10, 10, device="meta")
print(big.weight.is_meta, sum(p.numel() for p in big.parameters()))
try:
    big.to("cpu")
except NotImplementedError as e:
    print(e)
