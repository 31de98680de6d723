"""Distributions that are rarer: ratios, angles, tails, counts."""

import math

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions.continuous import Gamma
from torch.distributions.discrete import _ByProbability
from torch.distributions.distribution import Distribution, broadcast


class FisherSnedecor(Distribution):
    """Ratios of sums of squares."""

    support, has_rsample, _shown = constraints.positive, True, ("df1", "df2")
    arg_constraints = {"df1": constraints.positive, "df2": constraints.positive}

    def __init__(self, df1, df2, validate_args=None):
        self.df1, self.df2 = broadcast(df1, df2)
        self._gamma1, self._gamma2 = Gamma(self.df1 * 0.5, self.df1), Gamma(self.df2 * 0.5, self.df2)
        super().__init__(self.df1.shape, (), validate_args)

    @property
    def mean(self):
        """The mean, where there is one."""
        d = self.df2.masked_fill(self.df2 <= 2, math.nan)
        return d / (d - 2)

    @property
    def mode(self):
        """The likeliest value, where there is one."""
        return ((self.df1 - 2) / self.df1 * self.df2 / (self.df2 + 2)).masked_fill(self.df1 <= 2, math.nan)

    @property
    def variance(self):
        """The variance, where there is one."""
        d = self.df2.masked_fill(self.df2 <= 4, math.nan)
        return 2 * d.pow(2) * (self.df1 + d - 2) / (self.df1 * (d - 2).pow(2) * (d - 4))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        above, below = self._gamma1.rsample(sample_shape), self._gamma2.rsample(sample_shape)
        tiny = torch.finfo(below.dtype).tiny
        return (above / below.clamp(min=tiny)).clamp(min=tiny)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        a, b, ratio = self.df1 * 0.5, self.df2 * 0.5, self.df1 / self.df2
        return ((a + b).lgamma() - a.lgamma() - b.lgamma() + a * ratio.log() + (a - 1) * torch.log(value)
                - (a + b) * torch.log1p(ratio * value))


class GeneralizedPareto(Distribution):
    """What exceeds a threshold."""

    has_rsample, _shown = True, ("loc", "scale", "concentration")
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive, "concentration": constraints.real}

    def __init__(self, loc, scale, concentration, validate_args=None):
        self.loc, self.scale, self.concentration = broadcast(loc, scale, concentration)
        super().__init__(self.loc.shape, (), validate_args)

    mode = property(lambda self: self.loc)

    @property
    def support(self):
        """What draws are."""
        end = torch.where(self.concentration < 0, self.loc - self.scale / self.concentration, math.inf)
        return constraints.interval(self.loc, end)

    def _parts(self):
        """(is the shape 0, the shape with 1 in place of 0)."""
        zero = torch.isclose(self.concentration, torch.zeros_like(self.concentration))
        return zero, torch.where(zero, torch.ones_like(self.concentration), self.concentration)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.icdf(torch.rand(self._extended_shape(sample_shape), dtype=self.loc.dtype))

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        z, (zero, k) = (value - self.loc) / self.scale, self._parts()
        y = 1 / k + torch.ones_like(z)
        return -self.scale.log() - torch.where(zero, z, torch.where(y == 0, y, y * torch.log1p(k * z)))

    def log_survival_function(self, value):
        """Log probability of more."""
        self._validate_sample(value)
        z, (zero, k) = (value - self.loc) / self.scale, self._parts()
        return torch.where(zero, -z, -torch.log1p(k * z) / k)

    def log_cdf(self, value):
        """Log probability of less."""
        return torch.log1p(-torch.exp(self.log_survival_function(value)))

    def cdf(self, value):
        """The probability of less."""
        return torch.exp(self.log_cdf(value))

    def icdf(self, value):
        """The quantile."""
        zero, k = self._parts()
        tail = torch.log1p(-value)
        return torch.where(zero, self.loc - self.scale * tail, self.loc + self.scale / k * torch.expm1(-k * tail))

    @property
    def mean(self):
        """The mean, where there is one."""
        fits = self.concentration < 1
        return torch.where(fits, self.loc + self.scale / (1 - torch.where(fits, self.concentration, 0.5)), math.nan)

    @property
    def variance(self):
        """The variance, where there is one."""
        fits = self.concentration < 0.5
        k = torch.where(fits, self.concentration, 0.25)
        return torch.where(fits, self.scale ** 2 / ((1 - k) ** 2 * (1 - 2 * k)), math.nan)

    def entropy(self):
        """The entropy."""
        return (torch.log(self.scale) + self.concentration + 1).expand(self._batch_shape)


