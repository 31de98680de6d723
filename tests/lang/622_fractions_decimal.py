from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, InvalidOperation
from fractions import Fraction
import math

print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), Fraction(1, 10) + Fraction(2, 10))
print(Fraction(3, 6), Fraction("0.125"), Fraction(0.5), Fraction("2/3") * 3, Fraction(1, 3) ** 2, 1 / Fraction(3), Fraction(7, 3).limit_denominator(2), float(Fraction(1, 8)))
print(sum(Fraction(1, n) for n in range(1, 11)), Fraction(22, 7) > Fraction(math.pi), round(Fraction(7, 3), 2), math.floor(Fraction(7, 3)), int(Fraction(-7, 3)), abs(Fraction(-1, 2)))
print(Fraction(1, 2) == 0.5, Fraction(4, 2) == 2, {Fraction(1, 2): "half"}[0.5], repr(Fraction(1, 2)), str(Fraction(3)), Fraction(5, 4).numerator, divmod(Fraction(7, 2), 1), Fraction(1, 2) + 0.25)
a = Decimal("1.10")
print(a, a + 1, a * 3, a / 3, repr(a), a == Decimal("1.1"), str(a.normalize()), int(a), float(a), -a, a ** 2, Decimal(2).sqrt(), Decimal("1e2"))
print(Decimal("2.675").quantize(Decimal("0.01")), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("123.456").quantize(Decimal("1")), round(Decimal("2.5")), round(Decimal("1.255"), 2))
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / 7, Decimal(10) / 3)
print(Decimal(1) / 7, getcontext().prec, Decimal(7) % 3, Decimal(-7) // 2, Decimal("NaN").is_nan(), Decimal("Infinity") > 10**100, max(Decimal("1.5"), Decimal("1.25")))
print(f"{Decimal('1234.5'):,.2f}", f"{Decimal('0.1'):.1%}", format(Decimal("3.14159"), ".3f"), sum([Decimal("0.1")] * 10) == 1, Decimal("0.30").as_tuple())
for f in (lambda: Decimal("abc"), lambda: Decimal(1) / 0, lambda: Decimal(1) + 0.5, lambda: Fraction(1, 0), lambda: Fraction("a/b"), lambda: Decimal(-1).sqrt(), lambda: Fraction(1, 2) / 0, lambda: Fraction([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
total = Decimal("0")
for price in ("19.99", "5.01", "0.10"):
    total += Decimal(price)
print(total, total * Decimal("0.19"), (total * Decimal("1.19")).quantize(Decimal("0.01")))
def egyptian(f):
    parts = []
    while f:
        n = math.ceil(1 / f)
        parts.append(Fraction(1, n))
        f -= Fraction(1, n)
    return parts
print(egyptian(Fraction(7, 15)), Fraction(3.14159).limit_denominator(100), Fraction.from_float(0.75))
