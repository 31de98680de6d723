from dataclasses import *
from typing import ClassVar, Optional, Any
import copy
@dataclass
class A:
    x: int
    y: float = 1.5
    tags: list[str] = field(default_factory=list)
    count: ClassVar[int] = 0
    hidden: int = field(default=7, repr=False, compare=False)
    def __post_init__(self): type(self).count += 1
a, b = A(1), A(1, tags=["t"])
print(a, b, a == b, a == A(1, hidden=99), A.count, a.tags is b.tags, asdict(b), astuple(b), replace(a, x=5, tags=["n"]), [f.name for f in fields(A)], is_dataclass(A), is_dataclass(a), is_dataclass(int), A.__match_args__, a != b, A.__doc__)
@dataclass(frozen=True, order=True)
class V:
    major: int = 0
    minor: int = 0
    label: str = field(default="", compare=False)
v = V(1, 2)
print(v, hash(v) == hash(V(1, 2, "x")), v < V(1, 3), sorted([V(2), V(1, 9), V(1, 1)]), {v: 1}[V(1, 2)], v >= V(1, 2, "z"), max(V(1), V(2)))
for f in (lambda: setattr(v, "major", 3), lambda: delattr(v, "major"), lambda: setattr(v, "new", 3), lambda: A(), lambda: A(1, 2, 3, 4, 5), lambda: A(z=1), lambda: v < 3, lambda: hash(a), lambda: replace(v, nope=1), lambda: asdict(5), lambda: fields(5), lambda: astuple(A), lambda: v < a, lambda: replace(3, x=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def make(src):
    try: src()
    except Exception as e: print(type(e).__name__, e)
def bad1():
    @dataclass
    class B: x: list = []
def bad2():
    @dataclass
    class B: x: int = 1; y: int
def bad3():
    @dataclass
    class B(V): z: int = 0
def bad4():
    @dataclass(order=True, eq=False)
    class B: x: int
def bad5():
    @dataclass
    class B: x: int = field(default=1, default_factory=int)
def bad6():
    @dataclass(frozen=True)
    class B(A): pass
def bad7():
    @dataclass(order=True)
    class B:
        x: int
        def __lt__(self, o): return True
for f in (bad1, bad2, bad3, bad4, bad5, bad6, bad7): make(f)
@dataclass
class Base: x: int = 1; y: int = 2
@dataclass
class Derived(Base): z: int = 3; x: int = 10
print(Derived(), Derived(1, 2, 3), [f.name for f in fields(Derived)], Derived() == Base())
@dataclass(kw_only=True)
class K: a: int; b: int = 2
print(K(a=1), K.__match_args__)
make(lambda: K(1))
@dataclass
class M:
    a: int
    _: KW_ONLY
    b: int = 2
    c: InitVar[int] = 0
    d: int = field(init=False)
    e: int = field(default=0, kw_only=True)
    def __post_init__(self, c): self.d = self.a + c
print(M(1, c=5), M(1, b=3).d, M.__match_args__)
make(lambda: M(1, 2))
@dataclass(slots=True)
class S: x: int; y: int = 0
s = S(1)
print(s, hasattr(s, "__dict__"), S.__slots__)
make(lambda: setattr(s, "z", 1))
@dataclass(repr=False, eq=False)
class NR: x: int
n = NR(1); print(n == NR(1), n == n, hash(n) == hash(n), repr(n).startswith("<__main__.NR object at"))
@dataclass(unsafe_hash=True)
class H: x: int; y: int = field(default=0, hash=False)
print(hash(H(1)) == hash(H(1, 5)), H(1) == H(1, 5))
@dataclass
class Tree:
    v: Any
    kids: list["Tree"] = field(default_factory=list)
    parent: Optional["Tree"] = field(default=None, repr=False)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])]); t.kids[0].parent = None
print(t, asdict(t)["kids"][1]["kids"][0]["v"], copy.deepcopy(t) == t, astuple(Tree(1, [Tree(2)])))
rec = Tree(0); rec.kids.append(rec); print(rec)
X = make_dataclass("X", [("p", int), ("q", float, 2.0), "r"] if False else [("p", int), ("q", float, 2.0)], namespace={"total": lambda self: self.p + self.q}); print(X(1), X(1).total(), X.__name__)
print(asdict(A(1, tags=["a"]), dict_factory=lambda kv: sorted(k for k, _ in kv)), fields(A)[1].default, fields(A)[2].default is MISSING, fields(A)[2].default_factory, fields(A)[0].type, field(default=3).default, fields(A)[1].metadata, fields(Derived)[0].name)
@dataclass
class Meta: x: int = field(default=0, metadata={"unit": "ms"})
print(fields(Meta)[0].metadata["unit"], Meta.x, Meta.__dataclass_fields__["x"].name, Meta.__annotations__)
class Plain:
    def __init__(self): self.q = 1
@dataclass
class FromPlain(Plain):
    x: int = 0
    def __post_init__(self): super().__init__()
print(FromPlain(3), FromPlain(3).q, A(1).__dict__, vars(V(1)), A.__eq__(a, 5), A(x=3, y=A(1)))
match A(1, 2.0, ["q"]):
    case A(1, y, tags=[t0]): print("matched", y, t0)
@dataclass
class P:
    x: int = 0
    @property
    def dbl(self): return self.x * 2
    def __str__(self): return f"P<{self.x}>"
    def __add__(self, o): return P(self.x + o.x)
print(P(2), repr(P(2)), P(2).dbl, P(1) + P(2), f"{P(4)!r} {P(4)}", [P(1)])
from functools import cached_property, total_ordering
@total_ordering
@dataclass(eq=True)
class TO:
    n: int
    def __lt__(self, o): return self.n < o.n
    @cached_property
    def sq(self): return self.n ** 2
print(TO(1) <= TO(1), TO(3) > TO(2), TO(3).sq)