class NegativeBinomial(_ByProbability):
    """Successes before total_count failures."""

    support, _shown = constraints.nonnegative_integer, ("total_count", "probs", "logits")
    arg_constraints = {"total_count": constraints.greater_than_eq(0), "probs": constraints.half_open_interval(0.0, 1.0),
                       "logits": constraints.real}

    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        self._take(probs, logits)
        name = "probs" if logits is None else "logits"
        count, value = broadcast(total_count, self.__dict__[name])
        self.total_count, self.__dict__[name] = count.type_as(value), value
        super().__init__(value.shape, (), validate_args)

    mean = property(lambda self: self.total_count * torch.exp(self.logits))
    mode = property(lambda self: ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0.0))
    variance = property(lambda self: self.mean / torch.sigmoid(-self.logits))

    def sample(self, sample_shape=()):
        """Draws."""
        with torch.no_grad():
            rates = Gamma(self.total_count, torch.exp(-self.logits), validate_args=False)
            return torch.poisson(rates.sample(sample_shape))

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        n = self.total_count
        choose = (-torch.lgamma(n + value) + torch.lgamma(1.0 + value) + torch.lgamma(n)).masked_fill(n + value == 0.0, 0.0)
        return n * F.logsigmoid(-self.logits) + value * F.logsigmoid(self.logits) - choose


class ContinuousBernoulli(_ByProbability):
    """Between 0 and 1, with the likelihood of Bernoulli."""

    support, has_rsample = constraints.unit_interval, True

    def __init__(self, probs=None, logits=None, lims=(0.499, 0.501), validate_args=None):
        shape = self._take(probs, logits)
        self._limits = lims
        super().__init__(shape, (), validate_args)
        if "probs" in self.__dict__:
            eps = torch.finfo(self.probs.dtype).eps
            self.probs = self.probs.clamp(min=eps, max=1 - eps)

    def _outside(self):
        """Where p is not so near 1/2 that a series is better."""
        return (self.probs <= self._limits[0]) | (self.probs > self._limits[1])

    def _cut(self):
        return torch.where(self._outside(), self.probs, self._limits[0] * torch.ones_like(self.probs))

    def _log_norm(self):
        p = self._cut()
        below = torch.where(p <= 0.5, p, torch.zeros_like(p))
        above = torch.where(p >= 0.5, p, torch.ones_like(p))
        value = torch.log(torch.abs(torch.log1p(-p) - torch.log(p))) - torch.where(
            p <= 0.5, torch.log1p(-2.0 * below), torch.log(2.0 * above - 1.0))
        x = torch.pow(self.probs - 0.5, 2)
        return torch.where(self._outside(), value, math.log(2.0) + (4.0 / 3.0 + 104.0 / 45.0 * x) * x)

    @property
    def mean(self):
        """The mean."""
        p = self._cut()
        value = p / (2.0 * p - 1.0) + 1.0 / (torch.log1p(-p) - torch.log(p))
        x = self.probs - 0.5
        return torch.where(self._outside(), value, 0.5 + (1.0 / 3.0 + 16.0 / 45.0 * torch.pow(x, 2)) * x)

    @property
    def variance(self):
        """The variance."""
        p = self._cut()
        value = p * (p - 1.0) / torch.pow(1.0 - 2.0 * p, 2) + 1.0 / torch.pow(torch.log1p(-p) - torch.log(p), 2)
        x = torch.pow(self.probs - 0.5, 2)
        return torch.where(self._outside(), value, 1.0 / 12.0 - (1.0 / 15.0 - 128.0 / 945.0 * x) * x)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.icdf(torch.rand(self._extended_shape(sample_shape), dtype=self.probs.dtype))

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        logits, value = broadcast(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction="none") + self._log_norm()

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        p = self._cut()
        inside = (torch.pow(p, value) * torch.pow(1.0 - p, 1.0 - value) + p - 1.0) / (2.0 * p - 1.0)
        inside = torch.where(self._outside(), inside, value)
        return torch.where(value <= 0.0, torch.zeros_like(value), torch.where(value >= 1.0, torch.ones_like(value), inside))

    def icdf(self, value):
        """The quantile."""
        p = self._cut()
        found = (torch.log1p(-p + value * (2.0 * p - 1.0)) - torch.log1p(-p)) / (torch.log(p) - torch.log1p(-p))
        return torch.where(self._outside(), found, value)

    def entropy(self):
        """The entropy."""
        none, all_ = torch.log1p(-self.probs), torch.log(self.probs)
        return self.mean * (none - all_) - self._log_norm() - none


