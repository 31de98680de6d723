x = "global"
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x += "+inner"
            return x
        return inner, lambda: x
    return middle() + (lambda: x,)
i, a, b = outer(); print(i(), a(), b(), x, i.__closure__[0].cell_contents, i.__code__.co_freevars)
def reads_global():
    global x, fresh
    x = "changed"; fresh = [1]
reads_global(); print(x, fresh)
def late():
    try: print(y)
    except UnboundLocalError as e: print(e)
    y = 1
late()
def free():
    def g(): return z
    try: g()
    except NameError as e: print(e)
    z = 5
    return g()
print(free())
def deleted():
    v = 1
    del v
    try: v
    except UnboundLocalError as e: print(e)
deleted()
def handler():
    e = "kept"
    try: raise ValueError("x")
    except ValueError as e: pass
    try: e
    except UnboundLocalError as err: print(err)
handler()
class C:
    x = "class"
    y = x + "!"
    z = [x for _ in range(2)]
    w = (lambda: x)()
    def m(self): return x, self.x, __class__.__name__
    class D:
        try: q = y
        except NameError as e: q = str(e)
    n = [i for i in range(len(y))][:3]
print(C.y, C.z, C.w, C().m(), C.D.q, C.n)
fs = []
for k in range(3):
    def f(): return k
    fs.append((f, lambda: k, lambda k=k: k))
print([[g() for g in t] for t in fs], k)
print([[g() for g in [lambda: j for j in range(3)]], [g() for g in [lambda j=j: j for j in range(3)]]])
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    inc.reset = lambda: (locals(), exec) and None if False else setattr(inc, "last", n)
    return inc
c = counter(); c(); c(5); c.reset(); print(c.last, c())
def params(a, b=[], *, d={}): b.append(a); d[a] = len(b); return b, d
params(1); print(params(2), params.__defaults__, params.__kwdefaults__)
def shadow(list, len=3): return [list, len]
print(shadow((1,)), len([1]))
print([n := 10, n + 1, (m := n * 2) + m], n, m)
print([last := v for v in range(4)], last, any((hit := v) > 2 for v in [1, 3, 5]), hit)
def gen_scope():
    t = 1
    g = (t + i for i in range(2))
    t = 100
    return list(g)
print(gen_scope(), {a: [b for b in range(a)] for a in range(3)}, [(a, b) for a in "xy" for b in a * 2])
def rec(n, acc=None): acc = acc or []; acc.append(n); return acc if n == 0 else rec(n - 1, acc)
print(rec(3), rec(1))
make = [lambda n=n: [n] + [m() for m in make[:n]] for n in range(3)]; print(make[2]())
def outer2():
    def a(): return b() + 1
    def b(): return 1
    return a()
print(outer2(), (lambda f: f(f, 5))(lambda s, n: 1 if n == 0 else n * s(s, n - 1)))
def kw(**k): return {**k, "f": lambda: k}
r = kw(a=1); r["a"] = 2; print(r["f"](), sorted(r))
if True:
    block = "visible"
for v in []: pass
try: v
except NameError as e: print("NameError" if "v" in str(e) else e)
else: print("v is", v)
print(block, "i" in globals(), "nope" in globals(), callable(globals()["outer"]), sorted(k for k in (lambda p, q=1: locals())(5)))
def annotated(a: int = 3, *args: str, k: float = 1.0) -> None: b: int; c: str = "s"; return c
print(annotated.__annotations__, annotated())
