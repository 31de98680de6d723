def f0(): pass
def f1(a): pass
def f2(a, b=1, *, c): pass
def f3(a, /, b): pass
def f4(*, x, y): pass
class C:
    def m(self, a): pass
    @classmethod
    def k(cls): pass
    __slots__ = ("s",)
class D: pass
class NoNew:
    def __init__(self, a): pass
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return "x"
class BadBool:
    def __bool__(self): return 1
class BadIter:
    def __iter__(self): return 5
class BadHash:
    def __hash__(self): return "x"
class BadRepr:
    def __repr__(self): return 5
class BadStr:
    def __str__(self): return None
class BadIndex:
    def __index__(self): return 1.5
class BadInt:
    def __int__(self): return "1"
class BadFloat:
    def __float__(self): return 1
class BadFormat:
    def __format__(self, s): return 3
class BadEnter: pass
class BadContains:
    __contains__ = None
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
count = 0
def walk(*probes):
    global count
    for probe in probes:
        count += 1
        try: result = probe()
        except BaseException as e: print(count, type(e).__name__, str(e))
        else: print(count, "no error")
walk(lambda: len(5), lambda: len(None), lambda: len(), lambda: len([], []), lambda: len(BadLen()), lambda: len(BadLen2()), lambda: bool(BadBool()),
     lambda: iter(BadIter()), lambda: iter(5), lambda: list(BadIter()), lambda: hash(BadHash()), lambda: repr(BadRepr()), lambda: str(BadStr()),
     lambda: str(BadRepr()), lambda: [0][BadIndex()], lambda: int(BadIndex()), lambda: int(BadInt()), lambda: float(BadFloat()),
     lambda: format(BadFormat()), lambda: 1 in BadContains(), lambda: 1 in 5, lambda: list(NoIter()), lambda: 1 in NoIter())
walk(lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash(([],)), lambda: {[]: 1}, lambda: {[]}, lambda: {}[[]], lambda: {}[{}],
     lambda: set([[]]), lambda: frozenset([{}]), lambda: dict([[[], 1]]), lambda: {1}.add([]), lambda: {1: 2}.get([]), lambda: [] in {1},
     lambda: {} in {1: 2}, lambda: set() in {1}, lambda: {1}.discard([]))
walk(lambda: int("x"), lambda: int("1.5"), lambda: int(""), lambda: int("  "), lambda: int(None), lambda: int([]), lambda: int("12", 1),
     lambda: int("12", 37), lambda: int(5, 2), lambda: int("z", 36) + int("9", 8), lambda: int("0x1g", 16), lambda: int("1__0"), lambda: int("_1"),
     lambda: int(b"x"), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int("1", base="2"), lambda: int(base=2), lambda: int(1, 2, 3),
     lambda: int(x=3), lambda: int("\u0663"), lambda: int("1" * 5000), lambda: int(1j), lambda: int("0b12", 0), lambda: int("010", 0), lambda: int("-"),
     lambda: int("+ 1"))
walk(lambda: float("x"), lambda: float(""), lambda: float(None), lambda: float([]), lambda: float("1e"), lambda: float("1_"), lambda: float(10 ** 400),
     lambda: float("1" * 400), lambda: float(1j), lambda: float("nan(1)"), lambda: float(1, 2), lambda: float(b"1.x"), lambda: float(x=1),
     lambda: complex("1+"), lambda: complex("a"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex(None), lambda: complex([]),
     lambda: complex("1 + 2j"), lambda: complex(1, None), lambda: complex(""))
walk(lambda: str(1, 2), lambda: str(b"a", "nope"), lambda: str(5, "utf8"), lambda: str(b"\xff", "utf8"), lambda: str("a", "utf8"),
     lambda: str(object=1, errors=3), lambda: str(1, 2, 3, 4), lambda: str(foo=1), lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]),
     lambda: bytes([-1]), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes("a", "nope"), lambda: bytes("\u20ac", "ascii"),
     lambda: bytes(5, "utf8"), lambda: bytes([1], "utf8"), lambda: bytes("a", errors=1), lambda: bytes(object()), lambda: bytearray("a"),
     lambda: bytearray(-1), lambda: bytes(10 ** 30))
