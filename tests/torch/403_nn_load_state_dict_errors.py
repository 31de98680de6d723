import torch
from torch import nn
from collections import OrderedDict


class Enc(nn.Module):
    def __init__(self, d=3):
        super().__init__()
        self.inp = nn.Linear(d, 4)
        self.norm = nn.BatchNorm1d(4)
        self.out = nn.ModuleList([nn.Linear(4, 2) for _ in range(2)])


def attempt(label, model, sd, **kw):
    try:
        print(label, model.load_state_dict(sd, **kw))
    except Exception as e:
        print(label, type(e).__name__)
        print(e)


torch.manual_seed(0)
m = Enc()
sd = m.state_dict()
print(type(sd).__name__, len(sd), list(sd)[:4])
attempt("same", Enc(), sd)
attempt("empty", Enc(), {})
missing = OrderedDict((k, v) for k, v in sd.items() if "norm" not in k)
attempt("missing", Enc(), missing)
attempt("missing loose", Enc(), missing, strict=False)
extra = dict(sd, **{"head.weight": torch.ones(1), "inp.scale": torch.ones(1)})
attempt("extra", Enc(), extra)
attempt("extra loose", Enc(), extra, strict=False)
both = dict(extra)
del both["inp.bias"]
attempt("both", Enc(), both)
attempt("shape", Enc(5), sd)
attempt("shape loose", Enc(5), sd, strict=False)
attempt("not a tensor", nn.Linear(2, 2), {"weight": [1, 2], "bias": torch.zeros(2)})
attempt("not a dict", nn.Linear(2, 2), [1, 2])
result = Enc().load_state_dict(missing, strict=False)
print(result.missing_keys, result.unexpected_keys, type(result).__name__)
prefix = {"module." + k: v for k, v in sd.items()}
stripped = {k.removeprefix("module."): v for k, v in prefix.items()}
fresh = Enc()
print(fresh.load_state_dict(stripped), torch.equal(fresh.inp.weight, m.inp.weight))

lin = nn.Linear(2, 1)
old = lin.weight
lin.load_state_dict({"weight": torch.tensor([[5, 6]]), "bias": torch.tensor([0.5], dtype=torch.float64)})
print(lin.weight is old, lin.weight, lin.bias)
lin.load_state_dict({"weight": torch.ones(1, 2, dtype=torch.float64), "bias": torch.zeros(1)}, assign=True)
print(lin.weight is old, lin.weight.dtype, lin.weight.requires_grad, type(lin.weight).__name__)
print(m.state_dict(prefix="enc.").keys() == {"enc." + k for k in sd})
dest = OrderedDict()
m.inp.state_dict(destination=dest, prefix="a.")
print(list(dest), sd["inp.weight"].requires_grad, m.state_dict(keep_vars=True)["inp.weight"].requires_grad)
print(sd._metadata["norm"], m.norm.state_dict()["num_batches_tracked"])


class Versioned(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(2))

    def get_extra_state(self):
        return {"epoch": 3}

    def set_extra_state(self, state):
        print("extra", state)


v = Versioned()
print(v.state_dict())
Versioned().load_state_dict(v.state_dict())
attempt("no extra", Versioned(), {"w": torch.zeros(2)})
