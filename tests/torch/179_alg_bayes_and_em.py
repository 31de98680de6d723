import torch

torch.manual_seed(0)
x = torch.cat([torch.randn(30) - 2, torch.randn(20) * 0.5 + 3])
mu, sigma, pi = torch.tensor([-1.0, 1.0]), torch.ones(2), torch.tensor([0.5, 0.5])
for step in range(15):
    logp = -0.5 * ((x[:, None] - mu) / sigma) ** 2 - sigma.log() - 0.9189385 + pi.log()
    ll = logp.logsumexp(1).sum()
    r = (logp - logp.logsumexp(1, keepdim=True)).exp()
    n = r.sum(0)
    mu = (r * x[:, None]).sum(0) / n
    sigma = ((r * (x[:, None] - mu) ** 2).sum(0) / n).sqrt()
    pi = n / len(x)
print(mu, sigma, pi, ll, r.argmax(1).bincount())
prior, like = torch.tensor([0.01, 0.99]), torch.tensor([0.95, 0.05])
post = prior * like
print(post / post.sum(), torch.distributions.Beta(3.0, 2.0).mean, (torch.distributions.Normal(mu, sigma).log_prob(x[:2, None])))
a = torch.ones(2)
for flip in [1, 1, 0, 1]:
    a[1 - flip] += 1
print(a, a[0] / a.sum(), a.log().sum().exp())
