import torch
from torch.distributions import Bernoulli, Beta, Categorical, Dirichlet, Exponential, Gamma, Independent, Laplace, MultivariateNormal, Normal, Poisson, Uniform, kl_divergence

torch.manual_seed(0)
r = lambda t: [round(v, 4) for v in t.flatten().tolist()]
c = Categorical(logits=torch.tensor([1.0, 2.0, 0.0]))
print(c, r(c.probs), r(c.logits), c.sample(), c.sample((5,)), r(c.log_prob(torch.tensor([0, 2]))), r(c.entropy()), c.batch_shape, c.event_shape)
print(Categorical(torch.tensor([[1.0, 1.0], [3.0, 1.0]])), Categorical(torch.tensor([[1.0, 1.0], [3.0, 1.0]])).sample((2,)).shape, Categorical(probs=torch.ones(4)).entropy(), c.mode, c.perplexity())
n = Normal(0.0, torch.tensor([1.0, 2.0]))
print(n, r(n.sample()), r(n.rsample((2,))), r(n.log_prob(torch.tensor(0.5))), r(n.cdf(torch.tensor(0.0))), r(n.icdf(torch.tensor(0.9))), r(n.entropy()), n.mean, n.stddev, n.variance)
for d in (Bernoulli(0.3), Bernoulli(logits=torch.tensor([0.5])), Uniform(0.0, 2.0), Exponential(2.0), Gamma(2.0, 3.0), Beta(2.0, 5.0), Poisson(3.0), Laplace(0.0, 1.0), Dirichlet(torch.tensor([1.0, 2.0, 3.0]))):
    s = d.sample((3,))
    print(d, tuple(s.shape), r(d.mean), r(d.variance), r(d.log_prob(s))[:3], r(d.entropy()) if not isinstance(d, Poisson) else "")
mv = MultivariateNormal(torch.zeros(2), torch.tensor([[2.0, 0.5], [0.5, 1.0]]))
print(mv, r(mv.log_prob(torch.ones(2))), r(mv.entropy()), mv.sample().shape, r(mv.covariance_matrix), r(mv.variance))
print(r(kl_divergence(Normal(0.0, 1.0), Normal(1.0, 2.0))), r(kl_divergence(c, Categorical(torch.ones(3)))), r(kl_divergence(Bernoulli(0.2), Bernoulli(0.6))), r(kl_divergence(mv, MultivariateNormal(torch.zeros(2), torch.eye(2)))))
ind = Independent(Normal(torch.zeros(3), torch.ones(3)), 1)
print(ind.log_prob(torch.zeros(3)), ind.batch_shape, ind.event_shape, ind)
mu = torch.tensor([0.5], requires_grad=True)
Normal(mu, 1.0).rsample().sum().backward()
print(mu.grad)
logits = torch.zeros(3, requires_grad=True)
dist = Categorical(logits=logits)
loss = -dist.log_prob(torch.tensor(1)) * 2.0
loss.backward()
print(logits.grad, torch.distributions.Normal is Normal)
for bad in (lambda: Normal(0.0, -1.0), lambda: Categorical(torch.tensor(1.0)), lambda: Categorical(), lambda: Uniform(1.0, 0.0)):
    try:
        print(bad())
    except ValueError as err:
        print("ValueError", str(err).split("\n")[0][:100])
