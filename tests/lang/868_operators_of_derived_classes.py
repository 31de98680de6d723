# Classes derived from builtin ones: which method an operator asks, in which order, and what is said when none knows.
import datetime
import json
import operator


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Rows(list):
    pass


class Words(str):
    pass


class Pair(tuple):
    def __iter__(self):
        return iter("xy")


class Odd(tuple):
    def __iter__(self):
        return None


class Whole(int):
    pass


class Measure(float):
    def __length_hint__(self):
        return "s"


class Negative:
    def __length_hint__(self):
        return -1

    def __iter__(self):
        return iter([1])


class Alike(list):
    def __eq__(self, other):
        return "alike"


class Front(list):
    def __rmul__(self, other):
        return "rmul"

    def __radd__(self, other):
        return "radd"


VALUES = [Rows([1]), Words("w"), Whole(2), Measure(1.5), Front([1]), "ab", [1], (1,), b"b", 3, None]
for left in VALUES:
    for right in VALUES:
        for function in (operator.mul, operator.add, operator.imul, operator.iadd):
            fresh = type(left)(left) if left is not None else None
            print(function.__name__, type(left).__name__, type(right).__name__, end=" ")
            attempt(function, fresh, right)
for left in (Rows([1]), Words("w"), Front([1])):
    for method in ("__mul__", "__rmul__", "__add__", "__imul__"):
        if hasattr(left, method):
            attempt(getattr(left, method), "s")
print(Alike() != 2.5, Alike() == 2.5, Alike([1]) != [1], Alike([1]) != [2], Alike() != Alike())
attempt(lambda: (lambda a, b: [a, b])(*Pair((1, 2))))


def unpack(value):
    a, b = value
    return [a, b]


attempt(unpack, Pair((1, 2)))
attempt(unpack, Odd((1, 2)))
attempt(lambda: [*Odd((1, 2))])
attempt(lambda: json.dumps([Pair((1, 2)), Rows([1])]))
attempt(lambda: json.dumps(Odd((1, 2))))
attempt(operator.length_hint, Measure(1.5), 7)
attempt(operator.length_hint, Negative(), 7)
attempt(list, Negative())
attempt(operator.length_hint, 5, 7)
attempt(operator.length_hint, iter([1, 2]), 7)
attempt(lambda: datetime.date(2020, 1, 2) - datetime.datetime(2020, 1, 1))
attempt(lambda: datetime.datetime(2020, 1, 2) - datetime.date(2020, 1, 1))
attempt(lambda: datetime.date(155, 2, 3).strftime("%Y|%G|%y"))
attempt(lambda: datetime.date.fromisocalendar(2021, 45, 8))

from collections import OrderedDict

for key in (None, (1, 2), "k"):
    attempt(OrderedDict(a=1).move_to_end, key)

from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...


attempt(Shape)
attempt(Shape, 1)
attempt(lambda: Shape(size=1))
