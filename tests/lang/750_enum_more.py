from enum import *
import enum
class Color(Enum):
    RED = 1; GREEN = "g"; BLUE = (0, 0, 1); CRIMSON = 1
    def describe(self): return f"{self.name}={self.value}"
    @classmethod
    def default(cls): return cls.RED
    @property
    def short(self): return self.name[0]
    @staticmethod
    def n(): return 3
print(list(Color), Color.RED, repr(Color.RED), Color("g"), Color["BLUE"], Color.CRIMSON is Color.RED, Color.RED.describe(), Color.default().short, Color.n(), len(Color), Color.__members__.keys(), Color.RED in Color, isinstance(Color.RED, Color), type(Color.RED), Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 1}[Color.CRIMSON], hash(Color.RED) == hash("RED"), f"{Color.RED}", f"{Color.RED:>12}|", "%s %r" % (Color.RED, Color.RED), [c.name for c in reversed(Color)], bool(Color.RED), Color.RED.name, Color.BLUE.value)
for f in (lambda: Color(99), lambda: Color["X"], lambda: Color.X, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "name", "x"), lambda: setattr(Color.RED, "value", 9), lambda: 5 in Color, lambda: Color.RED + 1, lambda: Color.RED.GREEN, lambda: int(Color.RED), lambda: type("Sub", (Color,), {}), lambda: Color.RED(), lambda: IntEnum("E", "a b")["c"]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class N(IntEnum):
    A = auto(); B = auto(); C = 10; D = auto()
print(list(N), N.A + 1, N.B * N.C, N.A < N.B, N.C == 10, sorted([N.C, N.A]), N(2), [0, 1, 2][N.A], f"{N.A} {N.A:03d} {N.A!r} {N.A!s}", str(N.B), int(N.D), N.D, max(N), sum(N), isinstance(N.A, int), {1: "x"}[N.A], range(N.C)[-1], N.A | N.B, type(N.A | N.B), N.A.bit_length(), "%d %s" % (N.A, N.A), repr(-N.A), N.A is N(1), 1 in [N.A])
class S(StrEnum):
    LOW = auto(); HIGH = "high!"
print(S.LOW, repr(S.LOW), S.HIGH.upper(), S.LOW == "low", f"{S.LOW:>5}", S("high!"), "-".join(S), S.LOW + "x", {"low": 1}[S.LOW], len(S.HIGH), isinstance(S.LOW, str), S.LOW.title(), "%s" % S.LOW, str(S.HIGH), ["low"].index(S.LOW))
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W; NONE = 0
print(P.R | P.X, repr(P.R | P.W), P.RW, P.R in P.RW, P.X in P.RW, ~P.R, P.RW & P.W, P.R ^ P.RW, P(5), P(0), bool(P.NONE), list(P), list(P.RW), [f.name for f in P.R | P.W | P.X], (P.R | P.X).value, len(P.RW), P.NONE, repr(P.NONE), P.R | P.W == P.RW, P["R"], P(7), repr(~P.X), (P.R | P.X).name, str(P.R | P.X))
for f in (lambda: P(8), lambda: P(-1), lambda: P.R | 1, lambda: 1 | P.R, lambda: P("x"), lambda: P.R < P.W):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class IP(IntFlag):
    A = 1; B = 2; C = 4
print(IP.A | IP.B, repr(IP.A | 8), IP.A | 1, IP.A + IP.B, IP(7), ~IP.A, IP.A & 3, repr(IP(0)), IP.B in IP(3), f"{IP.A|IP.C}", list(IP(5)), IP(6) == 6, isinstance(IP.A, int), IP.A << 1, str(IP(3)))
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6); EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return 6.67300E-11 * self.mass / self.radius ** 2
print([(p.name, round(p.g, 3), p.value) for p in Planet], Planet.EARTH.mass, Planet((3.303e+23, 2.4397e6)))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return f"{name.lower()}{count}"
    A = auto(); B = auto()
    @classmethod
    def _missing_(cls, v): return cls.A if v is None else None
print([m.value for m in Auto], Auto(None))
try: Auto("zz")
except ValueError as e: print(e)
class Op(Enum):
    ADD = member(lambda a, b: a + b)
    MUL = member(staticmethod(lambda a, b: a * b))
    other = nonmember(5)
    def __call__(self, *a): return self.value(*a)
print(Op.ADD(2, 3), Op.other, [o.name for o in Op])
class Ordered(Enum):
    A = 1; B = 2
    def __lt__(self, o): return self.value < o.value if self.__class__ is o.__class__ else NotImplemented
print(Ordered.A < Ordered.B, max(Ordered.A, Ordered.B, key=lambda m: m.value), sorted([Ordered.B, Ordered.A]), Ordered.A > Ordered.B)
E = Enum("E", "X Y Z"); print(list(E), E.X.value, E); E2 = Enum("E2", {"P": 10, "Q": 20}); print(E2.Q.value); E3 = Enum("E3", ["a", "b"], start=5); print([m.value for m in E3]); E4 = IntEnum("E4", [("k", 7)]); print(E4.k + 1, E4)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
try:
    class Dup(Enum): A = 1; A = 2
except TypeError as e: print(e)
@verify(CONTINUOUS)
class V(IntEnum): A = 1; B = 2
try:
    @verify(CONTINUOUS, UNIQUE)
    class V2(IntEnum): A = 1; B = 3
except ValueError as e: print(e)
class Mixed(float, Enum): PI = 3.14; E = 2.71
print(Mixed.PI + 1, Mixed.PI, repr(Mixed.E), round(Mixed.PI, 1))
class WithDoc(Enum):
    """Docs here."""
    A = 1
    _ignore_ = ["tmp"]; tmp = 3
print(WithDoc.__doc__, hasattr(WithDoc, "tmp"), WithDoc.A.__class__.__name__, Color.__name__, Color.RED.__doc__)
def f(c):
    match c:
        case Color.RED: return "r"
        case Color.GREEN | Color.BLUE: return "gb"
print(f(Color.RED), f(Color.BLUE), enum.Enum is Enum, Flag.__name__, Color._member_names_, Color._value2member_map_[1] if 1 in Color._value2member_map_ else 0)
class Bound(Flag, boundary=KEEP): A = 1
class Bound2(Flag, boundary=CONFORM): A = 1
print(repr(Bound(9)), repr(Bound2(9)))
