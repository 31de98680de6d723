from fractions import Fraction as F
import math
print(F(1, 3), repr(F(2, 4)), F("3/6"), F("1.25"), F("-1e-2"), F(0.5), F(0.1), F(7), F(), F(-6, -8), F(3, -9), F(" 5/7 "), F("1_0/3"), F(F(1, 2), F(3, 4)))
a, b = F(3, 4), F(-5, 6)
for op in ("+", "-", "*", "/", "//", "%", "**"):
    r = {"+": a + b, "-": a - b, "*": a * b, "/": a / b, "//": a // b, "%": a % b, "**": a ** 3}[op]
    print(op, r, type(r).__name__)
print(a + 1, 1 - a, a * 2.0, 2 / a, a ** -2, a ** 0.5, 2 ** F(2), 2 ** F(1, 2), F(4) ** F(1, 2), a ** F(2), -b, abs(b), +a, ~0, divmod(a, b), a // 1, 5 % a, a == 0.75, a == F(6, 8), a > b, a < 1, b <= -0.5, a != 1, hash(a) == hash(0.75), hash(F(2)) == hash(2), bool(F(0)), {F(1, 2): "h"}[0.5])
print(a.numerator, a.denominator, round(F(5, 2)), round(F(7, 3), 2), math.floor(b), math.ceil(b), int(b), float(F(1, 3)), complex(a), a.limit_denominator(3), F(math.pi).limit_denominator(1000), F(math.pi).limit_denominator(10), a.as_integer_ratio(), F.from_float(0.25), str(F(5, 1)), f"{F(1, 3)!s:>6}", math.trunc(F(-7, 2)), round(F(1, 2)), round(F(3, 2)), F(10**20, 3) // 1, sum([F(1, n) for n in range(1, 11)]), math.prod([F(n, n + 1) for n in range(1, 6)]), max(a, b), sorted([a, b, 0, 0.5]), [F(x) for x in ("0", "1/1", "10")], a.real, a.imag, a.conjugate(), isinstance(a, int), F(3, 1) == 3, pow(F(2, 3), 3))
from decimal import Decimal
print(F(Decimal("0.125")), F.from_decimal(Decimal("1.5")))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F("1/0"), lambda: a + "x", lambda: a / 0, lambda: F(None), lambda: F(float("nan")), lambda: F(float("inf")), lambda: a < "x", lambda: F(0) ** -1, lambda: F([1]), lambda: F("1/2/3"), lambda: F(1, 2, 3), lambda: a < 1j, lambda: a.limit_denominator(0), lambda: F("") , lambda: setattr(a, "numerator", 3), lambda: F("1 /2")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def egypt(f):
    out = []
    while f: n = -(-f.denominator // f.numerator); out.append(n); f -= F(1, n)
    return out
def cont(f):
    while True:
        i = f // 1; yield i
        if f == i: return
        f = 1 / (f - i)
print(egypt(F(7, 15)), list(cont(F(415, 93))), list(cont(F(649, 200))))
def bern(n):
    A = [F(0)] * (n + 1)
    for m in range(n + 1):
        A[m] = F(1, m + 1)
        for j in range(m, 0, -1): A[j - 1] = j * (A[j - 1] - A[j])
    return A[0]
print([str(bern(n)) for n in (0, 1, 2, 4, 6, 8, 10)])
