"""What all distributions share."""

import torch
from torch.distributions import constraints


def broadcast(*values):
    """Numbers and tensors as tensors of one shape."""
    dtype = next((v.dtype for v in values if torch.is_tensor(v)), torch.get_default_dtype())
    tensors = [v if torch.is_tensor(v) else torch.tensor(v, dtype=dtype) for v in values]
    return torch.broadcast_tensors(*tensors)


class Distribution:
    """batch_shape: of the parameters; event_shape: of one draw."""

    has_rsample, has_enumerate_support = False, False
    arg_constraints = {}  # parameter -> what it must be
    support = None  # what draws are
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

    def entropy(self):
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
        for name in self._shown:
            value = self.__dict__.get(name)
            if torch.is_tensor(value):
                out.__dict__[name] = value.expand(tuple(batch_shape) + tuple(value.shape[len(self._batch_shape):]))
        out._batch_shape = torch.Size(batch_shape)
        return out

    _shown = ()

    def __repr__(self):
        parts = [f"{name}: {value if value.numel() == 1 else value.size()}" for name in self._shown
                 if (value := self.__dict__.get(name)) is not None]
        return f"{type(self).__name__}({', '.join(parts)})"


class Independent(Distribution):
    """The last batch dimensions as part of the event."""

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        n = reinterpreted_batch_ndims
        shape = tuple(base_distribution.batch_shape) + tuple(base_distribution.event_shape)
        event = n + len(base_distribution.event_shape)
        super().__init__(shape[:len(shape) - event], shape[len(shape) - event:])
        self.base_dist, self.reinterpreted_batch_ndims = base_distribution, n

    mean = property(lambda self: self.base_dist.mean)
    variance = property(lambda self: self.base_dist.variance)

    def sample(self, sample_shape=()):
        """Draws, without gradients."""
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        return self.base_dist.rsample(sample_shape)

    def _summed(self, value):
        n = self.reinterpreted_batch_ndims
        return value.sum(tuple(range(-n, 0))) if n else value

    def log_prob(self, value):
        """Log density."""
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        """The entropy."""
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f"Independent({self.base_dist}, {self.reinterpreted_batch_ndims})"
