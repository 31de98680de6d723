from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, p == Point(1, 0), p != Point(2), Point(y=2, x=1), p.x)
p.x = 10
print(p, asdict(p), astuple(p), replace(p, y=5), [f.name for f in fields(p)], is_dataclass(Point), is_dataclass(p), is_dataclass(int))


@dataclass
class Config:
    name: str
    layers: list = field(default_factory=list)
    opts: dict = field(default_factory=dict)
    secret: str = field(default="s", repr=False)
    total: int = field(init=False, default=0)

    def __post_init__(self):
        self.total = len(self.layers)


a, b = Config("a", [1, 2]), Config("b")
b.layers.append(3)
print(a, b, a.layers is not b.layers, Config("c").layers, a.secret)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


vs = [Version(2, 1), Version(1, 9), Version(2)]
print(sorted(vs), max(vs), Version(1, 2, "x") == Version(1, 2, "y"), Version(1) < Version(1, 1), hash(Version(1)) == hash(Version(1, 0, "z")))
for f in (lambda: setattr(vs[0], "major", 3), lambda: delattr(vs[0], "major"), lambda: setattr(vs[0], "new", 1), lambda: Version(),
          lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: hash(p), lambda: p < p, lambda: Version(1) < 3):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Base:
    id: int
    tag: str = "base"


@dataclass
class Child(Base):
    extra: float = 1.5

    def label(self):
        return f"{self.tag}-{self.id}-{self.extra}"


c = Child(7)
print(c, c.label(), Child.__mro__[1].__name__, Child(1, "t", 2.0) == Child(1, "t", 2.0), Base(1) == Child(1))
print(Child.__match_args__, Point.__doc__, Child.__annotations__, fields(Child)[2].default)
match c:
    case Child(id=i, extra=e):
        print("match", i, e)
match Point(3, 4):
    case Point(x, y) if x < y:
        print("pos", x, y)
