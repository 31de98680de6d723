import torch
from torch import nn

class Net(nn.Module):
    factor = 2

    def __init__(self, d=3):
        super().__init__()
        self.fc = nn.Linear(d, d)
        self.scale = nn.Parameter(torch.ones(d))
        self.register_buffer("mean", torch.zeros(d))
        self.register_buffer("tmp", torch.ones(1), persistent=False)
        self.plain = torch.tensor([1.0])
        self.items = [nn.Linear(1, 1)]
        self.name = "net"
        self.none = None
        self.register_parameter("maybe", None)

    def forward(self, x):
        return self.fc(x) * self.scale * self.factor + self.mean

    def extra_repr(self):
        return f"d={self.scale.numel()}"

net = Net()
print(net)
print(list(net.state_dict()), [n for n, _ in net.named_parameters()], [n for n, _ in net.named_buffers()], [n for n, _ in net.named_modules()], [n for n, _ in net.named_children()])
print("fc" in net._modules, "scale" in net._parameters, "mean" in net._buffers, hasattr(net, "fc"), hasattr(net, "nope"), getattr(net, "name"), net.maybe, net.training, net.plain)
net.scale = nn.Parameter(torch.full((3,), 2.0))
net.mean = torch.ones(3)
net.fc = nn.Identity()
print(net(torch.arange(3.0)), net.state_dict().keys())
net.extra = nn.ReLU()
del net.scale
net.scale = torch.ones(3)
print([n for n, _ in net.named_parameters()], "scale" in net.__dict__, list(net._modules), isinstance(net.extra, nn.Module), dir(net)[-1] != "")
for bad in (lambda: net.missing, lambda: setattr(net, "extra", 5), lambda: net.register_parameter("a.b", None), lambda: net.register_buffer("fc", torch.zeros(1)), lambda: net.register_parameter("w", torch.ones(1)), lambda: net.add_module("x", 3), lambda: Net.forward(nn.Module(), 1), lambda: nn.Module()(1), lambda: net.get_submodule("fc.x"), lambda: net.get_parameter("zzz"), lambda: delattr(net, "zzz"), lambda: nn.Module(3), lambda: nn.Linear(2)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:150])

class Forgot(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(1, 1)

class Param(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))

for cls in (Forgot, Param):
    try:
        cls()
    except AttributeError as err:
        print("AttributeError", err)
lin = nn.Linear(1, 1)
try:
    lin.weight = torch.ones(1, 1)
except TypeError as err:
    print("TypeError", err)
lin.bias = None
print(lin, list(lin.parameters())[0].shape, vars(lin)["in_features"], lin.__class__.__name__, type(lin).__mro__[1].__name__)
print(net.train(False).training, net.eval() is net, net.requires_grad_(False) is net, net.float() is net, net.double().fc is not None, net.half() is net, net.to(torch.float32) is net, net.to("cpu") is net, net.cpu() is net, net.apply(lambda m: None) is net, net.share_memory() is net)
