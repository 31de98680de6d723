from dataclasses import dataclass, field, fields, InitVar, KW_ONLY, MISSING, make_dataclass, asdict, FrozenInstanceError, replace
from typing import ClassVar, List, Optional


@dataclass(kw_only=True)
class K:
    a: int
    b: str = "b"


print(K(a=1))
try:
    K(1)
except TypeError as e:
    print(e)


@dataclass
class Mixed:
    x: int
    _: KW_ONLY
    y: int = 2
    z: int


print(Mixed(1, z=3), Mixed.__match_args__)
try:
    Mixed(1, 2)
except TypeError as e:
    print(e)


@dataclass(slots=True)
class Slotted:
    a: int
    b: list = field(default_factory=list)


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError as e:
    print(e)


@dataclass
class WithInit:
    base: int
    factor: InitVar[int] = 2
    result: int = field(init=False)
    count: ClassVar[int] = 0

    def __post_init__(self, factor):
        self.result = self.base * factor
        WithInit.count += 1


w = WithInit(5, 3)
print(w, WithInit(1), WithInit.count, [f.name for f in fields(WithInit)])
try:
    replace(w, result=3)
except ValueError as e:
    print(e)


@dataclass(eq=False)
class NoEq:
    a: int


print(NoEq(1) == NoEq(1))


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(hash=False, default=0)


print(len({Hashed(1, 2), Hashed(1, 2), Hashed(2)}))


@dataclass(repr=False)
class NoRepr:
    a: int

    def __repr__(self):
        return f"custom({self.a})"


print(NoRepr(3), [NoRepr(4)])
D = make_dataclass("D", [("x", int), ("y", float, field(default=0.5))], namespace={"double": lambda self: self.x * 2})
print(D(3), D(4).double())


def attempt(make):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)


def bad1():
    @dataclass
    class B:
        x: list = []


def bad2():
    @dataclass
    class B:
        x: int = 1
        y: int


def bad3():
    @dataclass(order=True, eq=False)
    class B:
        x: int


def bad4():
    @dataclass(frozen=True)
    class F:
        x: int

    @dataclass
    class G(F):
        y: int


def bad5():
    @dataclass
    class B:
        x = field(default=1)


def bad6():
    field(default=1, default_factory=list)


def bad7():
    @dataclass(order=True)
    class B:
        x: int

        def __lt__(self, other):
            return True


for bad in (bad1, bad2, bad3, bad4, bad5, bad6, bad7):
    attempt(bad)


@dataclass
class Node:
    value: int
    children: List["Node"] = field(default_factory=list)
    parent: Optional["Node"] = field(default=None, repr=False, compare=False)


n = Node(1, [Node(2), Node(3, [Node(4)])])
print(n, asdict(n))
print(Slotted.__init__.__annotations__, fields(D)[0].default is MISSING, issubclass(FrozenInstanceError, AttributeError))
m = field(metadata={"unit": "kg"})
print(m.metadata["unit"])
