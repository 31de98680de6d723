"""Distributions of one real number."""

import math

import torch
from torch.distributions import constraints
from torch.distributions.distribution import Distribution, broadcast

_EULER = 0.57721566490153286060


class _LocScale(Distribution):
    """Parameters loc and scale."""

    support = constraints.real
    has_rsample = True
    _shown = "loc", "scale"
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = broadcast(loc, scale)
        super().__init__(self.loc.shape, (), validate_args)

    mean = mode = property(lambda self: self.loc)


class Normal(_LocScale):
    """The normal distribution."""

    stddev = property(lambda self: self.scale)
    variance = property(lambda self: self.scale.pow(2))

    def sample(self, sample_shape=()):
        """Draws."""
        shape = self._extended_shape(sample_shape)
        with torch.no_grad():
            return torch.normal(self.loc.expand(shape), self.scale.expand(shape))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        noise = torch.normal(torch.zeros(self._extended_shape(sample_shape), dtype=self.loc.dtype), torch.ones((), dtype=self.loc.dtype))
        return self.loc + noise * self.scale

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return -((value - self.loc) ** 2) / (2 * self.variance) - self.scale.log() - math.log(math.sqrt(2 * math.pi))

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return 0.5 * (1 + torch.erf((value - self.loc) * self.scale.reciprocal() / math.sqrt(2)))

    def icdf(self, value):
        """The quantile."""
        return self.loc + self.scale * torch.erfinv(2 * value - 1) * math.sqrt(2)

    def entropy(self):
        """The entropy."""
        return 0.5 + 0.5 * math.log(2 * math.pi) + torch.log(self.scale)


class LogNormal(Normal):
    """exp of a normal distribution."""

    def __init__(self, loc, scale, validate_args=None):
        Normal(loc, scale, validate_args)
        super().__init__(loc, scale, validate_args)

    support = constraints.positive
    mean = property(lambda self: (self.loc + self.scale.pow(2) / 2).exp())
    mode = property(lambda self: (self.loc - self.scale.square()).exp())
    variance = property(lambda self: self.scale.pow(2).expm1() * (2 * self.loc + self.scale.pow(2)).exp())
    stddev = property(lambda self: self.variance.sqrt())

    def sample(self, sample_shape=()):
        """Draws."""
        return Normal(self.loc, self.scale).sample(sample_shape).exp()

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return Normal.rsample(self, sample_shape).exp()

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return Normal(self.loc, self.scale).log_prob(value.log()) - value.log()

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return Normal(self.loc, self.scale).cdf(value.log())

    def icdf(self, value):
        """The quantile."""
        return Normal(self.loc, self.scale).icdf(value).exp()

    def entropy(self):
        """The entropy."""
        return Normal.entropy(self) + self.loc

    def __repr__(self):
        return "LogNormal()"


class HalfNormal(Distribution):
    """The absolute value of a normal distribution around 0."""

    support = constraints.nonnegative
    def __init__(self, scale, validate_args=None):
        self._normal = Normal(0.0, scale)
        self.scale = self._normal.scale
        super().__init__(self.scale.shape)

    has_rsample, arg_constraints = True, {"scale": constraints.positive}
    mean = property(lambda self: self.scale * math.sqrt(2 / math.pi))
    mode = property(lambda self: torch.zeros_like(self.scale))
    variance = property(lambda self: self.scale.pow(2) * (1 - 2 / math.pi))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self._normal.rsample(sample_shape).abs()

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        out = self._normal.log_prob(value) + math.log(2)
        return torch.where(value >= 0, out, -math.inf)

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return 2 * self._normal.cdf(value) - 1

    def icdf(self, value):
        """The quantile."""
        return self._normal.icdf((value + 1) / 2)

    def entropy(self):
        """The entropy."""
        return self._normal.entropy() - math.log(2)

    def __repr__(self):
        return "HalfNormal()"


