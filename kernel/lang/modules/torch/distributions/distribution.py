"""What all distributions share."""

import torch
from torch.distributions import constraints


def broadcast(*values):
    """Numbers and tensors as tensors of one shape."""
    dtype = next((v.dtype for v in values if torch.is_tensor(v)), torch.get_default_dtype())
    tensors = [v if torch.is_tensor(v) else torch.tensor(v, dtype=dtype) for v in values]
    return torch.broadcast_tensors(*tensors)


def summed(value, dims):
    """The sum over the last `dims` dimensions."""
    return value.sum(tuple(range(-dims, 0))) if dims > 0 else value


def _not_of(what):
    def get(self):
        raise NotImplementedError(f"{type(self)} does not implement {what}" if what == "mode" else "")

    return property(get)


class Distribution:
    """batch_shape: of the parameters; event_shape: of one draw."""

    has_rsample, has_enumerate_support = False, False
    arg_constraints = {}  # parameter -> what it must be
    support = None  # what draws are
    mean, mode, variance = _not_of("mean"), _not_of("mode"), _not_of("variance")
    _validate_args = True

    def __init__(self, batch_shape=(), event_shape=(), validate_args=None):
        self._batch_shape, self._event_shape = torch.Size(batch_shape), torch.Size(event_shape)
        if validate_args is not None:
            self._validate_args = validate_args
        if self._validate_args:
            for name, constraint in self.arg_constraints.items():
                value = self.__dict__.get(name)
                if torch.is_tensor(value) and not bool(constraint.check(value).all()):
                    raise ValueError(f"Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of "
                                     f"distribution {self!r} to satisfy the constraint {constraint}, but found invalid values:\n"
                                     f"{value}")

    @property
    def batch_shape(self):
        """The shape of the parameters."""
        return self._batch_shape

    @property
    def event_shape(self):
        """The shape of one draw."""
        return self._event_shape

    @staticmethod
    def set_default_validate_args(value):
        """Are arguments checked where a program does not say?"""
        if value not in (True, False):
            raise ValueError
        Distribution._validate_args = value

    def _validate_sample(self, value):
        """ValueError unless the value can be a draw."""
        if not self._validate_args:
            return
        if not torch.is_tensor(value):
            raise ValueError("The value argument to log_prob must be a Tensor")
        start = value.ndim - len(self._event_shape)
        if value.shape[start:] != self._event_shape:
            raise ValueError("The right-most size of value must match event_shape: "
                             f"{value.size()} vs {self._event_shape}.")
        expected = self._batch_shape + self._event_shape
        for i, j in zip(reversed(value.shape), reversed(expected)):
            if i != 1 and j != 1 and i != j:
                raise ValueError("Value is not broadcastable with batch_shape+event_shape: "
                                 f"{value.size()} vs {torch.Size(expected)}.")
        support = self.support
        if support is not None and not bool(support.check(value).all()):
            raise ValueError(f"Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the "
                             f"support ({support!r}) of the distribution {self!r}, but found invalid values:\n{value}")

    def _extended_shape(self, sample_shape=()):
        return torch.Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

    def sample(self, sample_shape=()):
        """Draws, without gradients."""
        with torch.no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape=()):
        raise NotImplementedError

    def sample_n(self, n):
        """n draws."""
        return self.sample((n,))

    def log_prob(self, value):
        raise NotImplementedError

    def cdf(self, value):
        raise NotImplementedError

    def icdf(self, value):
        raise NotImplementedError

    def entropy(self):
        raise NotImplementedError

    def enumerate_support(self, expand=True):
        raise NotImplementedError

    @property
    def stddev(self):
        """The standard deviation."""
        return self.variance.sqrt()

    def perplexity(self):
        """exp of the entropy."""
        return torch.exp(self.entropy())

    def expand(self, batch_shape):
        """The same with parameters of a larger shape."""
        out = object.__new__(type(self))
        out.__dict__.update(self.__dict__)
        depth = len(self._batch_shape)
        for name, value in self.__dict__.items():
            if torch.is_tensor(value) and value.shape[:depth] == self._batch_shape:
                out.__dict__[name] = value.expand(tuple(batch_shape) + tuple(value.shape[depth:]))
            elif isinstance(value, Distribution):
                out.__dict__[name] = value.expand(tuple(batch_shape) + tuple(value.batch_shape[depth:]))
        out._batch_shape = torch.Size(batch_shape)
        return out

    _shown = ()

    def __repr__(self):
        parts = [f"{name}: {value if value.numel() == 1 else value.size()}" for name in self._shown
                 if (value := self.__dict__.get(name)) is not None]
        return f"{type(self).__name__}({', '.join(parts)})"


class ExponentialFamily(Distribution):
    """Densities of one shape: exp of parameters times statistics."""


class Independent(Distribution):
    """The last batch dimensions as part of the event."""

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        n = reinterpreted_batch_ndims
        if n > len(base_distribution.batch_shape):
            raise ValueError("Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual "
                             f"{n} vs {len(base_distribution.batch_shape)}")
        shape = tuple(base_distribution.batch_shape) + tuple(base_distribution.event_shape)
        event = n + len(base_distribution.event_shape)
        super().__init__(shape[:len(shape) - event], shape[len(shape) - event:])
        self.base_dist, self.reinterpreted_batch_ndims = base_distribution, n

    mean = property(lambda self: self.base_dist.mean)
    mode = property(lambda self: self.base_dist.mode)
    variance = property(lambda self: self.base_dist.variance)
    has_rsample = property(lambda self: self.base_dist.has_rsample)
    has_enumerate_support = property(lambda self: self.reinterpreted_batch_ndims == 0 and self.base_dist.has_enumerate_support)

    @property
    def support(self):
        """What draws are."""
        inside = self.base_dist.support
        return constraints.independent(inside, self.reinterpreted_batch_ndims) if self.reinterpreted_batch_ndims else inside

    def sample(self, sample_shape=()):
        """Draws, without gradients."""
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.base_dist.rsample(sample_shape)

    def _summed(self, value):
        return summed(value, self.reinterpreted_batch_ndims)

    def log_prob(self, value):
        """Log density."""
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        """The entropy."""
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f"Independent({self.base_dist}, {self.reinterpreted_batch_ndims})"
