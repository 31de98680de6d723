"""Kullback-Leibler divergences."""

import math

import torch
from torch.distributions.continuous import (Beta, Cauchy, Dirichlet, Exponential, Gamma, Gumbel, HalfNormal, Laplace, LogNormal,
                                            Normal, Pareto, Uniform)
from torch.distributions.discrete import Bernoulli, Binomial, Categorical, Geometric, OneHotCategorical, Poisson
from torch.distributions.distribution import Independent
from torch.distributions.matrices import LowRankMultivariateNormal
from torch.distributions.multivariate import MultivariateNormal
from torch.distributions.rarer import ContinuousBernoulli
from torch.distributions.transformed import TransformedDistribution

_EULER = 0.57721566490153286060
_known = {}


def register_kl(type_p, type_q):
    """Decorates the function that computes KL(p ‖ q) for two classes."""

    def decorator(function):
        _known[type_p, type_q] = function
        return function

    return decorator


def kl_divergence(p, q):
    """Σ p (log p - log q)."""
    fitting = [(type(p).__mro__.index(a) + type(q).__mro__.index(b), function) for (a, b), function in _known.items()
               if isinstance(p, a) and isinstance(q, b)]
    if fitting:
        return min(fitting, key=lambda pair: pair[0])[1](p, q)
    raise NotImplementedError(f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}")


@register_kl(Categorical, Categorical)
def _categorical(p, q):
    t = p.probs * (p.logits - q.logits)
    t = t.masked_fill(q.probs == 0, math.inf).masked_fill(p.probs == 0, 0)
    return t.sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hot(p, q):
    return _categorical(p._categorical, q._categorical)


@register_kl(Bernoulli, Bernoulli)
def _bernoulli(p, q):
    softplus = torch.nn.functional.softplus
    one = p.probs * (softplus(-q.logits) - softplus(-p.logits))
    zero = (1 - p.probs) * (softplus(q.logits) - softplus(p.logits))
    one = one.masked_fill(q.probs == 0, math.inf).masked_fill(p.probs == 0, 0)
    zero = zero.masked_fill(q.probs == 1, math.inf).masked_fill(p.probs == 1, 0)
    return one + zero


@register_kl(Normal, Normal)
def _normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).pow(2) - 1 - ratio.log())


@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate(p, q):
    n = p.event_shape[0]
    half = q._half_log_det() - p._half_log_det()
    trace = torch.linalg.solve_triangular(q.scale_tril, p.scale_tril, upper=False).pow(2).sum((-2, -1))
    square = torch.linalg.solve_triangular(q.scale_tril, (q.loc - p.loc).unsqueeze(-1), upper=False).pow(2).sum((-2, -1))
    return half + 0.5 * (trace + square - n)


@register_kl(Exponential, Exponential)
def _exponential(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Gamma, Gamma)
def _gamma(p, q):
    return (q.concentration * (p.rate / q.rate).log() + torch.lgamma(q.concentration) - torch.lgamma(p.concentration)
            + (p.concentration - q.concentration) * torch.digamma(p.concentration)
            + (q.rate - p.rate) * (p.concentration / p.rate))


@register_kl(Dirichlet, Dirichlet)
def _dirichlet(p, q):
    total_p, total_q = p.concentration.sum(-1), q.concentration.sum(-1)
    first = total_p.lgamma() - total_q.lgamma()
    second = (p.concentration.lgamma() - q.concentration.lgamma()).sum(-1)
    third = (p.concentration - q.concentration) * (p.concentration.digamma() - total_p.digamma().unsqueeze(-1))
    return first - second + third.sum(-1)


@register_kl(Beta, Beta)
def _beta(p, q):
    return _dirichlet(p._dirichlet, q._dirichlet)


@register_kl(Poisson, Poisson)
def _poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Laplace, Laplace)
def _laplace(p, q):
    ratio, distance = p.scale / q.scale, (p.loc - q.loc).abs()
    return -ratio.log() + distance / q.scale + ratio * torch.exp(-distance / p.scale) - 1


