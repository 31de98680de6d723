# Classes of list and str with + or * of their own that answer NotImplemented; what Decimal says at its limits.
from decimal import Decimal as D


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class ReflectedTimes(list):
    def __rmul__(self, other):
        return NotImplemented


class Times(list):
    def __mul__(self, other):
        return NotImplemented


class ReflectedPlus(list):
    def __radd__(self, other):
        return NotImplemented


class Plus(list):
    def __add__(self, other):
        return NotImplemented


class TextTimes(str):
    def __mul__(self, other):
        return NotImplemented


class Whole(int):
    pass


def times(value, other):
    value *= other
    return value


def plus(value, other):
    value += other
    return value


for cls in (ReflectedTimes, Times, ReflectedPlus, Plus, TextTimes):
    made = cls("1")
    for other in (None, 2, "s", [1], Whole(2), made):
        print(cls.__name__, repr(other), end=" ")
        attempt(lambda: made * other)
        attempt(lambda: other * made)
        attempt(lambda: made + other)
        attempt(lambda: other + made)
        attempt(lambda: times(cls("1"), other))
        attempt(lambda: plus(cls("1"), other))
for function in (
    lambda: D("1e999999") * 10, lambda: D(10) ** 1000000, lambda: D(10**7).exp(), lambda: D("1e999999").scaleb(5), lambda: D("1e999999") / D(".01"),
    lambda: [format(D("-2E-18"), spec) for spec in ("g", ".3g", "G", "e", ".2e", "", ".3", "n", ".0n", "05")], lambda: format(D(1), "=05"),
):
    attempt(function)
for spec in (",n", ",g", "0,n", "00n", "008", "08", ".00f", "z,"):
    attempt(lambda: format(D("1234.5"), spec))
