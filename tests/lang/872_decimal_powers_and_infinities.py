# Powers that are no whole numbers keep every digit of the precision; infinities and scaleb as CPython has them.
from decimal import Decimal as D, getcontext


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for base in ("100", "10", "0.5", "1.50", "123.456", "1E+30", "1E-7", "2", "1", "0", "-0.0", "Infinity", "-Infinity", "-2"):
    for power in ("0.5", "1.5", "-0.5", "-7.25", "123.456", "1E-7", "-1", "-3", "3", "Infinity", "-Infinity", "NaN"):
        print(base, power, end=" ")
        attempt(lambda: D(base) ** D(power))
for digits in (1, 3, 9, 50):
    getcontext().prec = digits
    attempt(lambda: [D(2) ** D("0.5"), D(100) ** D("1.5"), D(3) ** D("-2.25"), D(7).ln(), D("1.5").exp(), D(7).log10()])
getcontext().prec = 28
for number in ("Infinity", "-Infinity", "5", "-0.0", "NaN"):
    for other in ("0", "-0", "2", "-2", "0.5", "-7.25", "Infinity", "NaN", "1E+5", "1E+30", "-3.0"):
        print(number, other, end=" ")
        attempt(lambda: D(number) // D(other))
        attempt(lambda: D(number) % D(other))
        attempt(lambda: D(number).scaleb(D(other)))
    for method in ("ln", "log10", "sqrt", "exp", "logb"):
        print(number, method, end=" ")
        attempt(lambda: getattr(D(number), method)())
