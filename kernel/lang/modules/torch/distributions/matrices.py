"""Distributions of matrices, and vectors whose covariance is of low rank."""

import math

import torch
from torch.distributions import constraints
from torch.distributions.continuous import Beta, Chi2
from torch.distributions.distribution import Distribution, broadcast


class LKJCholesky(Distribution):
    """Roots of matrices of correlations."""

    support, _shown = constraints.corr_cholesky, ("concentration",)
    arg_constraints = {"concentration": constraints.positive}

    def __init__(self, dim, concentration=1.0, validate_args=None):
        if dim < 2:
            raise ValueError(f"Expected dim to be an integer greater than or equal to 2. Found dim={dim}.")
        self.dim = dim
        (self.concentration,) = broadcast(concentration)
        order = torch.arange(dim - 1, dtype=self.concentration.dtype)
        order = torch.cat([order.new_zeros(1), order])
        rest = self.concentration + 0.5 * (dim - 2)
        self._beta = Beta(order + 0.5, rest.unsqueeze(-1) - 0.5 * order)
        super().__init__(self.concentration.shape, (dim, dim), validate_args)

    def sample(self, sample_shape=()):
        """Draws, row by row (the onion method)."""
        with torch.no_grad():
            y = self._beta.sample(sample_shape).unsqueeze(-1)
            noise = torch.randn(self._extended_shape(sample_shape), dtype=y.dtype).tril(-1)
            sphere = noise / noise.norm(dim=-1, keepdim=True)
            sphere[..., 0, :].fill_(0.0)
            w = torch.sqrt(y) * sphere
            left = torch.clamp(1 - torch.sum(w ** 2, dim=-1), min=torch.finfo(w.dtype).tiny).sqrt()
            return w + torch.diag_embed(left)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        order = torch.arange(2, self.dim + 1)
        order = 2 * (self.concentration - 1).unsqueeze(-1) + self.dim - order
        free = (order * value.diagonal(dim1=-1, dim2=-2)[..., 1:].log()).sum(-1)
        n = self.dim - 1
        alpha = self.concentration + 0.5 * n
        return free - (0.5 * n * math.log(math.pi) + torch.mvlgamma(alpha - 0.5, n) - torch.lgamma(alpha) * n)


