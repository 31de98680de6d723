from collections import *
import collections
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total(), c - Counter("miss"), c + Counter("zz"), c & Counter("ssss"), c | Counter("zzzzz"), +Counter(a=-1, b=2), -Counter(a=-1, b=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1))
c.subtract("sss"); print(c); c.update({"m": 5}, q=2); print(c["m"], c["q"], Counter([1, 1, 2]), Counter({"a": 3}, b=1), Counter(a=2), Counter(), list(Counter("abca")), dict(Counter("aab")), Counter("ab").copy(), repr(Counter({3: 1, 1: 2})))
del c["nope"]; print(Counter.fromkeys if 0 else "", c.pop("s"), max(c, key=c.get), [k for k, v in c.items() if v > 1], sum(c.values()))
try: Counter.fromkeys("ab")
except NotImplementedError as e: print(e)
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, d.get("zz"), "zz" in d, d.default_factory, dict(d), len(d), list(d.items()), d.copy(), d == {"a": [1], "b": []})
n = defaultdict(lambda: defaultdict(int)); n["x"]["y"] += 1; print({k: dict(v) for k, v in n.items()})
e = defaultdict(None, {1: 2})
try: e[5]
except KeyError as k: print("KeyError", k)
try: defaultdict(5)
except TypeError as k: print(k)
print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), defaultdict(set).__missing__("q"))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(OrderedDict(x=1, y=2))), OrderedDict.fromkeys("ab", 0), o | {"z": 1}, OrderedDict(), o.pop("b"), o.setdefault("n", 4))
for f in (lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: o["q"]):
    try: f()
    except KeyError as k: print("KeyError", k)
q = deque([1, 2, 3], maxlen=4)
q.append(4); q.append(5); q.appendleft(0); print(q, q.maxlen, q[0], q[-1], len(q), 3 in q, q.count(2), q.index(3))
q.rotate(1); print(q); q.rotate(-2); print(q, q.pop(), q.popleft(), list(reversed(q)), q + deque([9]), q * 2, deque("abc"), deque(range(5), 2), q == deque(q), q.copy(), sorted(q))
q.extend([7, 8]); q.extendleft([1, 2]); print(q); q.insert(1, "i") if len(q) < 4 else None
q = deque("abcd"); q.insert(2, "X"); q.remove("a"); q[1] = "Y"; del q[0]; q.reverse(); print(q, bool(deque()), q < deque("z"), deque([1]) < deque([1, 2]))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: q.remove("zz"), lambda: q[10], lambda: q.index("zz"), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque(5), lambda: deque([], -1), lambda: q[1:2], lambda: deque(maxlen="x"), lambda: hash(q), lambda: deque([1]) + [2]):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
def mutate():
    for x in q: q.append(x)
try: mutate()
except RuntimeError as x: print(x)
P = namedtuple("P", "x y z", defaults=[0, 9]); p = P(1)
print(p, p._asdict(), P._fields, P._field_defaults, p._replace(y=5), P._make("abc"), p == (1, 0, 9), p[1:], *p, P.__doc__, P.x.__doc__, repr(P), isinstance(p, tuple), p.count(0), p.index(9), P(1, 2) < P(1, 3), {p: 1}[(1, 0, 9)], P(z=1, x=2))
print(namedtuple("R", ["class", "a", "a", "_x", "1b"], rename=True)._fields, namedtuple("E", "")(), namedtuple("S", "a,b c")(1, 2, 3), namedtuple("M", "a", module="mm").__module__)
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(q=1), lambda: p._replace(q=2), lambda: setattr(p, "x", 1), lambda: p.q, lambda: namedtuple("B", "class"), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "_a"), lambda: namedtuple("1B", "a"), lambda: namedtuple("B", "a", defaults=[1, 2]), lambda: P._make([1]) if 0 else P._make([1, 2, 3, 4]), lambda: P(1, x=2), lambda: namedtuple("B", 5)):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
class Emp(namedtuple("EmpBase", "name pay")):
    __slots__ = ()
    def raised(self, k): return self._replace(pay=self.pay * k)
    def __str__(self): return f"{self.name}:{self.pay}"
print(Emp("bob", 10).raised(2), repr(Emp("al", 1)), Emp("x", 2)._asdict())
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm, cm["a"], cm["b"], len(cm), list(cm), dict(cm), cm.maps, cm.new_child({"c": 4}), cm.parents, "b" in cm, cm.get("q"), cm | {"z": 9}); cm["b"] = 7; print(cm.maps[0], cm.pop("b"), cm["b"])
for f in (lambda: cm["zz"], lambda: cm.pop("zz"), lambda: cm.__delitem__("b"), lambda: ChainMap().popitem()):
    try: print(f())
    except KeyError as x: print("KeyError", x)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k), v)
u = UD({1: 2}); u[3] = 4; u.update({5: 6}); print(u, u.data, "1" in u, u == {"1": 2, "3": 4, "5": 6}, u.copy(), type(u.copy()).__name__, u | {"q": 1})
class UL(UserList): pass
l = UL([3, 1]); l.append(2); l.sort(); print(l, l[0], l + [9], l[1:], type(l[1:]).__name__, l * 2, l == [1, 2, 3], len(l), UL("ab"))
s = UserString("abc"); print(s, s.upper(), s + "d", s[1], type(s.upper()).__name__, s == "abc", "b" in s, len(s), s * 2, hash(s) == hash("abc"))
