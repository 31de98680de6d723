import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)

    def forward(self, x):
        return torch.relu(self.fc(x))


torch.manual_seed(0)
net, x = Net(), torch.ones(1, 3)


def plain(a, b=2):
    return a * b + 1


print(torch.jit.is_scripting(), torch.jit.is_tracing(), torch.compiler.is_compiling())


@torch.no_grad()
def evaluate(model, data):
    model.eval()
    return model(data)


print(torch.equal(evaluate(net, x), net(x)), net.training)


@torch.jit.ignore
def ignored(v):
    return v + 1


@torch.jit.unused
def unused(v):
    return v


print(ignored(torch.ones(1)), unused(3))
torch.set_float32_matmul_precision("high")
print(torch.get_float32_matmul_precision(), torch.are_deterministic_algorithms_enabled(), torch.is_grad_enabled(), torch.get_num_threads() >= 1)
torch.use_deterministic_algorithms(True)
print(torch.are_deterministic_algorithms_enabled())
torch.use_deterministic_algorithms(False)
torch.set_float32_matmul_precision("highest")
print(torch.backends.cudnn.is_available(), torch.cuda.is_available(), torch.cuda.device_count(), torch.backends.mps.is_available())
for f in (lambda: torch.set_float32_matmul_precision("low"), lambda: torch.zeros(1, device="cuda"), lambda: net.cuda(), lambda: torch.device("gpu"), lambda: torch.tensor([1.0]).to("cuda:1"), lambda: torch.set_default_dtype(torch.int32), lambda: torch.set_default_dtype("float64"), lambda: torch.manual_seed("x"), lambda: torch.Generator(device="abc")):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:110])
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(device, device.type, device.index, torch.device("cuda:0").index, torch.device("cpu") == device, repr(torch.device("cuda", 1)))
torch.set_default_dtype(torch.float64)
print(torch.tensor(1.0).dtype, nn.Linear(1, 1).weight.dtype, torch.get_default_dtype())
torch.set_default_dtype(torch.float32)
with torch.random.fork_rng():
    torch.manual_seed(5)
    a = torch.rand(1)
torch.manual_seed(5)
print(torch.equal(a, torch.rand(1)), torch.initial_seed())
state = torch.get_rng_state()
r1 = torch.rand(2)
torch.set_rng_state(state)
print(torch.equal(r1, torch.rand(2)), torch.seed() != 5)
print(torch.__version__.split("+")[0] >= "2", isinstance(torch.__version__, str), torch.version.cuda is None or True)
print(net.to(device) is net, next(net.parameters()).is_cuda, net.fc.weight.device.type, x.to(device, non_blocking=True).device)
m = torch.nn.Module.__call__
print(callable(m), plain(torch.tensor(2.0)), torch.typename(x), torch.is_tensor(net), torch.is_floating_point(x), torch.is_storage(x))