# Polynomials of Abramowitz and Stegun 9.8.1 - 9.8.4: the modified Bessel functions below and above 3.75.
_BESSEL = {0: ([1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813],
               [0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633, 0.00392377]),
           1: ([0.5, 0.87890594, 0.51498869, 0.15084934, 0.02658733, 0.00301532, 0.00032411],
               [0.39894228, -0.03988024, -0.00362018, 0.00163801, -0.01031555, 0.02282967, -0.02895312, 0.01787654, -0.00420059])}


def _polynomial(y, coefficients):
    out = coefficients[-1]
    for c in reversed(coefficients[:-1]):
        out = c + y * out
    return out


def _log_bessel(x, order):
    small = _polynomial((x / 3.75) ** 2, _BESSEL[order][0])
    small = (x.abs() * small if order else small).log()
    large = x - 0.5 * x.log() + _polynomial(3.75 / x, _BESSEL[order][1]).log()
    return torch.where(x < 3.75, small, large)


class VonMises(Distribution):
    """Angles around a direction."""

    support, _shown = constraints.real, ("loc", "concentration")
    arg_constraints = {"loc": constraints.real, "concentration": constraints.positive}

    def __init__(self, loc, concentration, validate_args=None):
        self.loc, self.concentration = broadcast(loc, concentration)
        super().__init__(self.loc.shape, (), validate_args)

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: 1 - (_log_bessel(self.concentration, 1) - _log_bessel(self.concentration, 0)).exp())

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return self.concentration * torch.cos(value - self.loc) - math.log(2 * math.pi) - _log_bessel(self.concentration, 0)

    @torch.no_grad()
    def sample(self, sample_shape=()):
        """Draws, by rejection (Best and Fisher 1979)."""
        loc, kappa = self.loc.double(), self.concentration.double()
        tau = 1 + (1 + 4 * kappa ** 2).sqrt()
        rho = (tau - (2 * tau).sqrt()) / (2 * kappa)
        r = torch.where(kappa < 1e-5, 1 / kappa + kappa, (1 + rho ** 2) / (2 * rho))
        x = torch.zeros(self._extended_shape(sample_shape), dtype=torch.double)
        done = torch.zeros(x.shape, dtype=torch.bool)
        while not done.all():
            u1, u2, u3 = torch.rand((3,) + tuple(x.shape), dtype=torch.double).unbind()
            z = torch.cos(math.pi * u1)
            f = (1 + r * z) / (r + z)
            c = kappa * (r - f)
            accept = (c * (2 - c) - u2 > 0) | ((c / u2).log() + 1 - c >= 0)
            if accept.any():
                x = torch.where(accept, (u3 - 0.5).sign() * f.acos(), x)
                done = done | accept
        return ((x + math.pi + loc) % (2 * math.pi) - math.pi).to(self.loc.dtype)
