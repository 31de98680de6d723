import torch
from torch import nn
import torch.nn.utils.parametrize as P
from torch.nn.utils import prune, parameters_to_vector, vector_to_parameters
from torch.nn.utils.parametrizations import orthogonal, weight_norm, spectral_norm

class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)

torch.manual_seed(0)
lin = nn.Linear(3, 3)
P.register_parametrization(lin, "weight", Symmetric())
print(torch.equal(lin.weight, lin.weight.T), [n for n, _ in lin.named_parameters()], P.is_parametrized(lin))
P.remove_parametrizations(lin, "weight")
print([n for n, _ in lin.named_parameters()], lin)
o = orthogonal(nn.Linear(3, 3))
print(torch.allclose(o.weight @ o.weight.T, torch.eye(3), atol=1e-5))
w = weight_norm(nn.Linear(2, 3))
print([n for n, _ in w.named_parameters()], w.weight.shape)
m = nn.Linear(4, 3)
prune.l1_unstructured(m, "weight", amount=0.5)
print((m.weight == 0).sum(), [n for n, _ in m.named_buffers()], [n for n, _ in m.named_parameters()])
prune.remove(m, "weight")
print([n for n, _ in m.named_parameters()], (m.weight == 0).float().mean())
v = parameters_to_vector(m.parameters())
vector_to_parameters(v * 2, m.parameters())
print(v.shape, torch.allclose(parameters_to_vector(m.parameters()), v * 2))
