import torch
from torch import distributions as D

torch.manual_seed(0)
for d in (D.Normal(0.0, 1.0), D.Uniform(-1.0, 2.0), D.Bernoulli(0.3), D.Categorical(torch.tensor([0.2, 0.3, 0.5])), D.Exponential(2.0), D.Gamma(2.0, 3.0), D.Beta(2.0, 3.0), D.Laplace(0.0, 1.0), D.Poisson(3.0), D.Geometric(0.4), D.Binomial(10, torch.tensor(0.5)), D.Dirichlet(torch.tensor([1.0, 2.0])), D.LogNormal(0.0, 1.0), D.StudentT(3.0), D.Cauchy(0.0, 1.0), D.HalfNormal(1.0), D.Gumbel(0.0, 1.0), D.MultivariateNormal(torch.zeros(2), torch.eye(2)), D.OneHotCategorical(torch.tensor([0.5, 0.5])), D.Chi2(3.0)):
    s = d.sample()
    print(d, s, d.log_prob(s), d.mean, d.batch_shape, d.event_shape)
n = D.Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
print(n, n.sample((2,)).shape, n.rsample(), n.entropy(), n.cdf(torch.tensor(0.5)), n.icdf(torch.tensor(0.3)), n.variance, n.stddev, D.kl_divergence(n, D.Normal(0.0, 1.0)))
c = D.Categorical(logits=torch.tensor([[0.0, 1.0], [2.0, 0.0]]))
print(c, c.probs, c.logits, c.entropy(), c.sample(), c.log_prob(torch.tensor([1, 0])), D.kl_divergence(c, D.Categorical(torch.ones(2, 2))), D.Independent(n, 1).log_prob(torch.zeros(2)), D.Bernoulli(logits=torch.tensor(0.5)).probs)
try:
    D.Normal(0.0, -1.0)
except ValueError as err:
    print(err)
try:
    D.Categorical(torch.tensor([0.5, 0.5])).log_prob(torch.tensor(5))
except ValueError as err:
    print(err)
m = D.MixtureSameFamily(D.Categorical(torch.ones(2)), D.Normal(torch.tensor([-1.0, 1.0]), torch.ones(2)))
print(m.log_prob(torch.tensor(0.0)), m.mean, D.TransformedDistribution(D.Normal(0.0, 1.0), [D.ExpTransform()]).log_prob(torch.tensor(2.0)), n.expand((3, 2)).batch_shape)
