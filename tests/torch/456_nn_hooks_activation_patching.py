import torch
from torch import nn
from functools import partial
from contextlib import contextmanager, ExitStack

torch.manual_seed(0)


class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.ln = nn.LayerNorm(d)
        self.attn = nn.MultiheadAttention(d, 2, batch_first=True)
        self.mlp = nn.Sequential(nn.Linear(d, 2 * d), nn.GELU(), nn.Linear(2 * d, d))

    def forward(self, x):
        h = self.ln(x)
        x = x + self.attn(h, h, h, need_weights=False)[0]
        return x + self.mlp(x)


class LM(nn.Module):
    def __init__(self, v=11, d=8, n=3):
        super().__init__()
        self.embed = nn.Embedding(v, d)
        self.blocks = nn.ModuleList([Block(d) for _ in range(n)])
        self.head = nn.Linear(d, v, bias=False)

    def forward(self, ids):
        x = self.embed(ids)
        for b in self.blocks:
            x = b(x)
        return self.head(x)


@contextmanager
def hooks(pairs):
    handles = [m.register_forward_hook(f) for m, f in pairs]
    try:
        yield
    finally:
        for h in handles:
            h.remove()


lm = LM().eval()
clean, corrupt = torch.tensor([[1, 2, 3, 4]]), torch.tensor([[1, 7, 3, 4]])
cache = {}
names = {f"blocks.{i}": b for i, b in enumerate(lm.blocks)} | {f"blocks.{i}.mlp": b.mlp for i, b in enumerate(lm.blocks)}
with torch.no_grad(), hooks([(m, lambda mod, a, o, n=n: cache.__setitem__(n, o.clone())) for n, m in names.items()]):
    base = lm(clean)
    bad = lm(corrupt) if False else None
print({k: tuple(v.shape) for k, v in cache.items()})
with torch.no_grad():
    corrupted = lm(corrupt)
target = base[0, -1].argmax()
metric = lambda logits: (logits[0, -1, target] - logits[0, -1].mean()).item()
print(f"clean {metric(base):.4f} corrupt {metric(corrupted):.4f}")


def patch(mod, args, out, stored, pos):
    out = out.clone()
    out[:, pos] = stored[:, pos]
    return out


grid = torch.zeros(3, 4)
for layer in range(3):
    for pos in range(4):
        with torch.no_grad(), hooks([(lm.blocks[layer], partial(patch, stored=cache[f"blocks.{layer}"], pos=pos))]):
            grid[layer, pos] = (metric(lm(corrupt)) - metric(corrupted)) / (metric(base) - metric(corrupted))
print(grid.round(decimals=3), torch.equal(grid[2, :3].round(decimals=4), torch.zeros(3)))
with torch.no_grad(), hooks([(b.mlp, lambda m, a, o: torch.zeros_like(o)) for b in lm.blocks]):
    print(f"no mlps {metric(lm(clean)):.4f}")
direction = torch.randn(8)
direction /= direction.norm()
with torch.no_grad(), hooks([(lm.blocks[1], lambda m, a, o: o - (o @ direction)[..., None] * direction)]):
    print(f"ablated {metric(lm(clean)):.4f}")
with ExitStack() as stack:
    for scale in (1.0, 2.0):
        stack.enter_context(hooks([(lm.blocks[0], lambda m, a, o, s=scale: o + s * direction)]))
    print(len(lm.blocks[0]._forward_hooks), f"steered {metric(lm(clean)):.4f}")
print(len(lm.blocks[0]._forward_hooks))
grads = {}
handles = [m.register_full_backward_hook(lambda mod, gi, go, n=n: grads.__setitem__(n, go[0])) for n, m in names.items()]
logits = lm(corrupt)
(logits[0, -1, target] - logits[0, -1].mean()).backward()
for h in handles:
    h.remove()
with torch.no_grad(), hooks([(m, lambda mod, a, o, n=n: cache.__setitem__("bad." + n, o.clone())) for n, m in names.items()]):
    lm(corrupt)
attr = {n: ((cache[n] - cache["bad." + n]) * grads[n]).sum(-1)[0].round(decimals=3) for n in names}
print(attr["blocks.1"], attr["blocks.1.mlp"], {n: tuple(g.shape) for n, g in grads.items()}["blocks.0"])
lens = torch.stack([lm.head(cache[f"blocks.{i}"])[0].softmax(-1)[:, target] for i in range(3)])
print(lens.detach().round(decimals=3), lm.training)
pre = lm.blocks[2].register_forward_pre_hook(lambda m, args: (args[0] * 0,))
print(torch.allclose(lm(clean), lm(corrupt)), pre.remove(), torch.allclose(lm(clean), base, atol=1e-4))