class Laplace(_LocScale):
    """Two exponentials back to back."""

    variance = property(lambda self: 2 * self.scale.pow(2))
    stddev = property(lambda self: 2 ** 0.5 * self.scale)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        finfo = torch.finfo(self.loc.dtype)
        u = self.loc.new(self._extended_shape(sample_shape)).uniform_(finfo.eps - 1, 1)
        return self.loc - self.scale * u.sign() * torch.log1p(-u.abs())

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return -torch.log(2 * self.scale) - torch.abs(value - self.loc) / self.scale

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return 0.5 - 0.5 * (value - self.loc).sign() * torch.expm1(-(value - self.loc).abs() / self.scale)

    def icdf(self, value):
        """The quantile."""
        term = value - 0.5
        return self.loc - self.scale * term.sign() * torch.log1p(-2 * term.abs())

    def entropy(self):
        """The entropy."""
        return 1 + torch.log(2 * self.scale)


class Cauchy(_LocScale):
    """The distribution without a mean."""

    mean = property(lambda self: torch.full(self._extended_shape(), math.nan, dtype=self.loc.dtype))
    mode = property(lambda self: self.loc)
    variance = property(lambda self: torch.full(self._extended_shape(), math.inf, dtype=self.loc.dtype))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.loc + self.loc.new(self._extended_shape(sample_shape)).cauchy_() * self.scale

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return -math.log(math.pi) - self.scale.log() - ((value - self.loc) / self.scale).pow(2).log1p()

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return torch.atan((value - self.loc) / self.scale) / math.pi + 0.5

    def icdf(self, value):
        """The quantile."""
        return torch.tan(math.pi * (value - 0.5)) * self.scale + self.loc

    def entropy(self):
        """The entropy."""
        return math.log(4 * math.pi) + self.scale.log()


class Gumbel(_LocScale):
    """The distribution of maxima."""

    mean = property(lambda self: self.loc + self.scale * _EULER)
    mode = property(lambda self: self.loc)
    stddev = property(lambda self: (math.pi / math.sqrt(6)) * self.scale)
    variance = property(lambda self: self.stddev.pow(2))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        finfo = torch.finfo(self.loc.dtype)
        u = torch.rand(self._extended_shape(sample_shape), dtype=self.loc.dtype) * (1 - finfo.eps - finfo.tiny) + finfo.tiny
        return self.loc - self.scale * (-u.log()).log()

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        y = (self.loc - value) / self.scale
        return (y - y.exp()) - self.scale.log()

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return torch.exp(-torch.exp((self.loc - value) / self.scale))

    def icdf(self, value):
        """The quantile."""
        return self.loc - self.scale * (-value.log()).log()

    def entropy(self):
        """The entropy."""
        return self.scale.log() + (1 + _EULER)

    def __repr__(self):
        return f"Gumbel(loc: {self.loc if self.loc.numel() == 1 else self.loc.size()}, " \
               f"scale: {self.scale if self.scale.numel() == 1 else self.scale.size()})"


class Uniform(Distribution):
    """Every number between low and high alike."""

    has_rsample = True
    _shown = "low", "high"

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = broadcast(low, high)
        super().__init__(self.low.shape, (), validate_args)

    arg_constraints = property(lambda self: {"low": constraints.less_than(self.high), "high": constraints.greater_than(self.low)})
    support = property(lambda self: constraints.interval(self.low, self.high))
    mean = property(lambda self: (self.high + self.low) / 2)
    stddev = property(lambda self: (self.high - self.low) / 12 ** 0.5)
    variance = property(lambda self: (self.high - self.low).pow(2) / 12)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.low + torch.rand(self._extended_shape(sample_shape), dtype=self.low.dtype) * (self.high - self.low)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        inside = self.low.le(value).type_as(self.low) * self.high.gt(value).type_as(self.low)
        return torch.log(inside) - torch.log(self.high - self.low)

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return ((value - self.low) / (self.high - self.low)).clamp(min=0, max=1)

    def icdf(self, value):
        """The quantile."""
        return value * (self.high - self.low) + self.low

    def entropy(self):
        """The entropy."""
        return torch.log(self.high - self.low)