class Wishart(Distribution):
    """Sums of outer products of normal vectors."""

    support, has_rsample = constraints.positive_definite, True

    def __init__(self, df, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = [m for m in (covariance_matrix, precision_matrix, scale_tril) if m is not None]
        if len(given) != 1:
            raise AssertionError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        if given[0].ndim < 2:
            raise ValueError("scale_tril must be at least two-dimensional, with optional leading batch dimensions")
        df = df if torch.is_tensor(df) else torch.tensor(float(df), dtype=given[0].dtype)
        batch = torch.broadcast_shapes(given[0].shape[:-2], df.shape)
        self.df, size = df.expand(batch), given[0].shape[-1]
        if self.df.le(size - 1).any():
            raise ValueError(f"Value of df={df} expected to be greater than ndim - 1 = {size - 1}.")
        matrix = given[0].expand(tuple(batch) + (-1, -1))
        if scale_tril is None:
            matrix = torch.linalg.cholesky(matrix if precision_matrix is None else torch.linalg.inv(matrix))
        self.scale_tril = matrix
        self._chi2 = Chi2(self.df.unsqueeze(-1) - torch.arange(size, dtype=matrix.dtype).expand(tuple(batch) + (-1,)))
        self._named = ["covariance_matrix", "precision_matrix", "scale_tril"][[covariance_matrix is not None,
                                                                                precision_matrix is not None, True].index(True)]
        super().__init__(batch, (size, size), validate_args)

    covariance_matrix = property(lambda self: self.scale_tril @ self.scale_tril.mT)
    precision_matrix = property(lambda self: torch.cholesky_inverse(self.scale_tril))

    @property
    def arg_constraints(self):
        """What the parameters must be."""
        return {"covariance_matrix": constraints.positive_definite, "precision_matrix": constraints.positive_definite,
                "scale_tril": constraints.lower_cholesky, "df": constraints.greater_than(self._event_shape[-1] - 1)}

    def _each(self, value):
        return value.view(tuple(self._batch_shape) + (1, 1))

    mean = property(lambda self: self._each(self.df) * self.covariance_matrix)

    @property
    def mode(self):
        """The likeliest value, where there is one."""
        factor = self.df - self._event_shape[-1] - 1
        return self._each(factor.masked_fill(factor <= 0, math.nan)) * self.covariance_matrix

    @property
    def variance(self):
        """The variance of each number."""
        V = self.covariance_matrix
        diagonal = V.diagonal(dim1=-2, dim2=-1)
        return self._each(self.df) * (V.pow(2) + diagonal.unsqueeze(-1) * diagonal.unsqueeze(-2))

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through; PyTorch draws regular ones a second time, and so does this."""
        drawn = self._draw(sample_shape)
        again = self.support.check(drawn)
        again = again.flatten(len(tuple(sample_shape))).any(-1) if self._batch_shape else again
        for _ in range(10):
            if not again.any():
                break
            new = self._draw(again[again].shape)
            drawn[again] = new
            singular = ~self.support.check(new)
            again[again.clone()] = singular.flatten(1).any(-1) if self._batch_shape else singular
        return drawn

    def _draw(self, sample_shape):
        """Bartlett's decomposition."""
        p = self._event_shape[-1]
        roots = self._chi2.rsample(sample_shape).sqrt()
        noise = roots.clamp(min=torch.finfo(roots.dtype).eps).diag_embed()
        i, j = torch.tril_indices(p, p, -1)
        noise[..., i, j] = torch.randn(tuple(sample_shape) + tuple(self._batch_shape) + (p * (p - 1) // 2,), dtype=noise.dtype)
        root = self.scale_tril @ noise
        return root @ root.mT

    def _half_log_det(self):
        return self._event_shape[-1] * math.log(2) / 2 + self.scale_tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        nu, p = self.df, self._event_shape[-1]
        trace = torch.cholesky_solve(value, self.scale_tril).diagonal(dim1=-2, dim2=-1).sum(-1)
        return (-nu * self._half_log_det() - torch.mvlgamma(nu / 2, p)
                + (nu - p - 1) / 2 * torch.linalg.slogdet(value).logabsdet - trace / 2)

    def entropy(self):
        """The entropy."""
        nu, p = self.df, self._event_shape[-1]
        digamma = torch.digamma((nu / 2).unsqueeze(-1) - torch.arange(p, dtype=nu.dtype) / 2).sum(-1)
        return (p + 1) * self._half_log_det() + torch.mvlgamma(nu / 2, p) - (nu - p - 1) / 2 * digamma + nu * p / 2

    def __repr__(self):
        size = torch.Size(tuple(self._batch_shape) + tuple(self._event_shape))
        df = self.df if self.df.numel() == 1 else self.df.size()
        return f"Wishart({self._named}: {size}, df: {df})" if self._named != "df" else ""


class LowRankMultivariateNormal(Distribution):
    """The normal distribution of vectors whose covariance is W Wᵀ + D."""

    support, has_rsample, _shown = constraints.real_vector, True, ("loc", "cov_factor", "cov_diag")
    arg_constraints = {"loc": constraints.real_vector, "cov_factor": constraints.independent(constraints.real, 2),
                       "cov_diag": constraints.independent(constraints.positive, 1)}

    def __init__(self, loc, cov_factor, cov_diag, validate_args=None):
        if loc.ndim < 1:
            raise ValueError("loc must be at least one-dimensional.")
        if cov_factor.ndim < 2:
            raise ValueError("cov_factor must be at least two-dimensional, with optional leading batch dimensions")
        if cov_factor.shape[-2:-1] != loc.shape[-1:]:
            raise ValueError(f"cov_factor must be a batch of matrices with shape {loc.shape[-1]} x m")
        if cov_diag.shape[-1:] != loc.shape[-1:]:
            raise ValueError(f"cov_diag must be a batch of vectors with shape {loc.shape[-1:]}")
        batch = torch.broadcast_shapes(loc.shape[:-1], cov_factor.shape[:-2], cov_diag.shape[:-1])
        self.loc, self.cov_diag = loc.expand(tuple(batch) + (-1,)), cov_diag.expand(tuple(batch) + (-1,))
        self.cov_factor = cov_factor.expand(tuple(batch) + (-1, -1))
        super().__init__(batch, loc.shape[-1:], validate_args)

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: self.cov_factor.pow(2).sum(-1) + self.cov_diag)
    covariance_matrix = property(lambda self: self.cov_factor @ self.cov_factor.mT + torch.diag_embed(self.cov_diag))
    precision_matrix = property(lambda self: torch.linalg.inv(self.covariance_matrix))
    scale_tril = property(lambda self: torch.linalg.cholesky(self.covariance_matrix))

    def _capacitance(self):
        """The root of I + Wᵀ D⁻¹ W, and Wᵀ D⁻¹."""
        scaled = self.cov_factor.mT / self.cov_diag.unsqueeze(-2)
        inner = scaled @ self.cov_factor
        return torch.linalg.cholesky(inner + torch.eye(inner.shape[-1], dtype=inner.dtype)), scaled

    def _log_det(self):
        return 2 * self._capacitance()[0].diagonal(dim1=-2, dim2=-1).log().sum(-1) + self.cov_diag.log().sum(-1)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        shape = self._extended_shape(sample_shape)
        small, kind = tuple(shape[:-1]) + tuple(self.cov_factor.shape[-1:]), self.loc.dtype
        one = torch.ones((), dtype=kind)
        inside = torch.normal(torch.zeros(small, dtype=kind), one)
        own = torch.normal(torch.zeros(shape, dtype=kind), one)
        return self.loc + (self.cov_factor @ inside.unsqueeze(-1)).squeeze(-1) + self.cov_diag.sqrt() * own

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        diff, (root, scaled) = value - self.loc, self._capacitance()
        inner = (scaled @ diff.unsqueeze(-1))
        inner = torch.linalg.solve_triangular(root.expand(inner.shape[:-2] + root.shape[-2:]), inner, upper=False)
        square = (diff.pow(2) / self.cov_diag).sum(-1) - inner.pow(2).sum((-2, -1))
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + self._log_det() + square)

    def entropy(self):
        """The entropy."""
        return (0.5 * (self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._log_det())).expand(self._batch_shape)
