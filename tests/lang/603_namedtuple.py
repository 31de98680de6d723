from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p + (3,), len(p), tuple(p), p == (1, 2), hash(p) == hash((1, 2)))
x, y = p
print(x, y, max(p), [c * 2 for c in p], p._asdict(), p._replace(x=10), Point._fields)
print(Point._make([5, 6]), Point(*[7, 8]), Point(**{"x": 1, "y": 2}), isinstance(p, tuple), p.count(1), p.index(2))
print(repr(Point), Point.__name__, Point.__doc__, Point.x.__doc__)
Emp = namedtuple("Emp", "name, age dept", defaults=["none"])
print(Emp("a", 3), Emp._field_defaults, sorted([Emp("b", 1), Emp("a", 2)]))
R = namedtuple("R", "a class b a", rename=True)
print(R._fields, R(1, 2, 3, 4))


class P3(namedtuple("P3", "x y z")):
    __slots__ = ()

    @property
    def norm2(self):
        return self.x**2 + self.y**2 + self.z**2

    def __str__(self):
        return f"<{self.x},{self.y},{self.z}>"


q = P3(1, 2, 3)
print(q, repr(q), q.norm2, q._replace(z=0))
for f in (lambda: Point(), lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=3), lambda: Point._make([1]),
          lambda: namedtuple("A", "x x"), lambda: namedtuple("A", "_x"), lambda: namedtuple("A", "def"),
          lambda: namedtuple("A", "1x"), lambda: namedtuple("A", "x", defaults=[1, 2]), lambda: p._replace(q=1),
          lambda: setattr(p, "x", 3), lambda: p.w):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
match p:
    case Point(x=1, y=b):
        print("matched", b)
match p:
    case Point(a, b):
        print("positional", a, b)
print({p: "key"}[Point(1, 2)], p < Point(1, 3), Point(1, [2]))
rows = [Emp("z", 30, "q"), Emp("y", 20)]
print(sorted(rows, key=lambda r: r.age), max(rows, key=lambda r: r.age).name, "%s is %d" % p, "{0.x}-{0.y}".format(p))
One = namedtuple("One", "v")
print(One(3), One._fields, namedtuple("Zero", [])())
