from collections import defaultdict
from functools import partial

import torch
import torch.nn as nn

torch.manual_seed(0)
model = nn.Sequential()
for i in range(3):
    model.add_module(f"block{i}", nn.Sequential(nn.Linear(5, 5), nn.Tanh()))
model.add_module("head", nn.Linear(5, 2))
store = defaultdict(list)


def save(name, module, args, output):
    store[name].append(output.detach().clone())


def scale(factor, module, args, output):
    return output * factor


handles = [m.register_forward_hook(partial(save, n)) for n, m in model.named_modules() if isinstance(m, nn.Tanh)]
x = torch.randn(2, 5)
plain = model(x)
edit = model.block1.register_forward_hook(partial(scale, 0.0))
edited = model(x)
edit.remove()
again = model(x)
print(plain, torch.equal(plain, again), torch.equal(plain, edited))
print({k: [tuple(t.shape) for t in v] for k, v in store.items()})
for h in handles:
    h.remove()
model(x)
print(len(store["block0.1"]), f"{torch.stack([s[0] for s in store.values()]).std():.4f}")
pre = model.head.register_forward_pre_hook(lambda m, args: (args[0].round(decimals=1),))
print(model(x).shape)
pre.remove()
grads = {}
h = model.block0.register_full_backward_hook(lambda m, gi, go: grads.update(block0=(gi[0] is None, go[0].norm().item())))
model(x.requires_grad_()).sum().backward()
print({k: (v[0], round(v[1], 4)) for k, v in grads.items()})
h.remove()


class Cache(dict):
    def __enter__(self):
        self.handles = [m.register_forward_hook(lambda mod, a, o, n=n: self.__setitem__(n, o)) for n, m in model.named_modules() if n]
        return self

    def __exit__(self, *exc):
        for h in self.handles:
            h.remove()


with Cache() as cache:
    model(x)
print(list(cache), cache["head"].shape, len(model.head._forward_hooks))
