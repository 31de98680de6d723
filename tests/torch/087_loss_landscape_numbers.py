import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.linspace(-2, 2, 5)
print(F.huber_loss(x, torch.zeros(5), reduction='none'), F.smooth_l1_loss(x, torch.zeros(5), reduction='none'))
print(F.relu(x), F.leaky_relu(x), F.elu(x), F.gelu(x), F.silu(x), torch.tanh(x), torch.sigmoid(x), F.softplus(x), F.softsign(x))
print(F.binary_cross_entropy_with_logits(x, torch.ones(5), reduction='none'), F.logsigmoid(x), F.binary_cross_entropy(x.sigmoid(), torch.zeros(5)))
print(F.cross_entropy(torch.eye(3) * 5, torch.arange(3)), F.cross_entropy(torch.zeros(2, 4), torch.tensor([1, 3])), F.nll_loss(torch.full((1, 4), 0.25).log(), torch.tensor([2])), -torch.tensor(0.25).log())
print(torch.logsumexp(x, 0), x.exp().sum().log(), torch.log1p(x.exp()), torch.expm1(x), torch.erf(x), torch.special.ndtri(torch.tensor([0.025, 0.975])))
print(torch.autograd.functional.jacobian(torch.tanh, x).diag(), torch.func.vmap(torch.func.grad(F.gelu))(x), torch.func.vmap(torch.func.grad(torch.func.grad(torch.tanh)))(x))
print(torch.trapezoid(x ** 2, x), torch.cumulative_trapezoid(x), torch.gradient(x ** 2, spacing=1.0)[0], torch.polyfit(x, x) if hasattr(torch, 'polyfit') else '', torch.vander(x[:3]))
print(F.kl_div(torch.tensor([0.5, 0.5]).log(), torch.tensor([0.9, 0.1]), reduction='sum'), F.mse_loss(x, -x), F.l1_loss(x, -x), F.cosine_similarity(x, -x, dim=0), F.triplet_margin_loss(x[None], x[None] + 1, x[None] - 2), F.margin_ranking_loss(x, -x, torch.ones(5)))
