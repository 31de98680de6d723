# Methods of Decimal beyond arithmetic: neighbours, classes of numbers, total order, digits as a register.
from decimal import Decimal as D, getcontext, localcontext


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


NUMBERS = ["0", "-0", "1", "-1", "1.0", "1.00", "0.1", "123.45", "-9.99", "9999999999999999999999999999", "1E+5", "1E-7", "NaN",
           "Infinity", "-Infinity", "101", "110", "-1234567890123456789012345678901"]
ONE = ["next_plus", "next_minus", "number_class", "is_normal", "is_subnormal", "is_qnan", "is_snan", "is_canonical", "canonical",
       "radix", "logb", "logical_invert"]
TWO = ["next_toward", "remainder_near", "same_quantum", "compare_total", "compare_total_mag", "compare_signal", "max", "min",
       "max_mag", "min_mag", "shift", "rotate", "logical_and", "logical_or", "logical_xor"]
for method in ONE:
    for text in NUMBERS:
        print(method, text, end=" ")
        attempt(lambda: getattr(D(text), method)())
for at, method in enumerate(TWO):
    for i in range(0, len(NUMBERS)):
        a, b = NUMBERS[i], NUMBERS[(i * 5 + at * 3 + 1) % len(NUMBERS)]
        print(method, a, b, end=" ")
        attempt(lambda: getattr(D(a), method)(D(b)))
for by in range(-4, 5):
    print(D(12345).shift(by), D(-12345).rotate(by), D("1.25").shift(by), end="; ")
print()
attempt(lambda: (D("0E+5") ** 2, D("-0.0") ** 3, D(0) ** 5))
attempt(lambda: D(0) ** -1)
attempt(lambda: D("1.50").as_tuple())
attempt(lambda: (D("1.50").as_tuple()._fields, D("-7").as_tuple()._asdict(), D((1, (1, 2), -1)).as_tuple()._replace(sign=0)))
attempt(lambda: D(1).max("x"))
with localcontext() as context:
    context.prec = 3
    attempt(lambda: [D(1).next_minus(), D(999).next_plus(), D("1.2345").next_plus(), D(-1000).next_plus(), D("1.2345").next_minus()])
    attempt(lambda: [D(10).next_toward(D(20)), D(10).next_toward(D("-Infinity")), D(1).logical_invert(), D(1234).shift(1)])