walk(lambda: list(5), lambda: list(1, 2), lambda: list(x=1), lambda: tuple(None), lambda: tuple(1, 2), lambda: set(5), lambda: set(1, 2),
     lambda: frozenset(3.5), lambda: dict(5), lambda: dict([1]), lambda: dict([(1,)]), lambda: dict([(1, 2, 3)]), lambda: dict(1, 2),
     lambda: dict(["ab", "c"]), lambda: dict(None), lambda: dict([None]), lambda: dict({1: 2}, **{"a": 1})["b"], lambda: range(), lambda: range("a"),
     lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4), lambda: range(None), lambda: range(5)[10], lambda: range(5)["a"],
     lambda: range(5).index(9), lambda: range(5).index("x"), lambda: range(x=1), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: [1][slice(1.5)],
     lambda: [1]["a":], lambda: [1][::0], lambda: "abc"[::0], lambda: (1,)[None], lambda: "a"[1.0], lambda: b"a"["x"], lambda: [][0], lambda: ()[0],
     lambda: ""[0], lambda: b""[0], lambda: [1][5], lambda: [1][-2], lambda: {}["k"], lambda: {}[1, 2], lambda: {1: 2}[None])
walk(lambda: abs("x"), lambda: abs(None), lambda: abs(), lambda: round("x"), lambda: round(1.5, "x"), lambda: round(None), lambda: round(1.5, 1.5),
     lambda: round(1, 2, 3), lambda: round(float("nan")), lambda: round(float("inf")), lambda: divmod(1, 0), lambda: divmod(1.0, 0),
     lambda: divmod("a", 1), lambda: divmod(1), lambda: pow(2, -1, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 1, 3), lambda: pow("a", 1),
     lambda: pow(0, -1), lambda: 0.0 ** -1, lambda: 0 ** -1, lambda: 0j ** -1, lambda: pow(2, 3, "a"), lambda: pow(1), lambda: (-8) ** 0.5 + "x",
     lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1 // 0, lambda: 1.0 // 0, lambda: 1 % 0, lambda: 1.0 % 0, lambda: 1j / 0, lambda: 1j // 1, lambda: 1j % 1,
     lambda: 10.0 ** 400, lambda: 1e308 ** 2, lambda: 2 ** 1.5e300, lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.5 << 1, lambda: "a" << 1, lambda: ~1.5,
     lambda: -"a", lambda: +[], lambda: -None, lambda: not_defined, lambda: 1 << 10 ** 30)
walk(lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: chr(1.5), lambda: chr(), lambda: chr(10 ** 30), lambda: ord(""), lambda: ord("ab"),
     lambda: ord(5), lambda: ord(b"ab"), lambda: ord(None), lambda: bin("a"), lambda: bin(1.5), lambda: hex(None), lambda: oct([]), lambda: ascii(),
     lambda: repr(), lambda: repr(1, 2), lambda: id(), lambda: hash(), lambda: callable(), lambda: iter(), lambda: iter(5, 5), lambda: next(5),
     lambda: next([]), lambda: next(iter([])), lambda: next(), lambda: enumerate(), lambda: enumerate(5), lambda: enumerate([], "a"),
     lambda: enumerate([], start=1.5), lambda: zip(5), lambda: zip([1], 5), lambda: list(zip([1], [1, 2], strict=True)),
     lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1, 2], [1], strict=True)),
     lambda: zip([1], foo=1), lambda: map(), lambda: map(str), lambda: map(str, 5), lambda: list(map(5, [1])), lambda: list(map(lambda: 0, [1])),
     lambda: filter(), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: reversed(5), lambda: reversed({1}),
     lambda: reversed(), lambda: reversed((i for i in [])))
walk(lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: sorted(),
     lambda: sorted([1], lambda x: x), lambda: sorted([1], key=5), lambda: sorted([[1], ["a"]]),
     lambda: sorted([(1, "a"), (1, 2)]), lambda: min(), lambda: min([]), lambda: min(()), lambda: min(5), lambda: min(1, "a"),
     lambda: min([], default=3) + "", lambda: min(1, 2, default=3), lambda: min([1], key=5), lambda: max(()), lambda: max(None), lambda: max("", key=len),
     lambda: max(1, 2, foo=3), lambda: sum(), lambda: sum(5), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""),
     lambda: sum([[1]], ()), lambda: sum([1], None), lambda: sum([[]]), lambda: sum([1], [2]), lambda: sum([bytearray()], bytearray()), lambda: any(5),
     lambda: all(), lambda: any(1, 2))