@register_kl(Uniform, Uniform)
def _uniform(p, q):
    out = ((q.high - q.low) / (p.high - p.low)).log()
    return out.masked_fill((q.low > p.low) | (q.high < p.high), math.inf)


@register_kl(Independent, Independent)
def _independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return p._summed(kl_divergence(p.base_dist, q.base_dist))


@register_kl(LogNormal, LogNormal)
def _log_normal(p, q):
    return _normal(p, q)


@register_kl(HalfNormal, HalfNormal)
def _half_normal(p, q):
    return _normal(p._normal, q._normal)


@register_kl(TransformedDistribution, TransformedDistribution)
def _transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    return kl_divergence(p.base_dist, q.base_dist)


@register_kl(Binomial, Binomial)
def _binomial(p, q):
    out = p.total_count * (p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p())
    return out.masked_fill(p.total_count > q.total_count, math.inf)


@register_kl(Cauchy, Cauchy)
def _cauchy(p, q):
    return ((p.scale + q.scale).pow(2) + (p.loc - q.loc).pow(2)).log() - (4 * p.scale * q.scale).log()


@register_kl(ContinuousBernoulli, ContinuousBernoulli)
def _continuous_bernoulli(p, q):
    return (p.mean * (p.logits - q.logits) + p._log_norm() + torch.log1p(-p.probs)) - (torch.log1p(-q.probs) + q._log_norm())


@register_kl(Geometric, Geometric)
def _geometric(p, q):
    return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits


@register_kl(Gumbel, Gumbel)
def _gumbel(p, q):
    ratio = p.scale / q.scale
    apart = (p.loc - q.loc) / q.scale
    return -ratio.log() + apart + ratio * _EULER + torch.exp((1 + ratio).lgamma() - apart) - (1 + _EULER)


@register_kl(Pareto, Pareto)
def _pareto(p, q):
    ratio = q.alpha / p.alpha
    out = q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1
    return out.masked_fill(p.scale < q.scale, math.inf)


@register_kl(MultivariateNormal, LowRankMultivariateNormal)
@register_kl(LowRankMultivariateNormal, MultivariateNormal)
@register_kl(LowRankMultivariateNormal, LowRankMultivariateNormal)
def _low_rank(p, q):
    full = lambda d: MultivariateNormal(d.loc, covariance_matrix=d.covariance_matrix)
    return _multivariate(full(p), full(q))


# KL(p ‖ q) of two kinds is -H(p) minus what p expects of q's log density: the pairs below say the latter.


def _moments(p):
    """E x and E x²."""
    return p.mean, p.variance + p.mean.pow(2)


def _expects_normal(p, q):
    first, second = _moments(p)
    return -0.5 * math.log(2 * math.pi) - q.scale.log() - (second - 2 * q.loc * first + q.loc.pow(2)) / (2 * q.scale.pow(2))


def _expects_exponential(p, q):
    return q.rate.log() - q.rate * p.mean


def _expects_log(p):
    """E log x."""
    if isinstance(p, Beta):
        return p.concentration1.digamma() - (p.concentration1 + p.concentration0).digamma()
    if isinstance(p, Exponential):
        return -_EULER - p.rate.log()
    if isinstance(p, Pareto):
        return p.scale.log() + p.alpha.reciprocal()
    if isinstance(p, Uniform):
        return (torch.special.xlogy(p.high, p.high) - torch.special.xlogy(p.low, p.low)) / (p.high - p.low) - 1
    return p.concentration.digamma() - p.rate.log()


def _expects_gamma(p, q):
    return (q.concentration * q.rate.log() - q.concentration.lgamma() + (q.concentration - 1) * _expects_log(p)
            - q.rate * p.mean)


