import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, d, shared):
        super().__init__()
        self.norm = nn.LayerNorm(d)
        self.mlp = nn.Sequential(nn.Linear(d, 2 * d), nn.GELU(), nn.Linear(2 * d, d))
        self.shared = shared


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        shared = nn.Linear(4, 4, bias=False)
        self.blocks = nn.ModuleList([Block(4, shared) for _ in range(2)])
        self.head = nn.Linear(4, 3)
        self.tied = self.head

    def extra(self):
        return 1


net = Net()
for name, mod in net.named_modules(prefix="net"):
    print(name or "<root>", type(mod).__name__)
print(len(list(net.named_modules())), len(list(net.named_modules(remove_duplicate=False))))
print([n for n, _ in net.named_modules(remove_duplicate=False) if "shared" in n or "tied" in n])
print([n for n, _ in net.named_parameters(prefix="p") if "mlp" not in n])
print(len(list(net.named_parameters())), len(list(net.named_parameters(remove_duplicate=False))))
print([n for n, _ in net.named_parameters(recurse=False)], [n for n, _ in net.head.named_parameters(recurse=False)])
print([n for n, _ in net.named_children()], [type(c).__name__ for c in net.children()])
print(net.get_submodule("blocks.1.mlp.0"), net.get_submodule("") is net)
print(net.get_parameter("blocks.0.norm.weight").shape)
bn = nn.Sequential(nn.BatchNorm1d(2))
print(bn.get_buffer("0.running_mean"))
for f in (lambda: net.get_submodule("blocks.9"), lambda: net.get_submodule("blocks.0.mlp.0.weight"), lambda: net.get_parameter("head"),
          lambda: net.get_parameter("head.nope"), lambda: bn.get_buffer("0.weight"), lambda: bn.get_buffer("0.nothing"),
          lambda: net.get_submodule("blocks.0.extra"), lambda: net.missing):
    try:
        print("fine", f())
    except AttributeError as e:
        print(type(e).__name__, e)
net.set_submodule("blocks.0.mlp.1", nn.SiLU())
print(net.blocks[0].mlp)
try:
    net.set_submodule("blocks.0.mlp.7.x", nn.SiLU())
except AttributeError as e:
    print(e)

visited = []
net.apply(lambda m: visited.append(type(m).__name__))
print(visited)


def init(m):
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.1)
        if m.bias is not None:
            m.bias.data.fill_(0.0)


print(net.apply(init) is net, net.head(torch.ones(1, 4)))
sizes = {n: p.numel() for n, p in net.named_parameters()}
print(sum(sizes.values()), max(sizes, key=sizes.get))
net.requires_grad_(False)
net.head.requires_grad_()
print([n for n, p in net.named_parameters() if p.requires_grad])
net.train(False)
print({m.training for m in net.modules()})
try:
    net.train("yes")
except ValueError as e:
    print(e)
net.head(torch.ones(2, 4)).sum().backward()
print(net.head.bias.grad, net.zero_grad(set_to_none=False), net.head.bias.grad)
net.zero_grad()
print(net.head.bias.grad)
