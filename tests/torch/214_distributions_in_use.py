import torch
from torch.distributions import Bernoulli, Beta, Categorical, Dirichlet, Exponential, Gamma, Independent, Laplace, MultivariateNormal, Normal, Poisson, Uniform, kl_divergence

torch.manual_seed(0)
n = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 0.5]))
print(n, n.sample(), n.sample((2,)), n.rsample().requires_grad, n.log_prob(torch.tensor([0.5, 0.5])), n.cdf(torch.tensor(0.0)), n.icdf(torch.tensor(0.975)), n.entropy(), n.mean, n.stddev, n.variance, n.batch_shape, n.event_shape, n.mode)
c = Categorical(probs=torch.tensor([[0.1, 0.9], [0.5, 0.5]]))
print(c, c.sample(), c.sample((3,)), c.log_prob(torch.tensor([1, 0])), c.entropy(), c.probs, c.logits, c.mode, c.enumerate_support())
print(Bernoulli(0.3).sample((5,)), Bernoulli(logits=torch.tensor(0.0)).entropy(), Uniform(0.0, 2.0).sample((3,)), Uniform(0.0, 2.0).log_prob(torch.tensor(1.0)), Exponential(2.0).mean, Gamma(2.0, 1.0).sample((2,)), Beta(2.0, 5.0).mean, Dirichlet(torch.ones(3)).sample(), Laplace(0.0, 1.0).log_prob(torch.tensor(1.0)), Poisson(3.0).log_prob(torch.tensor(2.0)))
mvn = MultivariateNormal(torch.zeros(2), torch.tensor([[1.0, 0.5], [0.5, 1.0]]))
print(mvn, mvn.log_prob(torch.ones(2)), mvn.sample().shape, mvn.entropy(), mvn.covariance_matrix, mvn.precision_matrix, Independent(n, 1).log_prob(torch.zeros(2)), Independent(n, 1))
print(kl_divergence(n, Normal(torch.zeros(2), torch.ones(2))), kl_divergence(c, Categorical(torch.ones(2, 2))), kl_divergence(Bernoulli(0.2), Bernoulli(0.5)), kl_divergence(mvn, MultivariateNormal(torch.zeros(2), torch.eye(2))))
mu = torch.tensor(0.5, requires_grad=True)
loss = -Normal(mu, 1.0).log_prob(torch.tensor([1.0, 2.0, 3.0])).sum()
loss.backward()
print(loss, mu.grad)
x = Normal(mu, 1.0).rsample((4,))
x.sum().backward()
print(mu.grad)
