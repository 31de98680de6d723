# What happens where a protocol is answered oddly: len, float, unary operators, throw into iterators, % of texts.
import dataclasses
import decimal
import math
import operator
import statistics
from decimal import Decimal as D


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error, "|", type(error.__cause__).__name__)


def answering(**methods):
    """A class whose special methods return these values."""
    base = methods.pop("base", object)
    return type("X", (base,), {f"__{name}__": (lambda value: lambda self, *rest: value)(value) for name, value in methods.items()})


for length in (2**70, -(2**70), -1, "s", 3, True, 2.5, None):
    attempt(len, answering(len=length)())
for name, function in [("neg", operator.neg), ("pos", operator.pos), ("invert", operator.inv), ("abs", abs)]:
    attempt(function, answering(**{name: NotImplemented})())
    attempt(function, answering()())
attempt(math.sqrt, answering(base=int, float=4)(9))
attempt(math.sqrt, answering(base=int, float=4.0)(9))
attempt(math.sqrt, answering(base=int)(9))
attempt(float, answering(base=int, float=4.0)(9))
for template in ("%d", "%x", "%5.1f", "%c"):
    for value in (answering(base=str, index=7)("ab"), answering(base=str, int=8)("ab"), answering(base=str, float=2.5)("12"),
                  answering(base=str, float=2.5)("ab"), answering(int=5)(), answering(float=1.5)(), answering(index=65)(), "7"):
        attempt(lambda: template % value)
for index in (2, -1, "s", 2**70):
    X = answering(base=list, index=index)
    attempt(lambda: "ab" * X())
    attempt(lambda: [1] * X())
    attempt(lambda: X() * (1,))


def over(items):
    result = yield from items
    return ("result", result)


for items in (range(3), iter("ab"), [1, 2], enumerate("ab"), over([1, 2]), map(str, [1, 2])):
    for error in (StopIteration(5), ValueError("v"), KeyError):
        walker = over(items)
        attempt(next, walker)
        attempt(walker.throw, error)
        attempt(next, walker, "end")


@dataclasses.dataclass
class Record:
    name: str
    seed: dataclasses.InitVar[int] = 1
    tags: list = dataclasses.field(default_factory=list)

    def __post_init__(self, seed):
        self.made = seed


print(Record.__doc__, Record("a", 3).made)
attempt(operator.concat, {}, {})
attempt(operator.indexOf, 5, 1)
attempt(operator.countOf, answering(iter=None)(), 1)
attempt(statistics.harmonic_mean, [0, -1, 3])
attempt(statistics.harmonic_mean, [3, -1, 0])
for text in ("NaN", "-0", "0", "-1.5"):
    print(-D(text), +D(text), end=" ")
print()
with decimal.localcontext() as context:
    context.rounding = decimal.ROUND_FLOOR
    print(-D("0"), +D("-0"), D("NaN").quantize(D("0.1")), D("Infinity").fma(D(-7), D(1)))
attempt(divmod, D(5), D(0))
attempt(divmod, D(0), D(0))
attempt(lambda: [D(-10**7).exp(), D("1E-999999") / 1000, D("1E-1000030") * 1, D("9E-1000027") + 0])
for spec in ("_", ",", "z.1f", "z", "+z.0f", "^-10_g", "z0.2F"):
    attempt(format, D("-0.04"), spec)