walk(lambda: isinstance(1), lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: isinstance(1, (int, 5)), lambda: isinstance("x", (int, 5)),
     lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(int), lambda: isinstance(1, [int]), lambda: getattr(1),
     lambda: getattr(1, 5), lambda: getattr(1, "x"), lambda: getattr([], "appendd"), lambda: setattr(1, "x", 2), lambda: setattr([], "x", 1),
     lambda: setattr(int, "x", 1), lambda: setattr(C(), "x", 1), lambda: setattr(1, 2, 3), lambda: setattr(1, "x"), lambda: delattr(D(), "x"),
     lambda: delattr(int, "real"), lambda: delattr(C(), "s"), lambda: C().s, lambda: hasattr(1), lambda: hasattr(1, 2), lambda: vars(5),
     lambda: vars(1, 2), lambda: dir(1, 2), lambda: type(), lambda: type(1, 2), lambda: type("a", (), {}, 5, 6), lambda: type(1, (), {}),
     lambda: type("a", [], {}), lambda: type("a", (), []), lambda: type("a", (1,), {}), lambda: object(1), lambda: object.__new__(),
     lambda: object.__new__(5), lambda: super(1), lambda: super(int, "a"),
     lambda: super(int, str), lambda: property(1, 2, 3, 4, 5), lambda: classmethod(), lambda: staticmethod(), lambda: open(),
     lambda: print(sep=5), lambda: print(end=5), lambda: print(foo=1), lambda: input(1, 2), lambda: format(), lambda: format(1, 2),
     lambda: format(1, "a", 3), lambda: globals(1), lambda: locals(1), lambda: compile_, lambda: __import__(), lambda: __import__("nope_x"),
     lambda: __import__(5))
walk(lambda: f0(1), lambda: f0(a=1), lambda: f1(), lambda: f1(1, 2), lambda: f1(b=1), lambda: f1(1, a=1), lambda: f2(), lambda: f2(1),
     lambda: f2(1, 2, 3), lambda: f2(1, 2, 3, c=1), lambda: f2(c=1), lambda: f2(1, c=1, d=2), lambda: f3(), lambda: f3(a=1, b=2), lambda: f3(1),
     lambda: f3(b=1), lambda: f4(), lambda: f4(x=1), lambda: f4(1, 2), lambda: f4(1, x=1, y=2), lambda: f1(*5), lambda: f1(**5), lambda: f1(*[1], *[2]),
     lambda: f1(**{1: 2}), lambda: f1(**{"a": 1}, **{"a": 2}), lambda: f1(a=1, **{"a": 2}), lambda: C.m(), lambda: C().m(), lambda: C().m(1, 2),
     lambda: C.k(1), lambda: C(1), lambda: D(1), lambda: D(a=1), lambda: NoNew(), lambda: NoNew(1, 2), lambda: (lambda x: x)(),
     lambda: (lambda x: x)(1, 2), lambda: (lambda *, a: a)(), lambda: (lambda a, b, c, d: 0)(), lambda: (lambda a, b: 0)(1), lambda: (lambda: 0)(1, 2, 3),
     lambda: 5(), lambda: "a"(), lambda: None(), lambda: [](1), lambda: {}(), lambda: D()(), lambda: (1, 2)(3), lambda: f1.x, lambda: f1().x, lambda: D.x,
     lambda: D().x, lambda: None.x, lambda: (1).x, lambda: "a".x, lambda: [].x, lambda: len.x, lambda: int.x, lambda: ....x, lambda: f1[0], lambda: D[0],
     lambda: D()[0], lambda: None[0], lambda: 5[0], lambda: len[0], lambda: {1}[0], lambda: print(*5), lambda: print(**[]), lambda: dict(**5),
     lambda: [*5], lambda: (*None,), lambda: {*5}, lambda: {**5}, lambda: {**[]}, lambda: {**None})
print(count)
