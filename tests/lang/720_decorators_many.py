import time, functools
registry = {}
def register(name=None):
    def deco(fn):
        registry[name or fn.__name__] = fn
        return fn
    return deco(name) if callable(name) and not isinstance(name, str) else deco
register_bare = lambda fn: registry.setdefault(fn.__name__, fn)
@register("plus")
def add(a, b): return a + b
@register()
def mul(a, b): return a * b
@register_bare
def sub(a, b): return a - b
print(sorted(registry), registry["plus"](2, 3), registry["mul"](2, 3))
def trace(fn):
    depth = 0
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        nonlocal depth
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        print(f"{'| ' * depth}{fn.__name__}({shown})")
        depth += 1
        try: result = fn(*args, **kwargs)
        except Exception as e: print(f"{'| ' * (depth - 1)}! {type(e).__name__}"); raise
        finally: depth -= 1
        print(f"{'| ' * depth}-> {result!r}")
        return result
    wrapper.depth = lambda: depth
    return wrapper
@trace
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(1, 1), ack.depth())
@trace
def fails(*, x): return 1 / x
try: fails(x=0)
except ZeroDivisionError as e: print("caught", e)
def repeat(n):
    def deco(fn):
        @functools.wraps(fn)
        def w(*a, **k): return [fn(*a, **k) for _ in range(n)]
        return w
    return deco
def shout(fn): return lambda *a: fn(*a).upper() + "!"
@repeat(2)
@shout
def hi(name): return f"hi {name}"
print(hi("bob"))
class Count:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn, self.n = fn, 0
    def __call__(self, *a, **k): self.n += 1; return self.fn(*a, **k)
    def __get__(self, obj, cls=None): return self if obj is None else functools.partial(self, obj)
@Count
def f(x):
    "f doc"
    return x
f(1); f(2)
print(f.n, f.__name__, f.__doc__, f)  if False else print(f.n, f.__name__, f.__doc__)
class K:
    @Count
    def m(self, y): return (type(self).__name__, y)
print(K().m(3), K.m.n, K().m(4), K.m.n)
def validate(**rules):
    def deco(fn):
        code = fn.__code__
        @functools.wraps(fn)
        def w(*a, **k):
            bound = dict(zip(code.co_varnames, a)) | k
            for name, rule in rules.items():
                if not rule(bound.get(name)): raise ValueError(f"{fn.__name__}: bad {name}={bound.get(name)!r}")
            return fn(*a, **k)
        return w
    return deco
@validate(n=lambda v: isinstance(v, int) and v > 0, s=str.isalpha)
def rep(n, s="a"): return s * n
print(rep(3, "x"))
for a in ((0, "x"), (1, "2")):
    try: rep(*a)
    except ValueError as e: print(e)
def add_methods(**methods):
    def deco(cls):
        for k, v in methods.items(): setattr(cls, k, v)
        cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
        return cls
    return deco
@add_methods(double=lambda self: self.x * 2, named=property(lambda self: f"n{self.x}"))
class P:
    def __init__(self, x): self.x = x
print(P(4), P(4).double(), P(4).named)
def singleton(cls):
    made = {}
    @functools.wraps(cls, updated=())
    def get(*a): return made.setdefault(cls, None) or made.update({cls: cls(*a)}) or made[cls]
    return get
@singleton
class S:
    "single"
    def __init__(self, v): self.v = v
print(S(1) is S(2), S(3).v, S.__name__, S.__doc__)
def retry(times, on=(Exception,)):
    def deco(fn):
        def w(*a):
            for i in range(1, times + 1):
                try: return fn(*a), i
                except on as e:
                    if i == times: raise RuntimeError(f"gave up after {i}") from e
        return w
    return deco
state = iter([0, 0, 4])
@retry(3, on=(ZeroDivisionError,))
def flaky(): return 8 / next(state)
print(flaky())
try: flaky()
except StopIteration as e: print("stop", e.args)
state = iter([0] * 9)
try: flaky()
except RuntimeError as e: print(e, "|", repr(e.__cause__))
order = []
def tag(t):
    order.append(f"make {t}")
    def d(fn): order.append(f"apply {t}"); return fn
    return d
@tag("a")
@tag("b")
def z(): pass
print(order)
@(lambda fn: [fn.__name__, fn()])
def weird(): return 7
print(weird)
class Prop:
    @functools.cached_property
    def big(self): print("once"); return 99
q = Prop(); print(q.big + q.big)
