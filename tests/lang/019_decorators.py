def deco(fn):
    def wrap(*a, **k): return ('w', fn(*a, **k))
    return wrap
def deco2(n):
    print('deco2', n)
    def d(fn):
        print('apply', n)
        return lambda *a: (n, fn(*a))
    return d
@deco
@deco2(5)
@deco2(6)
def decorated(x): return x
print(decorated(3))
@(lambda f: 42)
def fortytwo(): pass
print(fortytwo)
import functools
def trace(f):
    @functools.wraps(f)
    def w(*a, **k):
        print('call', f.__name__, a, k)
        return f(*a, **k)
    return w
@trace
def fact(n):
    "factorial"
    return 1 if n <= 1 else n * fact(n - 1)
print(fact(3), fact.__name__, fact.__doc__, fact.__wrapped__.__name__)
class Deco:
    def __init__(self, f): self.f = f; self.n = 0; functools.update_wrapper(self, f)
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, t): return self if o is None else lambda *a: self(o, *a)
@Deco
def dbl(x): return x * 2
print(dbl(3), dbl(4), dbl.n, dbl.__name__)
class WithDeco:
    @Deco
    def meth(self, x): return (type(self).__name__, x)
    @staticmethod
    @trace
    def st(x): return x
    @classmethod
    @trace
    def cl(cls, x): return (cls.__name__, x)
    @property
    @deco
    def pr(self): return 'pr'
print(WithDeco().meth(5), WithDeco.st(1), WithDeco().cl(2), WithDeco().pr)
def classdeco(c): c.added = 'yes'; c.old = c.m; c.m = lambda self: 'new ' + self.old(); return c
@classdeco
class CD:
    def m(self): return 'old'
print(CD.added, CD().m())
registry = {}
def register(name):
    def d(f): registry[name] = f; return f
    return d
@register('a')
def fa(): return 'A'
@register('b')
class FB: pass
print(sorted(registry), registry['a'](), registry['b'] is FB)
def repeat(times=2):
    def d(f):
        def w(*a): return [f(*a) for _ in range(times)]
        return w
    return d
@repeat()
def hi(): return 'hi'
@repeat(times=3)
def ho(x): return x
print(hi(), ho('o'))
decos = [deco, deco]
@decos[0]
def idx(): return 'i'
print(idx())
