"""Functions of random numbers."""

import functools
import math
import numbers

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions.distribution import broadcast, summed
from torch.distributions.utils import tril_matrix_to_vec, vec_to_tril_matrix


class Transform:
    """y = f(x) with its inverse and log |dy/dx|. With cache_size=1 the last pair is remembered."""

    bijective = False

    def __init__(self, cache_size=0):
        if cache_size not in (0, 1):
            raise ValueError("cache_size must be 0 or 1")
        self._cache_size, self._inv, self._cached = cache_size, None, (None, None)

    @property
    def event_dim(self):
        """How many dimensions one value has."""
        if self.domain.event_dim == self.codomain.event_dim:
            return self.domain.event_dim
        raise ValueError("Please use either .domain.event_dim or .codomain.event_dim")

    @property
    def inv(self):
        """The function the other way."""
        if self._inv is None:
            self._inv = _InverseTransform(self)
        return self._inv

    @property
    def sign(self):
        """The sign of the derivative."""
        raise NotImplementedError

    def with_cache(self, cache_size=1):
        """The same with another size of the cache."""
        if self._cache_size == cache_size:
            return self
        if type(self).__init__ is Transform.__init__:
            return type(self)(cache_size=cache_size)
        out = object.__new__(type(self))
        out.__dict__.update(self.__dict__)
        out.__dict__.update(_cache_size=cache_size, _inv=None, _cached=(None, None))
        return out

    def _settings(self):
        """What makes two of one class equal; None: they never are."""
        return ()

    def __eq__(self, other):
        if self is other:
            return True
        mine = self._settings()
        return mine is not None and type(self) is type(other) and all(_same(a, b) for a, b in zip(mine, other._settings()))

    def __ne__(self, other):
        return not self == other

    __hash__ = object.__hash__

    def __call__(self, x):
        if self._cache_size and x is self._cached[0]:
            return self._cached[1]
        y = self._call(x)
        if self._cache_size:
            self._cached = x, y
        return y

    def _inv_call(self, y):
        if self._cache_size and y is self._cached[1]:
            return self._cached[0]
        x = self._inverse(y)
        if self._cache_size:
            self._cached = x, y
        return x

    def _call(self, x):
        raise NotImplementedError

    def _inverse(self, y):
        raise NotImplementedError

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        raise NotImplementedError

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return shape

    def inverse_shape(self, shape):
        """The shape of x."""
        return shape

    def __repr__(self):
        return f"{type(self).__name__}()"


def _same(a, b):
    if torch.is_tensor(a) or torch.is_tensor(b):
        return bool((a == b).all())
    return a == b


def _deep_enough(shape, dims):
    if len(shape) < dims:
        raise ValueError("Too few dimensions on input")
    return shape


class _InverseTransform(Transform):
    def __init__(self, of):
        super().__init__(of._cache_size)
        self._inv = of

    inv = property(lambda self: self._inv)
    domain = property(lambda self: self._inv.codomain)
    codomain = property(lambda self: self._inv.domain)
    bijective = property(lambda self: self._inv.bijective)
    sign = property(lambda self: self._inv.sign)

    def with_cache(self, cache_size=1):
        return self.inv.with_cache(cache_size).inv

    def _settings(self):
        return (self._inv,)

    def __call__(self, y):
        return self._inv._inv_call(y)

    def _inverse(self, x):
        return self._inv(x)

    def log_abs_det_jacobian(self, y, x):
        return -self._inv.log_abs_det_jacobian(x, y)

    def forward_shape(self, shape):
        return self._inv.inverse_shape(shape)

    def inverse_shape(self, shape):
        return self._inv.forward_shape(shape)

    def __repr__(self):
        return f"_InverseTransform({self._inv!r})"


class _Pointwise(Transform):
    """A rising function of each number."""

    bijective, sign = True, +1
    domain = codomain = constraints.real


class ExpTransform(_Pointwise):
    """exp(x)."""

    codomain = constraints.positive

    def _call(self, x):
        return x.exp()

    def _inverse(self, y):
        return y.log()

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return x


class PowerTransform(_Pointwise):
    """x ** exponent."""

    domain = codomain = constraints.positive

    def __init__(self, exponent, cache_size=0):
        super().__init__(cache_size)
        (self.exponent,) = broadcast(exponent)

    sign = property(lambda self: self.exponent.sign())

    def _settings(self):
        return (self.exponent,)

    def _call(self, x):
        return x.pow(self.exponent)

    def _inverse(self, y):
        return y.pow(1 / self.exponent)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return (self.exponent * y / x).abs().log()

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return torch.broadcast_shapes(shape, self.exponent.shape)

    inverse_shape = forward_shape


