class Token(str):
    def __new__(cls, text, id):
        self = super().__new__(cls, text)
        self.id = id
        return self
    def __repr__(self):
        return f"Token({str(self)!r}, {self.id})"
    def shout(self):
        return self.upper() + "!"
t = Token("hello", 7)
print(t, repr(t), t.id, t.shout(), len(t), t == "hello", hash(t) == hash("hello"), {"hello": 1}[t], t[1:3], type(t[1:3]).__name__, type(t + "x").__name__, isinstance(t, str))
print(f"{t} {t:>8} {t!r} {t!s}", "%s %r" % (t, t), "{} {!r}".format(t, t), str(t), type(str(t)).__name__, t.upper(), ",".join([t, t]), [t], t in ("hello",), "ell" in t)
class Loud(str):
    def __str__(self):
        return "LOUD"
    def __len__(self):
        return 99
    def __add__(self, other):
        return "added"
    def __getitem__(self, i):
        return "item"
    def __contains__(self, x):
        return True
    def __eq__(self, other):
        return "eq"
    __hash__ = str.__hash__
l = Loud("x")
print(l, str(l), repr(l), len(l), l + "a", "a" + l, l[0], 5 in l, l == 1, f"{l}", "%s" % l, "{}".format(l), l.upper(), [c for c in l])
class Path(str):
    def __truediv__(self, other):
        return Path(self + "/" + other)
print(Path("a") / "b" / "c", type(Path("a") / "b").__name__)
class E(str):
    A = "a"
print(E.A, E("z").strip(), E().join("ab"), E(5), E(b"a", "ascii"), type(E("q").replace("q", "w")).__name__, type(E("q").strip()).__name__)
