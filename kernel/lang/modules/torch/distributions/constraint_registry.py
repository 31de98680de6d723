"""The transform that leads to the values of a constraint."""

from torch.distributions import constraints, transforms
from torch.distributions.constraints import Constraint


def _between(c):
    if (c.lower_bound, c.upper_bound) == (0, 1):
        return transforms.SigmoidTransform()
    return transforms.ComposeTransform([transforms.SigmoidTransform(),
                                        transforms.AffineTransform(c.lower_bound, c.upper_bound - c.lower_bound)])


def _above(c):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(c.lower_bound, 1)])


_BY_NAME = {
    "Real": lambda c: transforms.identity_transform,
    "GreaterThan": _above,
    "GreaterThanEq": _above,
    "LessThan": lambda c: transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(c.upper_bound, -1)]),
    "Interval": _between,
    "HalfOpenInterval": _between,
    "LowerCholesky": lambda c: transforms.LowerCholeskyTransform(),
    "CorrCholesky": lambda c: transforms.CorrCholeskyTransform(),
    "PositiveDefinite": lambda c: transforms.PositiveDefiniteTransform(),
    "PositiveSemidefinite": lambda c: transforms.PositiveDefiniteTransform(),
}


class ConstraintRegistry:
    """Calling it with a constraint gives a transform from all real numbers."""

    def __init__(self, simplex):
        self._registry = {**_BY_NAME, "Simplex": simplex}

    def register(self, constraint, factory=None):
        """Says how a constraint's transform is made; without factory: decorates the function that does."""
        if factory is None:
            return lambda f: self.register(constraint, f)
        if not isinstance(constraint, (Constraint, type)):
            raise TypeError("Expected constraint to be either a Constraint subclass or instance, but got "
                            f"{constraint}")
        self._registry[_key(constraint)] = factory
        return factory

    def __call__(self, constraint):
        if isinstance(constraint, constraints.independent):
            inside = self(constraint.base_constraint)
            return transforms.IndependentTransform(inside, constraint.reinterpreted_batch_ndims)
        if isinstance(constraint, constraints.cat):
            return transforms.CatTransform([self(c) for c in constraint.cseq], constraint.dim, constraint.lengths)
        if isinstance(constraint, constraints.stack):
            return transforms.StackTransform([self(c) for c in constraint.cseq], constraint.dim)
        factory = self._registry.get(_key(constraint))
        if factory is None:
            raise NotImplementedError(f"Cannot transform {type(constraint).__name__} constraints")
        return factory(constraint)


def _key(constraint):
    kind = constraint if isinstance(constraint, type) else type(constraint)
    return getattr(constraint, "_name", kind)


transform_to = ConstraintRegistry(lambda c: transforms.SoftmaxTransform())
biject_to = ConstraintRegistry(lambda c: transforms.StickBreakingTransform())
