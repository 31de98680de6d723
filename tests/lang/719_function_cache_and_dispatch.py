from functools import *
import functools
from collections.abc import Sequence, Mapping
from decimal import Decimal
calls = []
@lru_cache(maxsize=3)
def f(x, y=0):
    calls.append((x, y)); return x * 10 + y
print([f(i) for i in (1, 2, 3, 1, 4, 2)], f.cache_info(), calls, f.cache_parameters())
f.cache_clear(); print(f.cache_info(), f.__wrapped__(5), f.__name__)
print(f(1, 0), f(1), f(x=1), f(y=0, x=1), f.cache_info().misses)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache(typed=True)
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t.cache_info().currsize)
@lru_cache
def bare(x): return x
print(bare(2), bare.cache_info())
for bad in (lambda: f([]), lambda: lru_cache("x"), lambda: lru_cache(maxsize="x"), lambda: fib({}), lambda: lru_cache(maxsize=-5)(abs)(3)):
    try: print(bad())
    except TypeError as e: print(type(e).__name__, e)
class C:
    def __init__(self): self.n = 0
    @cached_property
    def v(self): self.n += 1; return self.n * 100
    @lru_cache
    def m(self, k): return k + 1
    part = partialmethod(lambda self, a, b: (a, b), 5)
c = C(); print(c.v, c.v, c.n, c.__dict__); del c.v; print(c.v, c.n, c.m(3), C.m.cache_info().currsize, c.part(6), C.v.attrname)
@singledispatch
def show(x, depth=0): return f"obj {x!r}"
@show.register
def _(x: int, depth=0): return f"int {x}"
@show.register(list)
@show.register(tuple)
def _(x, depth=0): return "[" + ", ".join(show(i, depth + 1) for i in x) + "]"
@show.register
def _(x: Mapping, depth=0): return "{" + ", ".join(f"{k}: {show(v)}" for k, v in x.items()) + "}"
show.register(float, lambda x, depth=0: f"float {x:.1f}")
@show.register
def _(x: str | bytes, depth=0): return f"text {x!r}"
print(show(1), show(True), show([1, 2.5, "s", (3,)]), show({"a": b"x"}), show(None), show(Decimal(1)), show({1}))
print(show.dispatch(bool).__name__, show.dispatch(dict) is show.dispatch(Mapping), sorted(c.__name__ for c in show.registry), show.__name__)
class D:
    @singledispatchmethod
    def neg(self, a): raise NotImplementedError(f"no {type(a).__name__}")
    @neg.register
    def _(self, a: int): return -a
    @neg.register
    def _(self, a: bool): return not a
    @neg.register
    @classmethod
    def _(cls, a: str): return cls.__name__ + a
print(D().neg(5), D().neg(True), D().neg("x"))
try: D().neg(2.5)
except NotImplementedError as e: print(e)
for bad in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: x), lambda: singledispatch(3)):
    try: bad()
    except Exception as e: print(type(e).__name__, str(e)[:60])
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, repr(partial(max, 1, key=abs))[:40], partial(p, "11")(), partial(print, "a", sep="-")("b"))
add3 = partial(lambda a, b, c: (a, b, c), 1); print(add3(2, c=3), partial(add3, 9)(8), partial(add3, 9).args)
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2], 5), reduce(lambda a, x: a + [x], "abc", []))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(2))
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), max([V(1), V(3)]).n)
try: V(1) <= 3
except TypeError as e: print(e)
try:
    @total_ordering
    class Bad: pass
except ValueError as e: print(e)
def deco(fn):
    @wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return fn(*a, **k)
    return inner
@deco
def g(a: int, b="x") -> str:
    "doc of g"
    return f"{a}{b}"
print(g(1), g.__name__, g.__doc__, g.__annotations__, g.__wrapped__(2), g.__module__, g.__qualname__)
import inspect
print(inspect.signature(g), inspect.signature(inspect.unwrap(g)), list(inspect.signature(f).parameters))
print(update_wrapper(lambda: 0, len).__name__, WRAPPER_ASSIGNMENTS, functools.reduce is reduce)
def compose(*fs): return reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
print(compose(lambda x: x + 1, lambda x: x * 2)(10))
