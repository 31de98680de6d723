"""The distribution of a function of random numbers, and those that are made so."""

import math

import torch
from torch.distributions import constraints
from torch.distributions.continuous import Cauchy, Gamma, Normal, Uniform
from torch.distributions.distribution import Distribution, Independent, broadcast, summed
from torch.distributions.transforms import (AbsTransform, AffineTransform, ComposeTransform, PowerTransform,
                                            StickBreakingTransform, Transform)

_EULER = 0.57721566490153286060


class TransformedDistribution(Distribution):
    """The distribution of a function of random numbers."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        if isinstance(transforms, Transform):
            self.transforms = [transforms]
        elif not isinstance(transforms, list) or not all(isinstance(t, Transform) for t in transforms):
            raise ValueError("transforms must be a Transform or a list of Transforms" if isinstance(transforms, list) else
                             f"transforms must be a Transform or list, but was {transforms}")
        else:
            self.transforms = transforms
        base_shape = base_distribution.batch_shape + base_distribution.event_shape
        whole = ComposeTransform(self.transforms)
        if len(base_shape) < whole.domain.event_dim:
            raise ValueError(f"base_distribution needs to have shape with size at least {whole.domain.event_dim}, but got "
                             f"{base_shape}.")
        shape = torch.Size(whole.forward_shape(base_shape))
        start = tuple(whole.inverse_shape(shape))
        if start != tuple(base_shape):
            batch = start[:len(start) - len(base_distribution.event_shape)]
            base_distribution = base_distribution.expand(batch)
        more = whole.domain.event_dim - len(base_distribution.event_shape)
        if more > 0:
            base_distribution = Independent(base_distribution, more)
        event = whole.codomain.event_dim + max(len(base_distribution.event_shape) - whole.domain.event_dim, 0)
        self.base_dist = base_distribution
        super().__init__(shape[:len(shape) - event], shape[len(shape) - event:], validate_args)

    has_rsample = property(lambda self: self.base_dist.has_rsample)

    @property
    def support(self):
        """What draws are."""
        if not self.transforms:
            return self.base_dist.support
        out = self.transforms[-1].codomain
        more = len(self._event_shape) - out.event_dim
        return constraints.independent(out, more) if more > 0 else out

    def expand(self, batch_shape):
        """The same with parameters of a larger shape."""
        out = object.__new__(type(self))
        out.__dict__.update(self.__dict__)
        whole = ComposeTransform(self.transforms)
        shape = whole.inverse_shape(torch.Size(batch_shape) + self._event_shape)
        out.base_dist = self.base_dist.expand(shape[:len(shape) - len(self.base_dist.event_shape)])
        out._batch_shape = torch.Size(batch_shape)
        return out

    def _through(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x

    def sample(self, sample_shape=()):
        """Draws, without gradients."""
        with torch.no_grad():
            return self._through(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self._through(self.base_dist.rsample(sample_shape))

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        event, total, y = len(self._event_shape), 0.0, value
        for transform in reversed(self.transforms):
            x = transform.inv(y)
            event += transform.domain.event_dim - transform.codomain.event_dim
            total = total - summed(transform.log_abs_det_jacobian(x, y), event - transform.domain.event_dim)
            y = x
        return total + summed(self.base_dist.log_prob(y), event - len(self.base_dist.event_shape))

    def _turned(self, probability):
        """1 - p where the transforms fall."""
        sign = 1
        for transform in self.transforms:
            sign = sign * transform.sign
        return probability if isinstance(sign, int) and sign == 1 else sign * (probability - 0.5) + 0.5

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        return self._turned(self.base_dist.cdf(value))

    def icdf(self, value):
        """The quantile."""
        return self._through(self.base_dist.icdf(self._turned(value)))

    def __repr__(self):
        if not self._shown:
            return f"{type(self).__name__}()"
        return super().__repr__()


class HalfCauchy(TransformedDistribution):
    """The absolute value of a Cauchy distribution around 0."""

    arg_constraints, support = {"scale": constraints.positive}, constraints.nonnegative

    def __init__(self, scale, validate_args=None):
        super().__init__(Cauchy(0, scale, validate_args=False), AbsTransform(), validate_args)

    scale = property(lambda self: self.base_dist.scale)
    mean = property(lambda self: torch.full(self._extended_shape(), math.inf, dtype=self.scale.dtype))
    mode = property(lambda self: torch.zeros_like(self.scale))
    variance = property(lambda self: self.base_dist.variance)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return torch.where(value >= 0, self.base_dist.log_prob(value) + math.log(2), -math.inf)

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return 2 * self.base_dist.cdf(value) - 1

    def icdf(self, prob):
        """The quantile."""
        return self.base_dist.icdf((prob + 1) / 2)

    def entropy(self):
        """The entropy."""
        return self.base_dist.entropy() - math.log(2)


class InverseGamma(TransformedDistribution):
    """1 / x of a gamma distribution."""

    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
    support = constraints.positive

    def __init__(self, concentration, rate, validate_args=None):
        base = Gamma(concentration, rate, validate_args)
        super().__init__(base, PowerTransform(-base.rate.new_ones(())), validate_args)

    concentration = property(lambda self: self.base_dist.concentration)
    rate = property(lambda self: self.base_dist.rate)
    mode = property(lambda self: self.rate / (self.concentration + 1))

    @property
    def mean(self):
        """The mean, where there is one."""
        return torch.where(self.concentration > 1, self.rate / (self.concentration - 1), math.inf)

    @property
    def variance(self):
        """The variance, where there is one."""
        a = self.concentration
        return torch.where(a > 2, self.rate.square() / ((a - 1).square() * (a - 2)), math.inf)

    def entropy(self):
        """The entropy."""
        a = self.concentration
        return a + self.rate.log() + a.lgamma() - (1 + a) * a.digamma()


class Kumaraswamy(TransformedDistribution):
    """Between 0 and 1, much like Beta."""

    arg_constraints = {"concentration1": constraints.positive, "concentration0": constraints.positive}
    support, _shown = constraints.unit_interval, ("concentration1", "concentration0")

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = broadcast(concentration1, concentration0)
        base = Uniform(torch.full_like(self.concentration0, 0), torch.full_like(self.concentration0, 1), validate_args)
        super().__init__(base, [PowerTransform(self.concentration0.reciprocal()), AffineTransform(1.0, -1.0),
                                PowerTransform(self.concentration1.reciprocal())], validate_args)

    def expand(self, batch_shape):
        """The same with parameters of a larger shape."""
        return type(self)(self.concentration1.expand(batch_shape), self.concentration0.expand(batch_shape))

    def _moment(self, n):
        b = self.concentration0
        first = 1 + n / self.concentration1
        return torch.exp(first.lgamma() + b.lgamma() - (first + b).lgamma() + b.log())

    mean = property(lambda self: self._moment(1))
    variance = property(lambda self: self._moment(2) - self.mean.pow(2))

    @property
    def mode(self):
        """The likeliest value, where there is one."""
        a, b = self.concentration1, self.concentration0
        out = torch.exp(a.reciprocal() * (-b).log1p() - (-a * b).log1p())
        return out.masked_fill((a < 1) | (b < 1), math.nan)

    def entropy(self):
        """The entropy."""
        a, b = self.concentration1, self.concentration0
        harmonic = torch.digamma(b + 1) + _EULER
        return (1 - b.reciprocal()) + (1 - a.reciprocal()) * harmonic - a.log() - b.log()


class Weibull(TransformedDistribution):
    """Life times."""

    arg_constraints = {"scale": constraints.positive, "concentration": constraints.positive}
    support, _shown = constraints.positive, ("scale", "concentration")

    def __init__(self, scale, concentration, validate_args=None):
        from torch.distributions.continuous import Exponential

        self.scale, self.concentration = broadcast(scale, concentration)
        base = Exponential(torch.ones_like(self.scale), validate_args)
        super().__init__(base, [PowerTransform(self.concentration.reciprocal()), AffineTransform(0, self.scale)], validate_args)

    def expand(self, batch_shape):
        """The same with parameters of a larger shape."""
        return type(self)(self.scale.expand(batch_shape), self.concentration.expand(batch_shape))

    mean = property(lambda self: self.scale * torch.exp(torch.lgamma(1 + self.concentration.reciprocal())))

    @property
    def mode(self):
        """The likeliest value."""
        k = self.concentration
        return self.scale * ((k - 1) / k) ** k.reciprocal()

    @property
    def variance(self):
        """The variance."""
        r = self.concentration.reciprocal()
        return self.scale.pow(2) * (torch.exp(torch.lgamma(1 + 2 * r)) - torch.exp(2 * torch.lgamma(1 + r)))

    def entropy(self):
        """The entropy."""
        r = self.concentration.reciprocal()
        return _EULER * (1 - r) + torch.log(self.scale * r) + 1


class LogisticNormal(TransformedDistribution):
    """Probabilities: a normal vector through the stick-breaking transform."""

    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.simplex

    def __init__(self, loc, scale, validate_args=None):
        base = Normal(loc, scale, validate_args)
        super().__init__(base if base.batch_shape else base.expand([1]), StickBreakingTransform(), validate_args)

    loc = property(lambda self: self.base_dist.base_dist.loc)
    scale = property(lambda self: self.base_dist.base_dist.scale)
