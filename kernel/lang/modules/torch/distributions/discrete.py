"""Distributions of counts and classes."""

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions.distribution import Distribution, broadcast


class Categorical(Distribution):
    """Classes 0 … K-1, by probabilities or logits."""

    has_enumerate_support = True
    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}
    _shown = "probs", "logits"
    support = property(lambda self: constraints.integer_interval(0, self._num_events - 1))

    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        given = probs if logits is None else logits
        if given.ndim < 1:
            raise ValueError(f"`{'probs' if logits is None else 'logits'}` parameter must be at least one-dimensional.")
        if probs is not None:
            self.__dict__["probs"] = probs / probs.sum(-1, keepdim=True)
        else:
            self.__dict__["logits"] = logits - logits.logsumexp(dim=-1, keepdim=True)
        self._num_events = given.shape[-1]
        super().__init__(given.shape[:-1], (), validate_args)

    def __getattr__(self, name):
        if name == "logits":
            eps = torch.finfo(self.probs.dtype).eps
            self.logits = self.probs.clamp(min=eps, max=1 - eps).log()
            return self.logits
        if name == "probs":
            self.probs = self.logits.softmax(dim=-1)
            return self.probs
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    @property
    def param_shape(self):
        """The shape of the probabilities."""
        return self.logits.shape

    @property
    def mean(self):
        """NaN: classes have no mean."""
        return torch.full(self._extended_shape(), float("nan"), dtype=self.probs.dtype)

    variance = mean

    @property
    def mode(self):
        """The likeliest class."""
        return self.probs.argmax(dim=-1)

    def sample(self, sample_shape=()):
        """Draws."""
        sample_shape = torch.Size(sample_shape)
        flat = self.probs.reshape(-1, self._num_events)
        drawn = torch.multinomial(flat.detach(), sample_shape.numel(), True).T
        return drawn.reshape(self._extended_shape(sample_shape))

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        value = value.long().unsqueeze(-1)
        value, logits = torch.broadcast_tensors(value, self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        """The entropy."""
        logits = self.logits.clamp(min=torch.finfo(self.logits.dtype).min)
        return -(logits * self.probs).sum(-1)

    def enumerate_support(self, expand=True):
        """All classes."""
        values = torch.arange(self._num_events).view((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values


class OneHotCategorical(Distribution):
    """Classes as vectors of zeros and a one."""

    support, has_enumerate_support = constraints.one_hot, True
    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}
    _shown = ()

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._categorical = Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, (self._categorical._num_events,))

    mode = property(lambda self: F.one_hot(self._categorical.mode, self._categorical._num_events).to(self.probs))
    variance = property(lambda self: self.probs * (1 - self.probs))
    param_shape = property(lambda self: self._categorical.param_shape)

    def enumerate_support(self, expand=True):
        """All vectors with a one."""
        n = self._categorical._num_events
        values = torch.eye(n, dtype=self.probs.dtype).view((n,) + (1,) * len(self._batch_shape) + (n,))
        return values.expand((n,) + tuple(self._batch_shape) + (n,)) if expand else values

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    mean = property(lambda self: self._categorical.probs)

    def sample(self, sample_shape=()):
        """Draws."""
        return F.one_hot(self._categorical.sample(sample_shape), self._categorical._num_events).to(self.probs)

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        return self._categorical.log_prob(value.max(-1)[1])

    def entropy(self):
        """The entropy."""
        return self._categorical.entropy()

    def __repr__(self):
        return f"{type(self).__name__}()"


class _ByProbability(Distribution):
    """Parameter probs, or logits."""

    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    _shown = "probs", "logits"

    def _take(self, probs, logits):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        name, value = ("probs", probs) if logits is None else ("logits", logits)
        self.__dict__[name] = broadcast(value)[0]
        return self.__dict__[name].shape

    def __getattr__(self, name):
        if name == "logits":
            eps = torch.finfo(self.probs.dtype).eps
            p = self.probs.clamp(min=eps, max=1 - eps)
            self.logits = torch.log(p) - torch.log1p(-p)
            return self.logits
        if name == "probs":
            self.probs = torch.sigmoid(self.logits)
            return self.probs
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


class Bernoulli(_ByProbability):
    """0 or 1."""

    support = constraints.boolean
    has_enumerate_support = True

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(self._take(probs, logits), (), validate_args)

    mean = property(lambda self: self.probs)
    variance = property(lambda self: self.probs * (1 - self.probs))

    def enumerate_support(self, expand=True):
        """0 and 1."""
        values = torch.arange(2, dtype=self.probs.dtype).view((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values

    @property
    def mode(self):
        """The likelier one."""
        out = (self.probs >= 0.5).to(self.probs)
        out[self.probs == 0.5] = float("nan")
        return out

    def sample(self, sample_shape=()):
        """Draws."""
        with torch.no_grad():
            return torch.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        logits, value = broadcast(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction="none")

    def entropy(self):
        """The entropy."""
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none")


class Geometric(_ByProbability):
    """Failures before the first success."""

    support = constraints.nonnegative_integer
    mode = property(lambda self: torch.zeros_like(self.probs))

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(self._take(probs, logits), (), validate_args)

    mean = property(lambda self: 1.0 / self.probs - 1.0)
    variance = property(lambda self: (1.0 / self.probs - 1.0) / self.probs)

    def sample(self, sample_shape=()):
        """Draws."""
        with torch.no_grad():
            u = self.probs.new(self._extended_shape(sample_shape)).uniform_(torch.finfo(self.probs.dtype).tiny, 1)
            return (u.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        value, probs = broadcast(value, self.probs)
        probs = probs.clone()
        probs[(probs == 1) & (value == 0)] = 0
        return value * (-probs).log1p() + self.probs.log()

    def entropy(self):
        """The entropy."""
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none") / self.probs


class Binomial(_ByProbability):
    """Successes of total_count trials."""

    _shown = "total_count", "probs", "logits"

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self._take(probs, logits)
        name = "probs" if logits is None else "logits"
        count, value = broadcast(total_count, self.__dict__[name])
        self.total_count, self.__dict__[name] = count.type_as(value), value
        super().__init__(value.shape, (), validate_args)

    has_enumerate_support = True
    arg_constraints = {"total_count": constraints.nonnegative_integer, "probs": constraints.unit_interval,
                       "logits": constraints.real}
    support = property(lambda self: constraints.integer_interval(0, self.total_count))
    mode = property(lambda self: ((self.total_count + 1) * self.probs).floor().clamp(max=self.total_count))

    def enumerate_support(self, expand=True):
        """All counts."""
        most = int(self.total_count.max())
        if self.total_count.min() != most:
            raise NotImplementedError("Inhomogeneous total count not supported by `enumerate_support`.")
        values = torch.arange(1 + most, dtype=self.probs.dtype).view((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values

    def entropy(self):
        """The entropy."""
        log_prob = self.log_prob(self.enumerate_support(False))
        return -(torch.exp(log_prob) * log_prob).sum(0)

    mean = property(lambda self: self.total_count * self.probs)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    def sample(self, sample_shape=()):
        """Draws."""
        shape = self._extended_shape(sample_shape)
        with torch.no_grad():
            return torch.binomial(self.total_count.expand(shape), self.probs.expand(shape))

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        n, logits = self.total_count, self.logits
        choose = torch.lgamma(n + 1) - torch.lgamma(value + 1) - torch.lgamma(n - value + 1)
        return choose + value * logits - n * (logits.clamp(min=0) + torch.log1p(torch.exp(-torch.abs(logits))))


class Multinomial(Distribution):
    """Counts of classes in total_count draws."""

    _shown = ()

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        if not isinstance(total_count, int):
            raise NotImplementedError("inhomogeneous total_count is not supported")
        self.total_count, self._categorical = total_count, Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, (self._categorical._num_events,))

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    support = property(lambda self: constraints.multinomial(self.total_count))
    mean = property(lambda self: self.probs * self.total_count)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    def sample(self, sample_shape=()):
        """Draws."""
        drawn = self._categorical.sample((self.total_count,) + tuple(sample_shape))
        drawn = drawn.permute(*range(1, drawn.ndim), 0)
        counts = drawn.new_zeros(self._extended_shape(sample_shape))
        counts.scatter_add_(-1, drawn, torch.ones_like(drawn))
        return counts.type_as(self.probs)

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        logits, value = broadcast(self.logits.clone(), value)
        n = torch.lgamma(value.sum(-1) + 1) - torch.lgamma(value + 1).sum(-1)
        logits = logits.masked_fill((value == 0) & (logits == -float("inf")), 0)
        return n + (logits * value).sum(-1)

    def __repr__(self):
        return "Multinomial()"


class Poisson(Distribution):
    """Counts of events at a rate."""

    support = constraints.nonnegative_integer
    _shown = ("rate",)
    arg_constraints = {"rate": constraints.nonnegative}

    def __init__(self, rate, validate_args=None):
        (self.rate,) = broadcast(rate)
        super().__init__(self.rate.shape, (), validate_args)

    mean = variance = property(lambda self: self.rate)
    mode = property(lambda self: self.rate.floor())

    def sample(self, sample_shape=()):
        """Draws."""
        with torch.no_grad():
            return torch.poisson(self.rate.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        """Log probability."""
        self._validate_sample(value)
        rate, value = broadcast(self.rate, value)
        return torch.xlogy(value, rate) - rate - (value + 1).lgamma()
