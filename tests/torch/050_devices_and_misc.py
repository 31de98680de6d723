import torch

d = torch.device("cpu")
print(d, repr(d), d.type, d.index, torch.device("cuda", 0), torch.device("cuda:1").index, torch.device("cpu") == d, torch.device("cuda") == torch.device("cuda:0"), {d: 1}[torch.device("cpu")], str(torch.device("cuda:0")), torch.device(d), torch.device(type="cuda", index=2), torch.device("meta"), torch.device("cpu", 0))
device = "cuda" if torch.cuda.is_available() else "cpu"
x = torch.ones(2, device=device)
print(x.device.type in ("cpu", "cuda"), x.cpu().device, torch.zeros(1).to(device).device.type == device, torch.cuda.device_count() >= 0, torch.backends.mps.is_available(), torch.backends.cudnn.is_available() in (True, False))
torch.backends.cudnn.deterministic = True
torch.backends.cudnn.benchmark = False
torch.backends.cuda.matmul.allow_tf32 = True
torch.use_deterministic_algorithms(True)
torch.use_deterministic_algorithms(False)
torch.set_float32_matmul_precision("high")
torch.cuda.manual_seed_all(0)
torch.set_num_threads(1)
torch.cuda.empty_cache()
print(torch.get_num_threads(), torch.get_float32_matmul_precision(), torch.are_deterministic_algorithms_enabled(), torch.initial_seed() > 0, isinstance(torch.__version__, str), torch.version.cuda is None or True)
torch.set_float32_matmul_precision("highest")
m = torch.zeros(2, 3, device="meta")
print(m.shape, m.device, m.is_meta, (m @ torch.zeros(3, 4, device="meta")).shape, m)
print(torch.empty(3, dtype=torch.float16).dtype, torch.pi, torch.e, torch.inf, torch.nan, torch.newaxis, -torch.inf)
for bad in (lambda: torch.device("tpu0"), lambda: torch.device("cpu", "a"), lambda: torch.zeros(1, device="foo")):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split(":")[0][:60])
f = torch.compile(lambda v: v + 1)
print(f(torch.zeros(1)), torch.jit.script(lambda v: v) if False else "")

@torch.compile
def g(v):
    return v * 2

print(g(torch.ones(1)))
from torch.utils.checkpoint import checkpoint
w = torch.ones(2, requires_grad=True)
checkpoint(lambda v: (v * 3).sum(), w, use_reentrant=False).backward()
print(w.grad, torch.utils.data.Dataset.__name__, torch.nn.functional.__name__, torch.nn.__name__, torch.optim.__name__)
import torch.nn as nn, torch.nn.functional as F, torch.optim as optim
from torch import Tensor, tensor, nn as nn2
from torch.nn import Linear, Module, Parameter, functional
from torch.nn.functional import relu, softmax
from torch.optim import Adam
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader
print(nn is nn2, Linear is nn.Linear, relu(tensor([-1.0, 1.0])), isinstance(tensor(1), Tensor), functional is F, callable(softmax), Adam is optim.Adam)

def typed(x: torch.Tensor, n: int = 2) -> torch.Tensor:
    return x * n

print(typed(torch.ones(1)), typed.__annotations__["x"] is torch.Tensor)