def _expects_exp(p, q):
    """E exp(-(x - loc) / scale) of a Gumbel q."""
    start = torch.exp(q.loc / q.scale)
    if isinstance(p, Exponential):
        return start * p.rate * q.scale / (p.rate * q.scale + 1)
    if isinstance(p, Gamma):
        return start * (1 + (p.rate * q.scale).reciprocal()).pow(-p.concentration)
    if isinstance(p, Uniform):
        return start * q.scale * (torch.exp(-p.low / q.scale) - torch.exp(-p.high / q.scale)) / (p.high - p.low)
    return torch.exp((q.loc - p.loc) / q.scale + 0.5 * (p.scale / q.scale).pow(2))


def _expects_gumbel(p, q):
    return -q.scale.log() - (p.mean - q.loc) / q.scale - _expects_exp(p, q)


def _expects_continuous_bernoulli(p, q):
    return p.mean * q.logits + torch.log1p(-q.probs) + q._log_norm()


def _expects_uniform(p, q):
    low, high = p.support.lower_bound, p.support.upper_bound
    out = -(q.high - q.low).log() + torch.zeros_like(p.mean)
    return out.masked_fill((q.low > low) | (q.high < high), -math.inf)


def _never(p, q):
    return torch.full_like(p.mean, -math.inf)


@register_kl(Normal, Laplace)
def _normal_laplace(p, q):
    apart = p.loc - q.loc
    ratio = apart / p.scale
    mean = math.sqrt(2 / math.pi) * p.scale * torch.exp(-0.5 * ratio.pow(2)) + apart * torch.erf(math.sqrt(0.5) * ratio)
    return -(p.scale / q.scale).log() + mean / q.scale - 0.5 * (1 + math.log(0.5 * math.pi))


@register_kl(Bernoulli, Poisson)
def _bernoulli_poisson(p, q):
    return -p.entropy() - (p.probs * q.rate.log() - q.rate)


@register_kl(Uniform, Beta)
def _uniform_beta(p, q):
    a, b = q.concentration1, q.concentration0
    x, y = p.low, p.high
    inside = lambda v: torch.special.xlogy(v, v)
    logs = ((a - 1) * (inside(y) - inside(x) - (y - x)) + (b - 1) * (inside(1 - x) - inside(1 - y) - (y - x))) / (y - x)
    out = -p.entropy() + a.lgamma() + b.lgamma() - (a + b).lgamma() - logs
    return out.masked_fill((y > 1) | (x < 0), math.inf)


_PAIRS = [
    (_expects_normal, Normal, (Beta, ContinuousBernoulli, Exponential, Gamma, Gumbel, Laplace, Uniform)),
    (_expects_exponential, Exponential, (Beta, ContinuousBernoulli, Gamma, Pareto)),
    (_expects_gamma, Gamma, (Beta, Exponential, Pareto)),
    (_expects_gumbel, Gumbel, (Exponential, Gamma, Normal, Uniform)),
    (_expects_continuous_bernoulli, ContinuousBernoulli, (Beta,)),
    (_expects_uniform, Uniform, (Beta,)),
    (_never, Beta, (Exponential, Gamma, Gumbel, Laplace, Normal, Pareto)),
    (_never, ContinuousBernoulli, (Exponential, Gamma, Gumbel, Laplace, Normal, Pareto)),
    (_never, Exponential, (Gumbel, Laplace, Normal)),
    (_never, Gamma, (Gumbel, Laplace, Normal)),
    (_never, Pareto, (Beta, ContinuousBernoulli, Exponential, Gamma, Gumbel, Laplace, Normal)),
    (_never, Uniform, (Exponential, Gamma, Gumbel, Laplace, Normal, Pareto)),
]


def _register_pair(expects, of, kind):
    register_kl(of, kind)(lambda p, q: -p.entropy() - expects(p, q))


for _expects, _kind, _others in _PAIRS:
    for _other in _others:
        _register_pair(_expects, _other, _kind)
