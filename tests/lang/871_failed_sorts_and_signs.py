# What a failed sort leaves behind, and the signs of formatted complex numbers.
import random


def failing(values, **options):
    try:
        values.sort(**options)
    except TypeError as error:
        print(error, end=" ")
    print(values)


failing(["x", "-3.5", "a", "{}", 68, 255, 96])
failing([3, 2, 1, "a", 0])
failing([1, "a"])
failing(["b", "a", 1])
failing([5, 4, None, 3])
failing([1, 2, 3, None, 0, -1])
failing([9, 1, 8, 2, 7, 3, 6, "x", 4, 5], reverse=True)
failing([2, 1, "a"], key=lambda v: v)
rng = random.Random(3)
for size in (5, 12, 40, 70):
    values = [rng.randrange(100) for _ in range(size)]
    values[size * 2 // 3] = "s"
    failing(values)


class Picky:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if other.value == 13:
            raise TypeError("unlucky")
        return self.value < other.value

    def __repr__(self):
        return str(self.value)


failing([Picky(v) for v in (5, 3, 9, 1, 13, 2, 8, 7)])
failing([Picky(v) for v in (9, 8, 13, 2)])

NUMBERS = [complex(1e23, -1.9e-20), complex(-0.00015, -0.0), complex(0.0, -0.0), complex(-0.0, 0.0), complex(float("nan"), float("-inf")), 1 - 2j, -1e-30 - 1e-30j]
for number in NUMBERS:
    for spec in ("z5,.3F", " zg", "z.1f", "+z.1f", "z", "+", " ", "-", ",.2f", "+.0e", " .2g", "z.0e"):
        print(repr(spec), format(number, spec), end="; ")
    print()
