"""What values a parameter or a draw may have."""

import torch


class Constraint:
    """A set of values: check(value) tells which of them are in it."""

    is_discrete, event_dim = False, 0

    def check(self, value):
        """Which values are in the set."""
        raise NotImplementedError

    def __repr__(self):
        return type(self).__name__ + "()"


class _Known(Constraint):
    """A set that a function tells; `bounds` are attributes, and print."""

    def __init__(self, name, check, discrete=False, event_dim=0, shown=True, **bounds):
        self._name, self._check, self.is_discrete, self.event_dim = name, check, discrete, event_dim
        self.__dict__.update(bounds)
        self._bounds = bounds if shown else {}

    def check(self, value):
        """Which values are in the set."""
        return self._check(value)

    def __repr__(self):
        return f"{self._name}({', '.join(f'{k}={v}' for k, v in self._bounds.items())})"


class _Dependent(Constraint):
    """A set that depends on other parameters."""

    def __init__(self, *, is_discrete=NotImplemented, event_dim=NotImplemented):
        self._settings = {"is_discrete": is_discrete, "event_dim": event_dim}

    def _setting(self, name):
        if self._settings[name] is NotImplemented:
            raise NotImplementedError(f".{name} cannot be determined statically")
        return self._settings[name]

    is_discrete = property(lambda self: self._setting("is_discrete"))
    event_dim = property(lambda self: self._setting("event_dim"))

    def __call__(self, **settings):
        return _Dependent(**{**self._settings, **settings})

    def check(self, value):
        """Not known without the other parameters."""
        raise ValueError("Cannot determine validity of dependent constraint")

    def __repr__(self):
        return "Dependent()"


def is_dependent(constraint):
    """Does the set depend on other parameters?"""
    return isinstance(constraint, _Dependent)


def dependent_property(function=None, *, is_discrete=False, event_dim=0):
    """A property whose value is a set."""
    return property if function is None else property(function)


class independent(Constraint):
    """The last dimensions must all be in a set."""

    def __init__(self, base_constraint, reinterpreted_batch_ndims):
        self.base_constraint, self.reinterpreted_batch_ndims = base_constraint, reinterpreted_batch_ndims
        self.is_discrete = base_constraint.is_discrete
        self.event_dim = base_constraint.event_dim + reinterpreted_batch_ndims

    def check(self, value):
        """Which values are in the set."""
        out = self.base_constraint.check(value)
        if out.ndim < self.reinterpreted_batch_ndims:
            raise ValueError(f"Expected value.dim() >= {self.event_dim} but got {value.ndim}")
        for _ in range(self.reinterpreted_batch_ndims):
            out = out.all(-1)
        return out

    def __repr__(self):
        return f"IndependentConstraint({self.base_constraint!r}, {self.reinterpreted_batch_ndims})"


class MixtureSameFamilyConstraint(Constraint):
    """Values that all components may have."""

    def __init__(self, base_constraint):
        self.base_constraint = base_constraint
        self.is_discrete, self.event_dim = base_constraint.is_discrete, base_constraint.event_dim

    def check(self, value):
        """Which values are in the set."""
        out = self.base_constraint.check(value.unsqueeze(-1 - self.event_dim))
        return out.reshape(out.shape[:value.ndim - self.event_dim] + (-1,)).all(-1)

    def __repr__(self):
        return f"MixtureSameFamilyConstraint({self.base_constraint!r})"


class cat(Constraint):
    """Sets for pieces along a dimension."""

    def __init__(self, cseq, dim=0, lengths=None):
        self.cseq, self.dim = list(cseq), dim
        self.lengths = [1] * len(self.cseq) if lengths is None else list(lengths)
        self.is_discrete = any(c.is_discrete for c in self.cseq)
        self.event_dim = max(c.event_dim for c in self.cseq)

    def check(self, value):
        """Which values are in the set."""
        return torch.cat([c.check(v) for c, v in zip(self.cseq, value.split(self.lengths, self.dim))], self.dim)

    def __repr__(self):
        return "Cat()"


class stack(Constraint):
    """Sets for slices along a dimension."""

    def __init__(self, cseq, dim=0):
        self.cseq, self.dim = list(cseq), dim
        self.is_discrete = any(c.is_discrete for c in self.cseq)
        self.event_dim = max(c.event_dim for c in self.cseq)
        self.event_dim += self.dim + self.event_dim < 0

    def check(self, value):
        """Which values are in the set."""
        return torch.stack([c.check(v) for c, v in zip(self.cseq, value.unbind(self.dim))], self.dim)

    def __repr__(self):
        return "Stack()"


