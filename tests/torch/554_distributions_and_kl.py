import torch
from torch.distributions import Bernoulli, Beta, Categorical, Dirichlet, Exponential, Gamma, Independent, MultivariateNormal, Normal, Poisson, Uniform, kl_divergence

torch.manual_seed(0)
n = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
print(n, n.sample(), n.rsample((2,)), n.log_prob(torch.tensor(0.5)), n.entropy(), n.cdf(torch.tensor(1.0)), n.icdf(torch.tensor(0.9)), n.mean, n.variance)
c = Categorical(logits=torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]))
print(c.sample((4,)), c.probs, c.entropy(), c.log_prob(torch.tensor([2, 0])), c.batch_shape, c.event_shape, c.enumerate_support().shape)
print(Bernoulli(0.3).sample((5,)), Bernoulli(torch.tensor(0.3)).entropy(), Beta(2.0, 3.0).sample(), Dirichlet(torch.ones(3)).sample(), Gamma(2.0, 1.0).mean, Exponential(2.0).sample((2,)), Poisson(3.0).sample((3,)), Uniform(0, 2).log_prob(torch.tensor(1.0)))
print(kl_divergence(Normal(0.0, 1.0), Normal(1.0, 2.0)), kl_divergence(c, Categorical(logits=torch.zeros(2, 3))), kl_divergence(Bernoulli(0.5), Bernoulli(0.25)))
m = MultivariateNormal(torch.zeros(2), torch.tensor([[2.0, 0.5], [0.5, 1.0]]))
print(m.sample().shape, m.log_prob(torch.ones(2)), m.entropy(), Independent(n, 1).log_prob(torch.zeros(2)), Independent(n, 1).event_shape)
mu = torch.zeros(3, requires_grad=True)
q = Normal(mu, torch.ones(3))
loss = kl_divergence(q, Normal(1.0, 1.0)).sum() - q.rsample().sum()
loss.backward()
print(mu.grad, (q.log_prob(q.sample()) < 0).all())
for bad in (lambda: Normal(0.0, -1.0), lambda: Categorical(probs=torch.tensor([-1.0, 2.0])), lambda: Bernoulli(2.0), lambda: Uniform(0, 1).log_prob(torch.tensor(3.0))):
    try:
        print(bad())
    except ValueError as e:
        print("ValueError", str(e).split("\n")[0][:100])