class AffineTransform(Transform):
    """loc + scale · x."""

    bijective = True

    def __init__(self, loc, scale, event_dim=0, cache_size=0):
        super().__init__(cache_size)
        self.loc, self.scale, self._event_dim = loc, scale, event_dim

    event_dim = property(lambda self: self._event_dim)
    domain = codomain = property(lambda self: constraints.independent(constraints.real, self._event_dim) if self._event_dim
                                 else constraints.real)

    @property
    def sign(self):
        """The sign of the scale."""
        if isinstance(self.scale, numbers.Number):
            return (self.scale > 0) - (self.scale < 0)
        return self.scale.sign()

    def _settings(self):
        return self.loc, self.scale

    def _call(self, x):
        return self.loc + self.scale * x

    def _inverse(self, y):
        return (y - self.loc) / self.scale

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        if torch.is_tensor(self.scale):
            out = self.scale.abs().log()
        else:
            out = torch.full_like(x, math.log(abs(self.scale)))
        if not self._event_dim:
            return out.expand(x.shape)
        return summed(out.expand(x.shape), self._event_dim)

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return torch.broadcast_shapes(shape, getattr(self.loc, "shape", ()), getattr(self.scale, "shape", ()))

    inverse_shape = forward_shape


class SigmoidTransform(_Pointwise):
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


class TanhTransform(_Pointwise):
    """tanh(x)."""

    codomain = constraints.interval(-1.0, 1.0)

    def _call(self, x):
        return x.tanh()

    def _inverse(self, y):
        return torch.atanh(y)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return 2.0 * (math.log(2.0) - x - F.softplus(-2.0 * x))


class SoftplusTransform(_Pointwise):
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

    domain, codomain = constraints.real, constraints.positive

    def _call(self, x):
        return x.abs()

    def _inverse(self, y):
        return y


class CumulativeDistributionTransform(_Pointwise):
    """The cdf of a distribution."""

    codomain = constraints.unit_interval

    def __init__(self, distribution, cache_size=0):
        super().__init__(cache_size)
        self.distribution = distribution

    domain = property(lambda self: self.distribution.support)

    def _settings(self):
        return None

    def _call(self, x):
        return self.distribution.cdf(x)

    def _inverse(self, y):
        return self.distribution.icdf(y)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return self.distribution.log_prob(x)


class SoftmaxTransform(Transform):
    """Probabilities of unnormalised logarithms."""

    domain, codomain = constraints.real_vector, constraints.simplex

    def _call(self, x):
        weights = (x - x.max(-1, True)[0]).exp()
        return weights / weights.sum(-1, True)

    def _inverse(self, y):
        return y.log()

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return _deep_enough(shape, 1)

    inverse_shape = forward_shape


class StickBreakingTransform(Transform):
    """K numbers as K + 1 probabilities: each takes a part of what is left."""

    domain, codomain, bijective = constraints.real_vector, constraints.simplex, True

    def _left(self, like):
        return like.shape[-1] + 1 - like.new_ones(like.shape[-1]).cumsum(-1)

    def _call(self, x):
        parts = SigmoidTransform()._call(x - self._left(x).log())
        kept = (1 - parts).cumprod(-1)
        return F.pad(parts, [0, 1], value=1) * F.pad(kept, [1, 0], value=1)

    def _inverse(self, y):
        short = y[..., :-1]
        left = (1 - short.cumsum(-1)).clamp(min=torch.finfo(y.dtype).tiny)
        return short.log() - left.log() + self._left(short).log()

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        x = x - self._left(x).log()
        return (-x + F.logsigmoid(x) + y[..., :-1].log()).sum(-1)

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return _deep_enough(shape, 1)[:-1] + (shape[-1] + 1,)

    def inverse_shape(self, shape):
        """The shape of x."""
        return _deep_enough(shape, 1)[:-1] + (shape[-1] - 1,)


class LowerCholeskyTransform(Transform):
    """A matrix made triangular, with a positive diagonal."""

    domain, codomain, bijective = constraints.independent(constraints.real, 2), constraints.lower_cholesky, True

    def _call(self, x):
        return x.tril(-1) + x.diagonal(dim1=-2, dim2=-1).exp().diag_embed()

    def _inverse(self, y):
        return y.tril(-1) + y.diagonal(dim1=-2, dim2=-1).log().diag_embed()


class PositiveDefiniteTransform(Transform):
    """A matrix made positive definite."""

    domain, codomain = constraints.independent(constraints.real, 2), constraints.positive_definite

    def _call(self, x):
        root = LowerCholeskyTransform()(x)
        return root @ root.mT

    def _inverse(self, y):
        return LowerCholeskyTransform().inv(torch.linalg.cholesky(y))