def greater_than(lower_bound):
    """Above a bound."""
    return _Known("GreaterThan", lambda v: lower_bound < v, lower_bound=lower_bound)


def greater_than_eq(lower_bound):
    """Not below a bound."""
    return _Known("GreaterThanEq", lambda v: lower_bound <= v, lower_bound=lower_bound)


def less_than(upper_bound):
    """Below a bound."""
    return _Known("LessThan", lambda v: v < upper_bound, upper_bound=upper_bound)


def interval(lower_bound, upper_bound):
    """Between bounds."""
    return _Known("Interval", lambda v: (v >= lower_bound) & (v <= upper_bound), lower_bound=lower_bound, upper_bound=upper_bound)


def half_open_interval(lower_bound, upper_bound):
    """Between bounds, the upper one excluded."""
    return _Known("HalfOpenInterval", lambda v: (v >= lower_bound) & (v < upper_bound), lower_bound=lower_bound,
                  upper_bound=upper_bound)


def integer_interval(lower_bound, upper_bound):
    """Whole numbers between bounds."""
    return _Known("IntegerInterval", lambda v: (v % 1 == 0) & (v >= lower_bound) & (v <= upper_bound), True,
                  lower_bound=lower_bound, upper_bound=upper_bound)


def multinomial(upper_bound):
    """Counts with a given sum."""
    return _Known("Multinomial", lambda v: (v >= 0).all(-1) & (v.sum(-1) <= upper_bound), True, 1, False, upper_bound=upper_bound)


def _whole_from(least):
    return _Known("IntegerGreaterThan", lambda v: (v % 1 == 0) & (v >= least), True, lower_bound=least)


def _triangular(v):
    return (v.tril() == v).flatten(-2).all(-1)


def _cholesky(v):
    return _triangular(v) & (v.diagonal(dim1=-2, dim2=-1) > 0).all(-1)


def _unit_rows(v):
    tolerance = torch.finfo(v.dtype).eps * v.shape[-1] * 10
    return _cholesky(v) & (torch.linalg.norm(v.detach(), dim=-1) - 1.0).abs().le(tolerance).all(-1)


def _square(v):
    return torch.full(v.shape[:-2], v.shape[-2] == v.shape[-1])


def _symmetric(v):
    return torch.isclose(v, v.mT, atol=1e-6).all(-2).all(-1) if v.shape[-2] == v.shape[-1] else _square(v)


def _if_symmetric(test):
    """The test where all matrices are symmetric; else which of them are."""

    def check(v):
        symmetric = _symmetric(v)
        return test(v) if symmetric.all() else symmetric

    return check


dependent = _Dependent()
boolean = _Known("Boolean", lambda v: (v == 0) | (v == 1), True)
one_hot = _Known("OneHot", lambda v: ((v == 0) | (v == 1)).all(-1) & v.sum(-1).eq(1), True, 1)
nonnegative_integer, positive_integer = _whole_from(0), _whole_from(1)
real = _Known("Real", lambda v: v == v)
real_vector = independent(real, 1)
positive, nonnegative = greater_than(0.0), greater_than_eq(0.0)
unit_interval = interval(0.0, 1.0)
simplex = _Known("Simplex", lambda v: torch.all(v >= 0, dim=-1) & ((v.sum(-1) - 1).abs() < 1e-6), event_dim=1)
lower_triangular = _Known("LowerTriangular", _triangular, event_dim=2)
lower_cholesky = _Known("LowerCholesky", _cholesky, event_dim=2)
corr_cholesky = _Known("CorrCholesky", _unit_rows, event_dim=2)
square = _Known("Square", _square, event_dim=2)
symmetric = _Known("Symmetric", _symmetric, event_dim=2)
positive_semidefinite = _Known("PositiveSemidefinite", _if_symmetric(lambda v: torch.linalg.eigvalsh(v).ge(0).all(-1)), event_dim=2)
positive_definite = _Known("PositiveDefinite", _if_symmetric(lambda v: torch.linalg.cholesky_ex(v).info.eq(0)), event_dim=2)
