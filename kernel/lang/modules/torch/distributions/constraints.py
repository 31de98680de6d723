"""What values a parameter or a draw may have."""

import torch


class Constraint:
    """A set of values: check(value) tells which of them are in it."""

    is_discrete, event_dim = False, 0

    def __init__(self, name, check, discrete=False, event_dim=0, **bounds):
        self._name, self._check, self.is_discrete, self.event_dim = name, check, discrete, event_dim
        self.__dict__.update(bounds)
        self._bounds = bounds

    def check(self, value):
        """Which values are in the set."""
        return self._check(value)

    def __repr__(self):
        return f"{self._name}({', '.join(f'{k}={v}' for k, v in self._bounds.items())})"


class independent(Constraint):
    """The last dimensions must all be in a set."""

    def __init__(self, base_constraint, reinterpreted_batch_ndims):
        self.base_constraint, self.reinterpreted_batch_ndims = base_constraint, reinterpreted_batch_ndims
        self.is_discrete = base_constraint.is_discrete
        self.event_dim = base_constraint.event_dim + reinterpreted_batch_ndims

    def check(self, value):
        """Which values are in the set."""
        out = self.base_constraint.check(value)
        for _ in range(self.reinterpreted_batch_ndims):
            out = out.all(-1)
        return out

    def __repr__(self):
        return f"IndependentConstraint({self.base_constraint!r}, {self.reinterpreted_batch_ndims})"


def greater_than(lower_bound):
    """Above a bound."""
    return Constraint("GreaterThan", lambda v: v > lower_bound, lower_bound=lower_bound)


def greater_than_eq(lower_bound):
    """Not below a bound."""
    return Constraint("GreaterThanEq", lambda v: v >= lower_bound, lower_bound=lower_bound)


def less_than(upper_bound):
    """Below a bound."""
    return Constraint("LessThan", lambda v: v < upper_bound, upper_bound=upper_bound)


def interval(lower_bound, upper_bound):
    """Between bounds."""
    return Constraint("Interval", lambda v: (v >= lower_bound) & (v <= upper_bound), lower_bound=lower_bound, upper_bound=upper_bound)


def half_open_interval(lower_bound, upper_bound):
    """Between bounds, the upper one excluded."""
    return Constraint("HalfOpenInterval", lambda v: (v >= lower_bound) & (v < upper_bound), lower_bound=lower_bound,
                      upper_bound=upper_bound)


def integer_interval(lower_bound, upper_bound):
    """Whole numbers between bounds."""
    return Constraint("IntegerInterval", lambda v: (v % 1 == 0) & (v >= lower_bound) & (v <= upper_bound), True,
                      lower_bound=lower_bound, upper_bound=upper_bound)


def _symmetric(v):
    return torch.isclose(v, v.mT, atol=1e-6).all(-2).all(-1)


boolean = Constraint("Boolean", lambda v: (v == 0) | (v == 1), True)
one_hot = Constraint("OneHot", lambda v: ((v == 0) | (v == 1)).all(-1) & v.sum(-1).eq(1), True, 1)
nonnegative_integer = Constraint("IntegerGreaterThan", lambda v: (v % 1 == 0) & (v >= 0), True, lower_bound=0)
positive_integer = Constraint("IntegerGreaterThan", lambda v: (v % 1 == 0) & (v >= 1), True, lower_bound=1)
real = Constraint("Real", lambda v: v == v)
real_vector = independent(real, 1)
positive, nonnegative = greater_than(0.0), greater_than_eq(0.0)
unit_interval = interval(0.0, 1.0)
simplex = Constraint("Simplex", lambda v: torch.all(v >= 0, dim=-1) & ((v.sum(-1) - 1).abs() < 1e-6), event_dim=1)
lower_triangular = Constraint("LowerTriangular", lambda v: (v.tril() == v).flatten(-2).all(-1), event_dim=2)
lower_cholesky = Constraint("LowerCholesky", lambda v: (v.tril() == v).flatten(-2).all(-1) & (v.diagonal(dim1=-2, dim2=-1) > 0).all(-1),
                            event_dim=2)
symmetric = Constraint("Symmetric", _symmetric, event_dim=2)
positive_definite = Constraint("PositiveDefinite", lambda v: _symmetric(v) & torch.linalg.cholesky_ex(v).info.eq(0), event_dim=2)


def multinomial(upper_bound):
    """Counts with a given sum."""
    return Constraint("Multinomial", lambda v: (v >= 0).all(-1) & (v.sum(-1) <= upper_bound), True, 1)
