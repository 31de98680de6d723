"""Quantities with units: multiplication, comparison, formatting, errors."""
from fractions import Fraction
from functools import total_ordering

@total_ordering
class Quantity:
    PREFIX = {"k": 1000, "M": 10**6, "m": Fraction(1, 1000), "": 1}

    def __init__(self, value, **units):
        self.value = value
        self.units = {u: n for u, n in sorted(units.items()) if n}

    def _same(self, other):
        if not isinstance(other, Quantity):
            return NotImplemented
        if self.units != other.units:
            raise TypeError(f"units differ: {self.unit_text()} and {other.unit_text()}")
        return True

    def unit_text(self):
        return "·".join(u if n == 1 else f"{u}^{n}" for u, n in self.units.items()) or "1"

    def __add__(self, other):
        same = self._same(other)
        return same if same is NotImplemented else Quantity(self.value + other.value, **self.units)

    def __mul__(self, other):
        if isinstance(other, Quantity):
            units = {u: self.units.get(u, 0) + other.units.get(u, 0) for u in {*self.units, *other.units}}
            return Quantity(self.value * other.value, **units)
        return Quantity(self.value * other, **self.units)

    __rmul__ = __mul__

    def __pow__(self, n):
        return Quantity(self.value**n, **{u: k * n for u, k in self.units.items()})

    def __truediv__(self, other):
        return self * (other**-1 if isinstance(other, Quantity) else 1 / other)

    def __eq__(self, other):
        return isinstance(other, Quantity) and (self.value, self.units) == (other.value, other.units)

    def __lt__(self, other):
        same = self._same(other)
        return same if same is NotImplemented else self.value < other.value

    def __hash__(self):
        return hash((self.value, *self.units.items()))

    def __format__(self, spec):
        return f"{self.value:{spec}} {self.unit_text()}"

    __str__ = lambda self: format(self)

    def __repr__(self):
        return f"Quantity({self.value!r}, {', '.join(f'{u}={n}' for u, n in self.units.items())})"

m, s, kg = (Quantity(1, **{u: 1}) for u in ("m", "s", "kg"))
speed = 90 * m / (4 * s)
print(speed, f"{speed:.3f}", repr(speed))
force = 3 * kg * m * s**-2
print(force, force * m, (force / force).units, force > 2 * kg * m * s**-2)
for attempt in (lambda: m + s, lambda: m + 1, lambda: 1 + m, lambda: m < s, lambda: m < 3, lambda: sorted([m, s])):
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError:", error)
print(max(3 * m, 2 * m, 5 * m), sum([m, 2 * m], Quantity(0, m=1)), m == s, m != 1, m >= m)
print(len({m, 1 * m, Quantity(1.0, m=1), s}), Quantity(2, m=0), Quantity(Fraction(3, 4), s=-1))
