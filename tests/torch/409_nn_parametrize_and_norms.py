import torch
from torch import nn
from torch.nn.utils import parametrize
from torch.nn.utils.parametrizations import orthogonal, spectral_norm, weight_norm


class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)

    def right_inverse(self, A):
        return A.triu()


class Exp(nn.Module):
    def forward(self, X):
        return X.exp()


torch.manual_seed(0)
layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, "weight", Symmetric())
print(layer)
print(torch.allclose(layer.weight, layer.weight.T), [n for n, _ in layer.named_parameters()])
parametrize.register_parametrization(layer, "bias", Exp())
print(layer.bias.min() > 0, parametrize.is_parametrized(layer), parametrize.is_parametrized(layer, "bias"), parametrize.is_parametrized(layer, "other"))
layer.weight = torch.arange(9.0).view(3, 3)
print(layer.weight, layer.parametrizations.weight.original)
try:
    layer.bias = torch.ones(3)
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[0][:90])
with parametrize.cached():
    print(layer.weight is layer.weight)
print(type(layer).__name__, type(layer).__mro__[1].__name__)
layer(torch.ones(1, 3)).sum().backward()
print(layer.parametrizations.weight.original.grad)
parametrize.remove_parametrizations(layer, "weight", leave_parametrized=True)
print(layer, layer.weight)
parametrize.remove_parametrizations(layer, "bias", leave_parametrized=False)
print(layer, type(layer).__name__)
try:
    parametrize.remove_parametrizations(layer, "bias")
except Exception as e:
    print(type(e).__name__, e)

torch.manual_seed(1)
wn = weight_norm(nn.Linear(4, 3))
print(wn)
print({k: tuple(v.shape) for k, v in wn.state_dict().items()})
print(wn.weight.norm(dim=1).round(decimals=4), wn.parametrizations.weight.original0.view(-1).round(decimals=4))
old = nn.utils.weight_norm(nn.Linear(4, 3), dim=None)
print({k: tuple(v.shape) for k, v in old.state_dict().items()}, old.weight_g)
nn.utils.remove_weight_norm(old)
print(list(old.state_dict()))

torch.manual_seed(2)
sn = spectral_norm(nn.Linear(4, 3), n_power_iterations=3)
print(sn, {k: tuple(v.shape) for k, v in sn.state_dict().items()})
sn.train()
for _ in range(20):
    sn(torch.randn(2, 4))
print(torch.linalg.matrix_norm(sn.weight, 2).round(decimals=3))
torch.manual_seed(3)
legacy = nn.utils.spectral_norm(nn.Linear(4, 3))
legacy(torch.ones(1, 4))
print(sorted(legacy.state_dict()), legacy.weight.round(decimals=3))
torch.manual_seed(4)
for mapping in ("matrix_exp", "cayley", "householder"):
    ortho = orthogonal(nn.Linear(3, 3, bias=False), orthogonal_map=mapping)
    print(mapping, torch.allclose(ortho.weight @ ortho.weight.T, torch.eye(3), atol=1e-5), type(ortho.parametrizations.weight[0]).__name__)
tall = orthogonal(nn.Linear(3, 5))
print(torch.allclose(tall.weight.T @ tall.weight, torch.eye(3), atol=1e-5), tall)
