import torch
from torch import nn

torch.manual_seed(0)
lin = nn.Linear(3, 2)
print(lin, lin.weight, lin.bias, lin.weight.shape, lin.in_features, lin.out_features, type(lin.weight).__name__, isinstance(lin.weight, torch.Tensor), lin.weight.requires_grad, lin.weight.is_leaf)
x = torch.randn(4, 3)
print(lin(x), torch.allclose(lin(x), x @ lin.weight.T + lin.bias), lin(x[0]).shape, lin(torch.randn(2, 5, 3)).shape)
net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 1))
print(net, len(net), net[0], net[-1], net[1:3], [type(m).__name__ for m in net], net(x))
net.eval()
print(net(x), net.training, net[2].training)
print(sum(p.numel() for p in net.parameters()), [(n, tuple(p.shape)) for n, p in net.named_parameters()], list(net.state_dict()), nn.Linear(2, 2, bias=False).bias, nn.Linear(2, 2, bias=False))
loss = net(x).pow(2).mean()
loss.backward()
print(net[0].weight.grad.shape, net[0].weight.grad.abs().sum() > 0, net.zero_grad(), net[0].weight.grad)
print(nn.Linear(2, 2, dtype=torch.float64).weight.dtype, nn.Bilinear(2, 3, 1), nn.Bilinear(2, 3, 1)(torch.ones(1, 2), torch.ones(1, 3)).shape, nn.Identity(), nn.Flatten(), nn.Flatten()(torch.zeros(2, 3, 4)).shape, nn.Unflatten(1, (2, 2)), nn.Unflatten(1, (2, 2))(torch.zeros(3, 4)).shape)
net.append(nn.Sigmoid())
net.insert(0, nn.Identity())
del net[3]
print(net, net.pop(0), len(net))
net[0] = nn.Linear(3, 1)
print(net[0], nn.Sequential(nn.Tanh()) + nn.Sequential(nn.ReLU()), nn.Sequential(), nn.ReLU(inplace=True))
from collections import OrderedDict
named = nn.Sequential(OrderedDict(a=nn.Linear(1, 2), b=nn.Tanh()))
print(named, named.a, named[1])
print(nn.Sequential(OrderedDict([("fc", nn.Linear(1, 1)), ("act", nn.GELU())])))