class Exponential(Distribution):
    """Waiting times at a rate."""

    support = constraints.nonnegative
    has_rsample = True
    _shown, arg_constraints = ("rate",), {"rate": constraints.positive}

    def __init__(self, rate, validate_args=None):
        (self.rate,) = broadcast(rate)
        super().__init__(self.rate.shape, (), validate_args)

    mean = stddev = property(lambda self: self.rate.reciprocal())
    variance = property(lambda self: self.rate.pow(-2))
    mode = property(lambda self: torch.zeros_like(self.rate))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.rate.new(self._extended_shape(sample_shape)).exponential_() / self.rate

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return self.rate.log() - self.rate * value

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return 1 - torch.exp(-self.rate * value)

    def icdf(self, value):
        """The quantile."""
        return -torch.log1p(-value) / self.rate

    def entropy(self):
        """The entropy."""
        return 1.0 - torch.log(self.rate)


class Gamma(Distribution):
    """Sums of waiting times."""

    support = constraints.nonnegative
    has_rsample = True
    _shown = "concentration", "rate"
    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}

    def __init__(self, concentration, rate, validate_args=None):
        self.concentration, self.rate = broadcast(concentration, rate)
        super().__init__(self.rate.shape, (), validate_args)

    mean = property(lambda self: self.concentration / self.rate)
    mode = property(lambda self: ((self.concentration - 1) / self.rate).clamp(min=0))
    variance = property(lambda self: self.concentration / self.rate.pow(2))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        shape = self._extended_shape(sample_shape)
        value = torch._standard_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        value.detach().clamp_(min=torch.finfo(value.dtype).tiny)
        return value

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        a, rate = self.concentration, self.rate
        return torch.xlogy(a, rate) + torch.xlogy(a - 1, value) - rate * value - torch.lgamma(a)

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return torch.special.gammainc(self.concentration, self.rate * value)

    def entropy(self):
        """The entropy."""
        a = self.concentration
        return a - torch.log(self.rate) + torch.lgamma(a) + (1.0 - a) * torch.digamma(a)


class Chi2(Gamma):
    """Sums of squares of normal numbers."""

    arg_constraints = {"df": constraints.positive}

    def __init__(self, df, validate_args=None):
        self.df = df if torch.is_tensor(df) else torch.tensor(float(df))
        super().__init__(0.5 * self.df, 0.5, validate_args)

    def __repr__(self):
        return "Chi2()"


