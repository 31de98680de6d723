import numbers, math
from fractions import Fraction
from decimal import Decimal
for v in (1, True, 2.5, 1j, Fraction(1, 2), Decimal("1.5"), "x"):
    print(repr(v), [n for n in ("Number", "Complex", "Real", "Rational", "Integral") if isinstance(v, getattr(numbers, n))])
class Mod(numbers.Number):
    p = 7
    def __init__(self, n): self.n = int(n) % self.p
    def _op(f):
        def g(self, o):
            if isinstance(o, Mod): o = o.n
            if not isinstance(o, int): return NotImplemented
            return Mod(f(self.n, o))
        return g
    __add__ = __radd__ = _op(lambda a, b: a + b)
    __mul__ = __rmul__ = _op(lambda a, b: a * b)
    __sub__ = _op(lambda a, b: a - b); __rsub__ = _op(lambda a, b: b - a)
    __truediv__ = _op(lambda a, b: a * pow(b, -1, 7))
    __pow__ = _op(pow)
    def __neg__(self): return Mod(-self.n)
    def __eq__(self, o): return self.n == (o.n if isinstance(o, Mod) else o)
    def __hash__(self): return hash(self.n)
    def __int__(self): return self.n
    def __repr__(self): return f"{self.n}₇"
a, b = Mod(5), Mod(10)
print(a + b, a * b, a - b, 2 - a, a / b, a ** 3, -a, 3 + a, sum([a, b]), a == 5, {a: 1}[Mod(12)], int(a), isinstance(a, numbers.Number), math.prod([a, b, 2]), [Mod(i) ** -1 if False else Mod(i) / Mod(i) for i in (1, 2, 3)])
for f in (lambda: a + 1.5, lambda: "x" + a, lambda: a / Mod(7), lambda: a < b, lambda: a // 2, lambda: round(a), lambda: float(a)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Interval:
    def __init__(self, lo, hi=None): self.lo, self.hi = lo, lo if hi is None else hi
    def __add__(self, o): o = o if isinstance(o, Interval) else Interval(o); return Interval(self.lo + o.lo, self.hi + o.hi)
    __radd__ = __add__
    def __mul__(self, o):
        o = o if isinstance(o, Interval) else Interval(o); ps = [x * y for x in (self.lo, self.hi) for y in (o.lo, o.hi)]
        return Interval(min(ps), max(ps))
    def __contains__(self, x): return self.lo <= x <= self.hi
    def __repr__(self): return f"[{self.lo}, {self.hi}]"
    def __abs__(self): return Interval(0 if 0 in self else min(abs(self.lo), abs(self.hi)), max(abs(self.lo), abs(self.hi)))
    def __round__(self, n=0): return Interval(round(self.lo, n), round(self.hi, n))
i = Interval(-1, 2.345); print(i + 1, 1 + i, i * i, i * -2 if True else 0, 0 in i, abs(i), round(i, 1), sum([i, i, i]), abs(Interval(-5, -2)))
print(1 + 2.5 + Fraction(1, 2), Fraction(1, 3) + 1, Fraction(1, 2) + 0.25, 2 ** Fraction(1, 2), True + True, 3 * False, 1j ** 2, (1 + 2j) * 2.5, Fraction(3, 4) == 0.75 == Decimal("0.75"), hash(Fraction(3, 4)) == hash(0.75) == hash(Decimal("0.75")), sorted([Fraction(1, 3), 0.3, Decimal("0.31"), 1]), max(1, 1.0, True), round(Fraction(7, 2)), math.floor(Decimal("-1.5")), int(Fraction(-7, 2)), divmod(Fraction(7, 2), 1), Decimal(1) / 3 * 3 == 1, 0.1 + 0.2 == Decimal("0.3"))
