import copy
import dataclasses
import json
from dataclasses import dataclass, field
from functools import total_ordering


@dataclass
class Vector:
    x: float
    y: float

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    @classmethod
    def origin(cls):
        return cls(0.0, 0.0)

    @staticmethod
    def unit(axis):
        return Vector(1.0, 0.0) if axis == "x" else Vector(0.0, 1.0)


v = Vector(3.0, 4.0)
print(v + Vector(1, 1), v * 2, v.length, Vector.origin(), Vector.unit("y"))
print(json.dumps(dataclasses.asdict(v)), Vector(**json.loads('{"x": 1, "y": 2}')))


@dataclass
class Recipe:
    name: str
    steps: list[str] = field(default_factory=list)
    tags: set = field(default_factory=set)

    def __len__(self):
        return len(self.steps)

    def __iter__(self):
        return iter(self.steps)

    def __contains__(self, step):
        return step in self.steps

    def __getitem__(self, i):
        return self.steps[i]


r = Recipe("tea", ["boil", "pour"])
print(len(r), list(r), "boil" in r, r[0], bool(r))
shallow, deep = copy.copy(r), copy.deepcopy(r)
r.steps.append("drink")
print(shallow.steps, deep.steps, shallow == r, deep == r)


@total_ordering
@dataclass
class Item:
    weight: int

    def __lt__(self, other):
        return self.weight < other.weight


print(Item(1) <= Item(2), sorted([Item(3), Item(1)]), Item(2) >= Item(2))


@dataclass
class A:
    b: "B" = None
    n: int = 0


@dataclass
class B:
    a: A = None


x = A()
x.b = B(x)
print(x)
print(dataclasses.astuple(Recipe("r", ["a"], {1})), dataclasses.asdict(Recipe("r"), dict_factory=lambda kv: list(kv)))


@dataclass
class Counter:
    start: int = 0

    def __call__(self):
        self.start += 1
        return self.start


c = Counter()
c()
print(c(), c)


class Plain:
    def __init__(self):
        self.p = 1


@dataclass
class Mixed(Plain):
    q: int = 2

    def __post_init__(self):
        super().__init__()


m = Mixed()
print(m, m.p, m.q)


@dataclass(frozen=True)
class Money:
    amount: int
    unit: str = "EUR"

    def add(self, other):
        return dataclasses.replace(self, amount=self.amount + other.amount)

    def __post_init__(self):
        if self.amount < 0:
            raise ValueError(f"negative amount {self.amount}")


print(Money(1).add(Money(2)), {Money(1): "one"}[Money(1)])
try:
    Money(-1)
except ValueError as e:
    print(e)
object.__setattr__(m, "q", 9)
print(m.q)
