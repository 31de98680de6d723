"""Functions of random numbers, and the distributions of their values."""

import math

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions.distribution import Distribution


class Transform:
    """y = f(x) with its inverse and log |dy/dx|."""

    bijective, sign, event_dim = True, 1, 0
    domain = codomain = constraints.real

    def __init__(self, cache_size=0):
        self._of = None

    @property
    def inv(self):
        """The function the other way."""
        return _Inverse(self)

    def __call__(self, x):
        return self._call(x)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        raise NotImplementedError

    def __repr__(self):
        return f"{type(self).__name__}()"


class _Inverse(Transform):
    def __init__(self, of):
        self._of = of
        self.event_dim, self.domain, self.codomain = of.event_dim, of.codomain, of.domain

    inv = property(lambda self: self._of)

    def _call(self, y):
        return self._of._inverse(y)

    def _inverse(self, x):
        return self._of._call(x)

    def log_abs_det_jacobian(self, y, x):
        """log |dx/dy|."""
        return -self._of.log_abs_det_jacobian(x, y)

    def __repr__(self):
        return f"_InverseTransform({self._of!r})"


class ExpTransform(Transform):
    """exp(x)."""

    codomain = constraints.positive

    def _call(self, x):
        return x.exp()

    def _inverse(self, y):
        return y.log()

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return x


class PowerTransform(Transform):
    """x ** exponent."""

    domain = codomain = constraints.positive

    def __init__(self, exponent, cache_size=0):
        self.exponent = exponent if torch.is_tensor(exponent) else torch.tensor(exponent)

    def _call(self, x):
        return x.pow(self.exponent)

    def _inverse(self, y):
        return y.pow(1 / self.exponent)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return (self.exponent * y / x).abs().log()


class AffineTransform(Transform):
    """loc + scale · x."""

    def __init__(self, loc, scale, event_dim=0, cache_size=0):
        self.loc, self.scale, self.event_dim = loc, scale, event_dim

    def _call(self, x):
        return self.loc + self.scale * x

    def _inverse(self, y):
        return (y - self.loc) / self.scale

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        if torch.is_tensor(self.scale):
            out = self.scale.abs().log().expand(x.shape)
        else:
            out = torch.full_like(x, math.log(abs(self.scale)))
        return out.sum(tuple(range(-self.event_dim, 0))) if self.event_dim else out


class SigmoidTransform(Transform):
    """1 / (1 + exp(-x))."""

    codomain = constraints.unit_interval

    def _call(self, x):
        finfo = torch.finfo(x.dtype)
        return torch.clamp(torch.sigmoid(x), min=finfo.tiny, max=1.0 - finfo.eps)

    def _inverse(self, y):
        finfo = torch.finfo(y.dtype)
        y = y.clamp(min=finfo.tiny, max=1.0 - finfo.eps)
        return y.log() - (-y).log1p()

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return -F.softplus(-x) - F.softplus(x)


class TanhTransform(Transform):
    """tanh(x)."""

    codomain = constraints.interval(-1.0, 1.0)

    def _call(self, x):
        return x.tanh()

    def _inverse(self, y):
        return torch.atanh(y)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return 2.0 * (math.log(2.0) - x - F.softplus(-2.0 * x))


class SoftplusTransform(Transform):
    """log(1 + exp(x))."""

    codomain = constraints.positive

    def _call(self, x):
        return F.softplus(x)

    def _inverse(self, y):
        return (-y).expm1().neg().log() + y

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return -F.softplus(-x)


class AbsTransform(Transform):
    """|x|."""

    bijective, codomain = False, constraints.positive

    def _call(self, x):
        return x.abs()

    def _inverse(self, y):
        return y


class SoftmaxTransform(Transform):
    """Probabilities of unnormalised logarithms."""

    bijective, event_dim, domain, codomain = False, 1, constraints.real_vector, constraints.simplex

    def _call(self, x):
        weights = (x - x.max(-1, True)[0]).exp()
        return weights / weights.sum(-1, True)

    def _inverse(self, y):
        return y.log()


class ComposeTransform(Transform):
    """Several, one after another."""

    def __init__(self, parts, cache_size=0):
        self.parts = list(parts)
        self.event_dim = max([0] + [p.event_dim for p in self.parts])
        if self.parts:
            self.domain, self.codomain = self.parts[0].domain, self.parts[-1].codomain

    def _call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def _inverse(self, y):
        for part in reversed(self.parts):
            y = part._inverse(y)
        return y

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        total = torch.zeros_like(x)
        for part in self.parts:
            after = part(x)
            total = total + _summed(part.log_abs_det_jacobian(x, after), self.event_dim - part.event_dim)
            x = after
        return total

    def __repr__(self):
        return "ComposeTransform(\n    " + ",\n    ".join(repr(p) for p in self.parts) + "\n)"


identity_transform = ComposeTransform([])


def _summed(value, dims):
    return value.sum(tuple(range(-dims, 0))) if dims > 0 else value


class TransformedDistribution(Distribution):
    """The distribution of a function of random numbers."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        self.transforms = [transforms] if isinstance(transforms, Transform) else list(transforms)
        event = max([len(base_distribution.event_shape)] + [t.event_dim for t in self.transforms])
        shape = tuple(base_distribution.batch_shape) + tuple(base_distribution.event_shape)
        self.base_dist, self.has_rsample = base_distribution, base_distribution.has_rsample
        super().__init__(shape[:len(shape) - event], shape[len(shape) - event:], validate_args)

    support = property(lambda self: self.transforms[-1].codomain if self.transforms else self.base_dist.support)

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
            total = total - _summed(transform.log_abs_det_jacobian(x, y), event - transform.event_dim)
            y = x
        return total + _summed(self.base_dist.log_prob(y), event - len(self.base_dist.event_shape))

    def cdf(self, value):
        """The probability of less."""
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        return self.base_dist.cdf(value)

    def icdf(self, value):
        """The quantile."""
        return self._through(self.base_dist.icdf(value))

    def __repr__(self):
        return "TransformedDistribution()"