class CorrCholeskyTransform(Transform):
    """D (D - 1) / 2 numbers as the root of a matrix of correlations."""

    domain, codomain, bijective = constraints.real_vector, constraints.corr_cholesky, True

    def _settings(self):
        return None

    def _call(self, x):
        eps = torch.finfo(x.dtype).eps
        r = vec_to_tril_matrix(torch.tanh(x).clamp(min=-1 + eps, max=1 - eps), diag=-1)
        left = (1 - r ** 2).sqrt().cumprod(-1)
        return (r + torch.eye(r.shape[-1], dtype=r.dtype)) * F.pad(left[..., :-1], [1, 0], value=1)

    def _inverse(self, y):
        left = F.pad((1 - torch.cumsum(y * y, dim=-1))[..., :-1], [1, 0], value=1)
        t = tril_matrix_to_vec(y, diag=-1) / tril_matrix_to_vec(left, diag=-1).sqrt()
        return (t.log1p() - t.neg().log1p()) / 2

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        left = tril_matrix_to_vec(1 - (y * y).cumsum(dim=-1), diag=-2)
        return 0.5 * left.log().sum(-1) - 2 * (x + F.softplus(-2 * x) - math.log(2.0)).sum(dim=-1)

    def forward_shape(self, shape):
        """The shape of f(x)."""
        n = _deep_enough(shape, 1)[-1]
        size = round((0.25 + 2 * n) ** 0.5 + 0.5)
        if size * (size - 1) // 2 != n:
            raise ValueError("Input is not a flattened lower-diagonal number")
        return shape[:-1] + (size, size)

    def inverse_shape(self, shape):
        """The shape of x."""
        if _deep_enough(shape, 2)[-2] != shape[-1]:
            raise ValueError("Input is not square")
        return shape[:-2] + (shape[-1] * (shape[-1] - 1) // 2,)


class ReshapeTransform(Transform):
    """The same numbers in another shape."""

    bijective = True

    def __init__(self, in_shape, out_shape, cache_size=0):
        self.in_shape, self.out_shape = torch.Size(in_shape), torch.Size(out_shape)
        if self.in_shape.numel() != self.out_shape.numel():
            raise ValueError("in_shape, out_shape have different numbers of elements")
        super().__init__(cache_size)

    domain = property(lambda self: constraints.independent(constraints.real, len(self.in_shape)))
    codomain = property(lambda self: constraints.independent(constraints.real, len(self.out_shape)))

    def _settings(self):
        return None

    def _call(self, x):
        return x.reshape(x.shape[:x.ndim - len(self.in_shape)] + self.out_shape)

    def _inverse(self, y):
        return y.reshape(y.shape[:y.ndim - len(self.out_shape)] + self.in_shape)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return x.new_zeros(x.shape[:x.ndim - len(self.in_shape)])

    @staticmethod
    def _other(shape, before, after):
        cut = len(_deep_enough(shape, len(before))) - len(before)
        if tuple(shape[cut:]) != tuple(before):
            raise ValueError(f"Shape mismatch: expected {shape[cut:]} but got {before}")
        return torch.Size(shape[:cut] + after)

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return self._other(torch.Size(shape), self.in_shape, self.out_shape)

    def inverse_shape(self, shape):
        """The shape of x."""
        return self._other(torch.Size(shape), self.out_shape, self.in_shape)


class IndependentTransform(Transform):
    """The last dimensions as part of the event."""

    def __init__(self, base_transform, reinterpreted_batch_ndims, cache_size=0):
        super().__init__(cache_size)
        self.base_transform = base_transform.with_cache(cache_size)
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims

    domain = property(lambda self: constraints.independent(self.base_transform.domain, self.reinterpreted_batch_ndims))
    codomain = property(lambda self: constraints.independent(self.base_transform.codomain, self.reinterpreted_batch_ndims))
    bijective = property(lambda self: self.base_transform.bijective)
    sign = property(lambda self: self.base_transform.sign)

    def _settings(self):
        return None

    def _call(self, x):
        _deep_enough(x.shape, self.domain.event_dim)
        return self.base_transform(x)

    def _inverse(self, y):
        _deep_enough(y.shape, self.codomain.event_dim)
        return self.base_transform.inv(y)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return summed(self.base_transform.log_abs_det_jacobian(x, y), self.reinterpreted_batch_ndims)

    def forward_shape(self, shape):
        """The shape of f(x)."""
        return self.base_transform.forward_shape(shape)

    def inverse_shape(self, shape):
        """The shape of x."""
        return self.base_transform.inverse_shape(shape)

    def __repr__(self):
        return f"IndependentTransform({self.base_transform!r}, {self.reinterpreted_batch_ndims})"


class _Pieces(Transform):
    """Several functions, each of a piece along a dimension."""

    bijective = property(lambda self: all(t.bijective for t in self.transforms))

    def _settings(self):
        return None

    def _call(self, x):
        return self._joined([t(v) for t, v in zip(self.transforms, self._pieces(x))])

    def _inverse(self, y):
        return self._joined([t.inv(v) for t, v in zip(self.transforms, self._pieces(y))])


class CatTransform(_Pieces):
    """Functions of pieces of given lengths."""

    def __init__(self, tseq, dim=0, lengths=None, cache_size=0):
        super().__init__(cache_size)
        self.transforms, self.dim = list(tseq), dim
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)

    event_dim = property(lambda self: max(t.event_dim for t in self.transforms))
    length = property(lambda self: sum(self.lengths))
    domain = property(lambda self: constraints.cat([t.domain for t in self.transforms], self.dim, self.lengths))
    codomain = property(lambda self: constraints.cat([t.codomain for t in self.transforms], self.dim, self.lengths))

    def _pieces(self, x):
        return x.split(self.lengths, self.dim)

    def _joined(self, parts):
        return torch.cat(parts, dim=self.dim)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        parts = [summed(t.log_abs_det_jacobian(a, b), self.event_dim - t.event_dim)
                 for t, a, b in zip(self.transforms, self._pieces(x), self._pieces(y))]
        dim = (self.dim - x.ndim if self.dim >= 0 else self.dim) + self.event_dim
        return torch.cat(parts, dim=dim) if dim < 0 else sum(parts)


