class Celsius(float):
    def __new__(cls, v, unit="C"):
        self = super().__new__(cls, v)
        self.unit = unit
        return self
    def __repr__(self): return f"{float(self):.1f}{self.unit}"
    def __add__(self, o): return Celsius(float(self) + o, self.unit)
c = Celsius(20.5)
print(c, repr(c), [c], c + 1, c * 2, type(c * 2).__name__, type(c + 1).__name__, c.unit, c == 20.5, hash(c) == hash(20.5), str(c), f"{c:.3f}", format(c), "%s %.2f %r" % (c, c, c))
class Level(int):
    names = {1: "low", 2: "high"}
    def __str__(self): return self.names.get(self, "?")
    def __format__(self, spec): return f"<{str(self)}|{spec}>"
l = Level(2)
print(l, repr(l), l + 1, type(l + 1).__name__, f"{l}", f"{l:>5}", "{:x}".format(l), "%d %s" % (l, l), [0, 1, 2, 3][l], Level("7"), Level(), {2: "two"}[l], l.bit_length(), -l, type(-l), int(l), type(int(l)))
class Name(str):
    def __new__(cls, s, lang="en"):
        o = str.__new__(cls, s.title()); o.lang = lang; return o
    def __add__(self, o): return Name(str(self) + o, self.lang)
    def greet(self): return f"hi {self} ({self.lang})"
    def __eq__(self, o): return self.lower() == o.lower()
    def __hash__(self): return hash(self.lower())
n = Name("ada lovelace")
print(n, repr(n), n.upper(), type(n.upper()).__name__, n + " jr", type(n + "x").__name__, n.greet(), n == "ADA LOVELACE", n[0], n.split(), len(n), "da" in n, {n: 1}[Name("Ada lovelace")], n * 2, n % () if 0 else n.replace("A", "E"), isinstance(n, str), ",".join([n, n]))
class Vec(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return Vec(*(x + y for x, y in zip(self, o)))
    def __repr__(self): return "Vec" + super().__repr__()
v = Vec(1, 2)
print(v, v + v, v * 2, v[:1], type(v[:1]).__name__, v == (1, 2), hash(v) == hash((1, 2)), {v: 1}[(1, 2)], (0,) + v, len(v), sorted([Vec(2, 1), v]))
a, b = v
print(a, b, [*v], max(v))
class Stack(list):
    def push(self, x): self.append(x); return self
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return Stack(r) if isinstance(i, slice) else r
    def __repr__(self): return f"Stack({super().__repr__()})"
    def __contains__(self, x): return any(x == y for y in self)
s = Stack().push(1).push(2).push(3)
print(s, s[1:], type(s[1:]).__name__, s + [4], type(s + [4]).__name__, 2 in s, s.copy(), type(s.copy()).__name__, list(s), sorted(s, reverse=True), s == [1, 2, 3], [1, 2, 3] == s)
class Default(dict):
    def __init__(self, factory, *a, **k): super().__init__(*a, **k); self.factory = factory
    def __missing__(self, k): v = self[k] = self.factory(k); return v
d = Default(lambda k: k * 2, a=1)
print(d["a"], d["b"], d, d.get("zz"), "zz" in d, "{b}-{q}".format_map(d), "%(a)s %(w)s" % d, {**d}, d | {"n": 1}, type(d | {}).__name__, d.copy(), type(d.copy()).__name__)
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())
u = Upper(x=1)
u["y"] = 2
u.update(z=3)
u.setdefault("w", 4)
print(u, u["y"], [*u.items()])
try: u["x"]
except KeyError as e: print("KeyError", e)
class Bits(set):
    def __repr__(self): return "Bits" + repr(sorted(self))
x = Bits([1, 2]) | {3}
print(x, type(x).__name__, Bits([1]) & {1}, Bits([1, 2]).union([5]), type(Bits([1]).copy()).__name__, Bits() == set())
class B(bytes):
    def hexs(self): return self.hex(" ")
print(B(b"abc").hexs(), B(b"x") + b"y", type(B(b"x") + b"y").__name__, B([65, 66]))
class Flo(float): pass
class In(int): pass
print(Flo(1.5), repr(Flo("2.5")), In(3), Flo(2).is_integer(), In(True), bool(In(0)), sum([In(1), In(2)]), type(sum([In(1), In(2)])).__name__, max(In(4), 3).__class__.__name__, json_ok := __import__("json").dumps([In(3), Flo(1.5), Name("x"), Stack([1]), Default(int, a=1)]))