class Dirichlet(Distribution):
    """Probabilities of K classes."""

    support = constraints.simplex
    has_rsample = True
    _shown = ("concentration",)
    arg_constraints = {"concentration": constraints.independent(constraints.positive, 1)}

    def __init__(self, concentration, validate_args=None):
        if concentration.ndim < 1:
            raise ValueError("`concentration` parameter must be at least one-dimensional.")
        self.concentration = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:], validate_args)

    mean = property(lambda self: self.concentration / self.concentration.sum(-1, True))

    @property
    def mode(self):
        """The likeliest value."""
        above = (self.concentration - 1).clamp(min=0.0)
        out = above / above.sum(-1, True)
        flat = (self.concentration < 1).all(dim=-1)
        corner = torch.nn.functional.one_hot(out.argmax(dim=-1), out.shape[-1]).to(out)
        return torch.where(flat.unsqueeze(-1), corner, out)

    @property
    def variance(self):
        """The variance."""
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return torch._sample_dirichlet(self.concentration.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        a = self.concentration
        return torch.xlogy(a - 1.0, value).sum(-1) + torch.lgamma(a.sum(-1)) - torch.lgamma(a).sum(-1)

    def entropy(self):
        """The entropy."""
        a, k = self.concentration, self.concentration.shape[-1]
        total = a.sum(-1)
        return (torch.lgamma(a).sum(-1) - torch.lgamma(total) - (k - total) * torch.digamma(total)
                - ((a - 1.0) * torch.digamma(a)).sum(-1))


class Beta(Distribution):
    """Probabilities of two classes: the first one's."""

    support = constraints.unit_interval
    has_rsample = True

    def __init__(self, concentration1, concentration0, validate_args=None):
        self._dirichlet = Dirichlet(torch.stack(broadcast(concentration1, concentration0), -1))
        super().__init__(self._dirichlet.batch_shape)

    has_rsample = True
    arg_constraints = {"concentration1": constraints.positive, "concentration0": constraints.positive}
    mode = property(lambda self: self._dirichlet.mode[..., 0])
    concentration1 = property(lambda self: self._dirichlet.concentration[..., 0])
    concentration0 = property(lambda self: self._dirichlet.concentration[..., 1])
    mean = property(lambda self: self.concentration1 / (self.concentration1 + self.concentration0))

    @property
    def variance(self):
        """The variance."""
        total = self.concentration1 + self.concentration0
        return self.concentration1 * self.concentration0 / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self._dirichlet.rsample(sample_shape).select(-1, 0)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        value = broadcast(value, self.concentration1)[0]
        return self._dirichlet.log_prob(torch.stack([value, 1.0 - value], -1))

    def entropy(self):
        """The entropy."""
        return self._dirichlet.entropy()

    def __repr__(self):
        return "Beta()"


class StudentT(Distribution):
    """A normal distribution whose variance is uncertain."""

    support = constraints.real
    has_rsample = True
    _shown = "df", "loc", "scale"
    arg_constraints = {"df": constraints.positive, "loc": constraints.real, "scale": constraints.positive}

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = broadcast(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.shape, (), validate_args)

    mode = property(lambda self: self.loc)

    def entropy(self):
        """The entropy."""
        half, more = 0.5 * self.df, 0.5 * (self.df + 1)
        beta = torch.lgamma(half) + math.lgamma(0.5) - torch.lgamma(more)
        return self.scale.log() + more * (torch.digamma(more) - torch.digamma(half)) + 0.5 * self.df.log() + beta

    @property
    def mean(self):
        """The mean, where there is one."""
        return self.loc.masked_fill(self.df <= 1, math.nan)

    @property
    def variance(self):
        """The variance, where there is one."""
        out = self.scale.pow(2) * self.df / (self.df - 2)
        return torch.where(self.df > 2, out, torch.where(self.df > 1, math.inf, math.nan))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        shape = self._extended_shape(sample_shape)
        x = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones((), dtype=self.loc.dtype))
        return self.loc + self.scale * (x * torch.rsqrt(self._chi2.rsample(sample_shape) / self.df))

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        y = (value - self.loc) / self.scale
        norm = (self.scale.log() + 0.5 * self.df.log() + 0.5 * math.log(math.pi) + torch.lgamma(0.5 * self.df)
                - torch.lgamma(0.5 * (self.df + 1.0)))
        return -0.5 * (self.df + 1.0) * torch.log1p(y ** 2.0 / self.df) - norm


class Pareto(Distribution):
    """The distribution of wealth."""

    has_rsample = True
    _shown = "alpha", "scale"
    arg_constraints = {"alpha": constraints.positive, "scale": constraints.positive}

    def __init__(self, scale, alpha, validate_args=None):
        self.scale, self.alpha = broadcast(scale, alpha)
        super().__init__(self.scale.shape, (), validate_args)

    support = property(lambda self: constraints.greater_than_eq(self.scale))
    mode = property(lambda self: self.scale)

    @property
    def mean(self):
        """The mean."""
        a = self.alpha.clamp(min=1)
        return a * self.scale / (a - 1)

    @property
    def variance(self):
        """The variance."""
        a = self.alpha.clamp(min=2)
        return self.scale.pow(2) * a / ((a - 1).pow(2) * (a - 2))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.scale * (self.scale.new(self._extended_shape(sample_shape)).exponential_() / self.alpha).exp()

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        return torch.log(self.alpha) + self.alpha * torch.log(self.scale) - (self.alpha + 1) * torch.log(value)

    def cdf(self, value):
        """The probability of less."""
        self._validate_sample(value)
        return 1 - torch.exp(-self.alpha * (value / self.scale).log())

    def icdf(self, value):
        """The quantile."""
        return self.scale * (-torch.log1p(-value) / self.alpha).exp()

    def entropy(self):
        """The entropy."""
        return (self.scale / self.alpha).log() + (1 + self.alpha.reciprocal())
