import torch
from torch import nn

class Net(nn.Module):
    hidden: int = 3

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, self.hidden)
        self.fc2 = nn.Linear(3, 1, bias=False)
        self.register_parameter("nothing", None)
        self.register_buffer("steps", torch.tensor(0), persistent=False)
        self.register_buffer("mean", torch.zeros(2))
        self.notes = ["a"]

    def forward(self, x, *, scale=1.0):
        self.steps += 1
        return self.fc2(torch.relu(self.fc1(x - self.mean))) * scale

net = Net()
print([n for n, _ in net.named_parameters()], [n for n, _ in net.named_buffers()], [n for n, _ in net.named_modules()], [n for n, _ in net.named_children()], list(net.state_dict()))
print(net(torch.ones(1, 2), scale=2.0).shape, net.steps, net.training, net.eval().training, net.fc1.training, net.train() is net, net.nothing)
print(sum(p.numel() for p in net.parameters()), sum(p.numel() for p in net.parameters() if p.requires_grad), len(list(net.modules())), net.get_submodule("fc1"), net.get_parameter("fc1.weight").shape, net.get_buffer("mean"))
net.requires_grad_(False)
print(any(p.requires_grad for p in net.parameters()), net.double().fc1.weight.dtype, net.float().mean.dtype, net.half().fc2.weight.dtype, net.to(torch.float32).fc1.bias.dtype, next(net.parameters()).device)
net.apply(lambda m: m.weight.fill_(0.5) if isinstance(m, nn.Linear) else None)
print(net.fc2.weight, net._parameters, list(net._modules), list(net._buffers), hasattr(net, "fc3"), "fc1" in dict(net.named_children()))
try:
    net.fc3
except AttributeError as err:
    print(err)
try:
    net.fc1 = 3
except TypeError as err:
    print(err)
try:
    net(torch.ones(1, 5))
except RuntimeError as err:
    print(err)
net.fc2 = nn.Identity()
del net.fc1
print(net, isinstance(net, nn.Module), net.__class__.__name__, net._get_name())
net.add_module("extra", nn.Linear(1, 1))
net.fc1 = nn.Linear(2, 2)
print([n for n, _ in net.named_parameters()], list(net.children())[-1], net.zero_grad(), net.extra_repr() == "")
try:
    class Bad(nn.Module):
        def __init__(self):
            self.fc = nn.Linear(1, 1)
    Bad()
except AttributeError as err:
    print(err)
