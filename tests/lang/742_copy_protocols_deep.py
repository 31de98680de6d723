import copy
class Node:
    def __init__(self, v, *kids): self.v, self.kids, self.parent = v, list(kids), None
    def __repr__(self): return f"N({self.v}{''.join(map(repr, self.kids))})"
a = Node(1, Node(2), Node(3)); a.kids[0].parent = a; a.kids.append(a.kids[0])
b, c = copy.copy(a), copy.deepcopy(a)
print(b.kids is a.kids, c.kids is a.kids, c.kids[0] is c.kids[2], c.kids[0].parent is c, b.v == c.v, c)
l = [1, [2, 3], {"k": [4]}, (5, [6])]; s, d = copy.copy(l), copy.deepcopy(l)
l[1].append("x"); l[2]["k"].append("y"); l[3][1].append("z"); print(s, d, l[:] == l, l.copy()[1] is l[1])
r = [1]; r.append(r); q = copy.deepcopy(r); print(q, q[1] is q, r == r if False else len(q))
class Money:
    def __init__(self, n): self.n = n
    def __copy__(self): return Money(self.n + 0.5)
    def __deepcopy__(self, memo): memo["seen"] = True; return Money(self.n * 100)
m = {}; print(copy.copy(Money(1)).n, copy.deepcopy([Money(1)], m)[0].n, m.get("seen"))
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = [1]
x = S(); y = copy.copy(x); z = copy.deepcopy(x); print(y.a is x.a, z.a is x.a, z.a, hasattr(z, "b"))
class R:
    def __init__(self, n): self.n = n
    def __reduce__(self): return R, (self.n + 1,)
print(copy.copy(R(1)).n, copy.deepcopy(R(1)).n)
class St:
    def __init__(self): self.x, self.cache = 1, "big"
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, s): self.__dict__.update(s); self.cache = None
t = copy.deepcopy(St()); print(vars(t))
for v in (1, "s", (1, 2), None, len, int, range(3), b"x", 2.5, ..., 1j, lambda: 0): assert copy.copy(v) is v and copy.deepcopy(v) is v, v
t = (1, [2]); u = copy.deepcopy(t); print(u is t, u == t, copy.deepcopy((1, (2,))) is not None)
for v in ({1, 2}, bytearray(b"x"), {"a": {"b": []}}, [[]]): w = copy.deepcopy(v); print(type(w).__name__, w == v, w is v)
from collections import OrderedDict, deque, defaultdict, Counter, namedtuple
P = namedtuple("P", "x y")
for v in (OrderedDict(a=[1]), deque([[1]], 3), defaultdict(list, a=[1]), Counter("aab"), P(1, [2])):
    w, z = copy.deepcopy(v), copy.copy(v); print(w, z == v, type(w) is type(v), w is v, getattr(w, "maxlen", "-"), getattr(w, "default_factory", "-"))
class D(dict):
    def __init__(self, *a, tag=None): super().__init__(*a); self.tag = tag
d = D({"k": [1]}, tag=["t"]); e = copy.deepcopy(d); print(e, e.tag, e.tag is d.tag, type(e).__name__, copy.copy(d).tag is d.tag)
class L(list): pass
g = L([[1]]); g.note = "n"; h = copy.deepcopy(g); print(h, h.note, type(h).__name__, h[0] is g[0])
e1 = ValueError("m", [1]); e1.extra = 5; e2 = copy.copy(e1); print(repr(e2), e2.extra, e2.args[1] is e1.args[1], repr(copy.deepcopy(e1)))
memo = {}; shared = []; pair = copy.deepcopy([shared, shared], memo); print(pair[0] is pair[1], len(memo) > 0)
try: copy.deepcopy((i for i in ()))
except TypeError as x: print(x)
class Bound:
    def m(self): return self
o = Bound(); n = copy.deepcopy(o.m); print(n.__self__ is o, type(n()).__name__)
grid = [[0] * 2] * 2; grid[0][0] = 1; print(grid); g2 = copy.deepcopy(grid); g2[0][1] = 5; print(g2, [row[:] for row in grid])
