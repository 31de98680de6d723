import torch
from torch import distributions as D
from torch.distributions import constraints, kl_divergence, transform_to, biject_to

torch.manual_seed(0)
n = D.Normal(torch.zeros(2), torch.ones(2))
for f in (lambda: D.Normal(0.0, -1.0), lambda: D.Categorical(probs=torch.tensor([-1.0, 2.0])), lambda: D.Bernoulli(1.5), lambda: D.Uniform(2.0, 1.0), lambda: D.Beta(torch.tensor([1.0, -1.0]), 1.0), lambda: D.Poisson(torch.tensor(-1.0)), lambda: D.Gamma(0.0, 1.0),
          lambda: D.Exponential(torch.tensor(0.0)), lambda: D.Bernoulli(0.5).log_prob(torch.tensor(0.3)), lambda: D.Exponential(1.0).log_prob(torch.tensor(-1.0)), lambda: D.Categorical(torch.ones(3)).log_prob(torch.tensor(3)), lambda: n.log_prob(torch.ones(3)), lambda: n.log_prob(1.0),
          lambda: D.Dirichlet(torch.tensor([1.0, 1.0])).log_prob(torch.tensor([0.5, 0.6])), lambda: D.MultivariateNormal(torch.zeros(2), torch.tensor([[1.0, 2.0], [2.0, 1.0]])), lambda: D.Categorical(), lambda: D.Categorical(torch.ones(2), logits=torch.ones(2)), lambda: D.Bernoulli(probs=torch.tensor(float("nan"))),
          lambda: D.Independent(n, 2), lambda: kl_divergence(n, D.Gamma(1.0, 1.0)), lambda: D.Distribution().sample(), lambda: D.Categorical(torch.tensor(0.5)), lambda: D.Binomial(3, torch.tensor(0.5)).log_prob(torch.tensor(4.0)), lambda: D.Uniform(0.0, 1.0).log_prob(torch.tensor(2.0)), lambda: D.Multinomial(2.5, torch.ones(2)), lambda: D.Poisson(1.0).rsample(), lambda: D.StudentT(-1.0), lambda: D.LogNormal(0.0, 0.0)):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("\n", " / ")[:260])
print(D.Uniform(0.0, 1.0, validate_args=False).log_prob(torch.tensor(2.0)), D.Normal(0.0, -1.0, validate_args=False))
e = n.expand((3, 2))
print(e, e.batch_shape, e.mean.shape, D.Categorical(torch.ones(4)).expand((2,)).logits.shape, D.Bernoulli(logits=torch.zeros(2)).expand([5, 2]).sample().shape)
ind = D.Independent(D.Normal(torch.zeros(3, 4), torch.ones(3, 4)), 1)
print(ind, ind.log_prob(torch.zeros(3, 4)), ind.expand((2, 3)).batch_shape, ind.entropy().shape, ind.support)
print(n.perplexity(), D.Categorical(torch.tensor([0.5, 0.5])).perplexity(), D.Categorical(torch.tensor([0.2, 0.8])).enumerate_support(), D.Bernoulli(torch.tensor([0.1, 0.9])).enumerate_support(expand=False))
for d in (n, D.Categorical(torch.ones(3)), D.Dirichlet(torch.ones(2)), D.Poisson(1.0), D.Uniform(0.0, 2.0), D.Binomial(4, 0.5), D.MultivariateNormal(torch.zeros(2), torch.eye(2)), D.OneHotCategorical(torch.ones(2))):
    print(type(d).__name__, d.support, d.arg_constraints, d.has_rsample, d.has_enumerate_support)
pairs = [(D.Normal(0.0, 1.0), D.Laplace(0.0, 1.0)), (D.Bernoulli(0.3), D.Bernoulli(0.6)), (D.Beta(2.0, 3.0), D.Beta(1.0, 1.0)), (D.Gamma(2.0, 1.0), D.Exponential(0.5)), (D.Uniform(0.0, 1.0), D.Normal(0.0, 1.0)), (D.Exponential(1.0), D.Gamma(2.0, 1.0)), (D.Poisson(2.0), D.Poisson(3.0)), (D.Geometric(0.3), D.Geometric(0.5)),
         (D.Gumbel(0.0, 1.0), D.Gumbel(1.0, 2.0)), (D.HalfNormal(1.0), D.HalfNormal(2.0)), (D.LogNormal(0.0, 1.0), D.LogNormal(1.0, 2.0)), (D.Pareto(1.0, 2.0), D.Pareto(0.5, 3.0)), (D.Cauchy(0.0, 1.0), D.Cauchy(1.0, 2.0)), (D.Binomial(4, torch.tensor(0.3)), D.Binomial(4, torch.tensor(0.5))), (D.Normal(0.0, 1.0), D.Gumbel(0.0, 1.0)), (D.Laplace(0.0, 1.0), D.Normal(0.0, 1.0)), (D.ContinuousBernoulli(0.3), D.ContinuousBernoulli(0.4)), (D.Beta(2.0, 2.0), D.Normal(0.0, 1.0)), (D.Uniform(0.0, 1.0), D.Uniform(0.5, 2.0)), (D.Exponential(1.0), D.Normal(0.0, 1.0))]
for p, q in pairs:
    print(type(p).__name__, type(q).__name__, round(kl_divergence(p, q).item(), 5))
print(kl_divergence(ind, ind), kl_divergence(D.MultivariateNormal(torch.zeros(2), torch.eye(2)), D.MultivariateNormal(torch.ones(2), 2 * torch.eye(2))))
for c in (constraints.positive, constraints.unit_interval, constraints.simplex, constraints.lower_cholesky, constraints.greater_than(2.0), constraints.interval(-1.0, 3.0), constraints.real, constraints.corr_cholesky, constraints.positive_definite):
    t = transform_to(c)
    x = torch.tensor([0.5, -1.0, 2.0]) if c.event_dim < 2 else torch.tensor([[0.5, -1.0], [2.0, 0.3]]) if c is not constraints.corr_cholesky else torch.tensor([0.5, -1.0, 2.0])
    y = t(x)
    print(c, type(t).__name__, y.flatten().round(decimals=4).tolist(), c.check(y).all().item())
print(biject_to(constraints.simplex)(torch.tensor([0.3, -0.2])), constraints.integer_interval(0, 3).check(torch.tensor([0, 4, 1.5])), constraints.positive_integer, constraints.is_dependent(constraints.dependent))
