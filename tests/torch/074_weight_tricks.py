import torch
from torch import nn
from torch.nn.utils import parametrize, parametrizations, prune

torch.manual_seed(0)
lin = nn.Linear(3, 2)
w = lin.weight.detach().clone()
nn.utils.weight_norm(lin)
print([n for n, _ in lin.named_parameters()], torch.allclose(lin.weight, w, atol=1e-6))
lin(torch.ones(1, 3)).sum().backward()
print(lin.weight_g.grad.shape, nn.utils.remove_weight_norm(lin), [n for n, _ in lin.named_parameters()])

class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).mT

sq = nn.Linear(3, 3)
parametrize.register_parametrization(sq, "weight", Symmetric())
print(torch.equal(sq.weight, sq.weight.T), [n for n, _ in sq.named_parameters()], parametrize.is_parametrized(sq), type(sq).__name__)
parametrize.remove_parametrizations(sq, "weight")
print([n for n, _ in sq.named_parameters()], torch.equal(sq.weight, sq.weight.T), type(sq).__name__)
wn = parametrizations.weight_norm(nn.Linear(2, 2))
print([n for n, _ in wn.named_parameters()], wn(torch.ones(1, 2)).shape)
p = nn.Linear(4, 2)
prune.l1_unstructured(p, "weight", amount=0.5)
print(p.weight_mask.sum(), [n for n, _ in p.named_parameters()], [n for n, _ in p.named_buffers()], (p.weight == 0).sum(), prune.is_pruned(p))
prune.remove(p, "weight")
print([n for n, _ in p.named_parameters()], (p.weight == 0).sum())
v = nn.utils.parameters_to_vector(p.parameters())
nn.utils.vector_to_parameters(torch.arange(10.0), p.parameters())
print(v.shape, p.weight, p.bias)
total = nn.utils.clip_grad_norm_([torch.ones(2, requires_grad=True)], 1.0)
q = torch.tensor([3.0, 4.0], requires_grad=True)
(q ** 2).sum().backward()
print(total, nn.utils.clip_grad_norm_(q, 5.0), q.grad, nn.utils.clip_grad_norm_([q], 1.0, norm_type=float("inf")), q.grad, nn.utils.get_total_norm([q.grad]))
nn.utils.clip_grad_value_([q], 0.3)
print(q.grad)
