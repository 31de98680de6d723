"""Intervals: every operator, containment, unions, hulls; errors where the result is undefined."""
import math
from functools import reduce

class Interval:
    __slots__ = ("low", "high")
    __match_args__ = ("low", "high")

    def __init__(self, low, high=None):
        high = low if high is None else high
        if low > high:
            raise ValueError(f"[{low}, {high}] is empty")
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} cannot be changed ({name})")

    @staticmethod
    def of(x):
        return x if isinstance(x, Interval) else Interval(x)

    def __repr__(self):
        return f"[{self.low:g}, {self.high:g}]"

    def __add__(self, o):
        o = self.of(o)
        return Interval(self.low + o.low, self.high + o.high)

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __sub__(self, o):
        return self + -self.of(o)

    def __rsub__(self, o):
        return self.of(o) - self

    def __mul__(self, o):
        o = self.of(o)
        products = [a * b for a in (self.low, self.high) for b in (o.low, o.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, o):
        o = self.of(o)
        if 0 in o:
            raise ZeroDivisionError(f"{o!r} holds 0")
        return self * Interval(1 / o.high, 1 / o.low)

    def __rtruediv__(self, o):
        return self.of(o) / self

    __radd__, __rmul__ = __add__, __mul__

    def __contains__(self, x):
        x = self.of(x)
        return self.low <= x.low and x.high <= self.high

    def __and__(self, o):
        low, high = max(self.low, o.low), min(self.high, o.high)
        return Interval(low, high) if low <= high else None

    def __or__(self, o):
        return Interval(min(self.low, o.low), max(self.high, o.high))

    def __abs__(self):
        match self:
            case Interval(low, high) if low >= 0 or high <= 0:
                return Interval(*sorted((abs(low), abs(high))))
            case Interval(low, high):
                return Interval(0, max(-low, high))

    def __bool__(self):
        return self.low != self.high

    def __iter__(self):
        return iter((self.low, self.high))

a, b = Interval(1, 3), Interval(-2, 0.5)
print(a + b, a - b, a * b, b / a, 1 - a, 10 / a, -a, 2 * b + 1, sum([a, a, b], Interval(0)))
print(abs(a), abs(b), abs(-a), a & b, a & Interval(2, 9), a | b, 2 in a, a in a | b, b in a)
print(bool(Interval(4)), [*a], dict([tuple(a)]), max(*b), math.dist(a, b), reduce(Interval.__or__, [b, Interval(9), a]))
for bad in (lambda: a / b, lambda: Interval(2, 1), lambda: setattr(a, "low", 0), lambda: a + "x", lambda: a.mid,
            lambda: a < b, lambda: hash(a) and a[0]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
low, high = a
a += 1
print(a, (low, high), a.__slots__, hasattr(a, "__dict__"))