class StackTransform(_Pieces):
    """Functions of slices."""

    def __init__(self, tseq, dim=0, cache_size=0):
        super().__init__(cache_size)
        self.transforms, self.dim = list(tseq), dim

    domain = property(lambda self: constraints.stack([t.domain for t in self.transforms], self.dim))
    codomain = property(lambda self: constraints.stack([t.codomain for t in self.transforms], self.dim))

    def _pieces(self, x):
        return x.unbind(self.dim)

    def _joined(self, parts):
        return torch.stack(parts, dim=self.dim)

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        return torch.stack([t.log_abs_det_jacobian(a, b) for t, a, b in zip(self.transforms, self._pieces(x), self._pieces(y))],
                           dim=self.dim)


class ComposeTransform(Transform):
    """Several, one after another."""

    def __init__(self, parts, cache_size=0):
        super().__init__(cache_size)
        self.parts = [p.with_cache(cache_size) for p in parts] if cache_size else list(parts)

    def _end(self, constraint, parts, near, far):
        """The constraint at one end, with as many event dimensions as the whole needs."""
        dims = getattr(parts[0], near).event_dim
        for part in parts:
            dims += getattr(part, far).event_dim - getattr(part, near).event_dim
            dims = max(dims, getattr(part, far).event_dim)
        more = dims - constraint.event_dim
        return constraints.independent(constraint, more) if more else constraint

    @property
    def domain(self):
        """What the first one takes."""
        return self._end(self.parts[0].domain, self.parts[::-1], "codomain", "domain") if self.parts else constraints.real

    @property
    def codomain(self):
        """What the last one gives."""
        return self._end(self.parts[-1].codomain, self.parts, "domain", "codomain") if self.parts else constraints.real

    bijective = property(lambda self: all(p.bijective for p in self.parts))
    sign = property(lambda self: functools.reduce(lambda a, p: a * p.sign, self.parts, 1))

    @property
    def inv(self):
        """The function the other way."""
        if self._inv is None:
            self._inv = ComposeTransform([p.inv for p in reversed(self.parts)])
            self._inv._inv = self
        return self._inv

    def with_cache(self, cache_size=1):
        """The same with another size of the cache."""
        return self if self._cache_size == cache_size else ComposeTransform(self.parts, cache_size)

    def _settings(self):
        return (self.parts,)

    def __call__(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def log_abs_det_jacobian(self, x, y):
        """log |dy/dx|."""
        if not self.parts:
            return torch.zeros_like(x)
        total, dims = 0.0, self.domain.event_dim
        for i, part in enumerate(self.parts):
            after = y if i == len(self.parts) - 1 else part(x)
            total = total + summed(part.log_abs_det_jacobian(x, after), dims - part.domain.event_dim)
            dims += part.codomain.event_dim - part.domain.event_dim
            x = after
        return total

    def forward_shape(self, shape):
        """The shape of f(x)."""
        for part in self.parts:
            shape = part.forward_shape(shape)
        return shape

    def inverse_shape(self, shape):
        """The shape of x."""
        for part in reversed(self.parts):
            shape = part.inverse_shape(shape)
        return shape

    def __repr__(self):
        return "ComposeTransform(\n    " + ",\n    ".join(repr(p) for p in self.parts) + "\n)"


identity_transform = ComposeTransform([])
