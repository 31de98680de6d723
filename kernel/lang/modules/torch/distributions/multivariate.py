"""Distributions of vectors, and mixtures."""

import math

import torch
from torch.distributions import constraints
from torch.distributions.discrete import Categorical
from torch.distributions.distribution import Distribution


class MultivariateNormal(Distribution):
    """The normal distribution of vectors."""

    support = constraints.real_vector
    has_rsample = True
    arg_constraints = {"loc": constraints.real_vector, "covariance_matrix": constraints.positive_definite,
                       "precision_matrix": constraints.positive_definite, "scale_tril": constraints.lower_cholesky}

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = {"covariance_matrix": covariance_matrix, "precision_matrix": precision_matrix, "scale_tril": scale_tril}
        given = {k: v for k, v in given.items() if v is not None}
        if loc.ndim < 1:
            raise ValueError("loc must be at least one-dimensional.")
        if len(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        ((name, matrix),) = given.items()
        if matrix.ndim < 2:
            raise ValueError(f"{name} must be at least two-dimensional, with optional leading batch dimensions")
        batch = torch.broadcast_shapes(matrix.shape[:-2], loc.shape[:-1])
        self.loc, self._shown_matrices = loc.expand(tuple(batch) + (-1,)), {name}
        matrix = matrix.expand(tuple(batch) + (-1, -1))
        super().__init__(batch, loc.shape[-1:])
        if name == "scale_tril":
            self._tril = matrix
        else:
            if validate_args is not False and not bool((torch.linalg.cholesky_ex(matrix).info == 0).all()):
                raise ValueError(f"Expected parameter {name} (Tensor of shape {tuple(matrix.shape)}) of distribution "
                                 f"{self!r} to satisfy the constraint PositiveDefinite(), but found invalid values:\n{matrix}")
            self._tril = torch.linalg.cholesky(matrix if name == "covariance_matrix" else torch.linalg.inv(matrix))

    @property
    def scale_tril(self):
        """The triangular root of the covariances."""
        self._shown_matrices.add("scale_tril")
        return self._tril

    mean = mode = property(lambda self: self.loc)

    @property
    def covariance_matrix(self):
        """The covariances."""
        self._shown_matrices.add("covariance_matrix")
        return self._tril @ self._tril.mT

    @property
    def precision_matrix(self):
        """The inverse of the covariances."""
        self._shown_matrices.add("precision_matrix")
        return torch.cholesky_inverse(self._tril)

    @property
    def variance(self):
        """The variance of each number."""
        return self._tril.pow(2).sum(-1).expand(tuple(self._batch_shape) + tuple(self._event_shape))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        shape = self._extended_shape(sample_shape)
        noise = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones((), dtype=self.loc.dtype))
        return self.loc + (self._tril @ noise.unsqueeze(-1)).squeeze(-1)

    def _half_log_det(self):
        return self._tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        diff = (value - self.loc).unsqueeze(-1)
        tril = self._tril.expand(diff.shape[:-2] + self._tril.shape[-2:])
        square = torch.linalg.solve_triangular(tril, diff, upper=False).pow(2).sum((-2, -1))
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + square) - self._half_log_det()

    def entropy(self):
        """The entropy."""
        return (0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._half_log_det()).expand(self._batch_shape)

    def __repr__(self):
        size = torch.Size(tuple(self._batch_shape) + 2 * tuple(self._event_shape))
        names = [n for n in ("covariance_matrix", "precision_matrix", "scale_tril") if n in self._shown_matrices]
        return f"MultivariateNormal(loc: {self.loc.size()}, {', '.join(f'{n}: {size}' for n in names)})"


class MixtureSameFamily(Distribution):
    """A choice among distributions of one kind."""

    has_rsample = False

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(" The Mixture distribution needs to be an  instance of torch.distributions.Categorical")
        if not isinstance(component_distribution, Distribution):
            raise ValueError("The Component distribution need to be an instance of torch.distributions.Distribution")
        components, events = mixture_distribution._num_events, component_distribution.batch_shape[-1]
        if components != events:
            raise ValueError(f"`mixture_distribution component` ({components}) does not equal "
                             f"`component_distribution.batch_shape[-1]` ({events})")
        self.mixture_distribution, self.component_distribution = mixture_distribution, component_distribution
        super().__init__(component_distribution.batch_shape[:-1], component_distribution.event_shape)

    support = property(lambda self: constraints.MixtureSameFamilyConstraint(self.component_distribution.support))

    def cdf(self, value):
        """The probability of less."""
        inside = self.component_distribution.cdf(value.unsqueeze(-1 - len(self._event_shape)))
        return (inside * self.mixture_distribution.probs).sum(-1)

    def _weights(self):
        probs = self.mixture_distribution.probs
        return probs.reshape(probs.shape + (1,) * len(self._event_shape))

    @property
    def mean(self):
        """The mean."""
        return (self._weights() * self.component_distribution.mean).sum(-1 - len(self._event_shape))

    @property
    def variance(self):
        """The variance."""
        dim = -1 - len(self._event_shape)
        inside = (self._weights() * self.component_distribution.variance).sum(dim)
        between = (self._weights() * (self.component_distribution.mean - self.mean.unsqueeze(dim)).pow(2)).sum(dim)
        return inside + between

    def sample(self, sample_shape=()):
        """Draws."""
        with torch.no_grad():
            dim = len(tuple(sample_shape)) + len(self._batch_shape)
            which = self.mixture_distribution.sample(sample_shape)
            drawn = self.component_distribution.sample(sample_shape)
            which = which.reshape(which.shape + (1,) * (len(self._event_shape) + 1))
            which = which.repeat((1,) * (dim + 1) + tuple(self._event_shape))
            return torch.gather(drawn, dim, which).squeeze(dim)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        value = value.unsqueeze(-1 - len(self._event_shape))
        parts = self.component_distribution.log_prob(value)
        return torch.logsumexp(parts + torch.log_softmax(self.mixture_distribution.logits, dim=-1), dim=-1)

    def __repr__(self):
        return f"MixtureSameFamily(\n  {self.mixture_distribution},\n  {self.component_distribution})"
