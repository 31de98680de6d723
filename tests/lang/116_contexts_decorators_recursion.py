# context managers, decorators, recursion, del, closures in loops
import contextlib
@contextlib.contextmanager
def cm(n):
    print('enter', n)
    try: yield n * 2
    except ValueError as e: print('handled', e)
    finally: print('exit', n)
with cm(1) as x: print(x)
with cm(2): raise ValueError('v')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print('outer', e)
with cm(4) as a, cm(5) as b: print(a, b)
with (cm(6) as a, cm(7) as b,): print(a + b)
with contextlib.suppress(ZeroDivisionError): 1 / 0
class Tr:
    log = []
    def __enter__(self): Tr.log.append('in'); return self
    def __exit__(self, t, v, tb): Tr.log.append((t.__name__ if t else None, str(v))); return t is ValueError
def use(e):
    with Tr():
        if e: raise e
        return 'ret'
    return 'after'
print(use(None), use(ValueError('x')), Tr.log)
def lp():
    for i in range(3):
        with Tr():
            if i == 0: continue
            if i == 1: break
    return i
print(lp(), len(Tr.log))
class EnterFail:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never')
try:
    with EnterFail(): pass
except ValueError as e: print(e)
class ExitFail:
    def __enter__(self): return 1
    def __exit__(self, *a): raise KeyError('exit')
try:
    with ExitFail(): raise ValueError('body')
except KeyError as e: print(e, repr(e.__context__))
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
for c in (NoEnter, NoExit, int):
    try:
        with c(): pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
def trace(f):
    import functools
    @functools.wraps(f)
    def w(*a, **k):
        print('call', f.__name__, a, k)
        r = f(*a, **k)
        print('ret', r)
        return r
    return w
@trace
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
fact(3); print(fact.__name__, fact.__wrapped__.__name__)
class Deco:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, t): return self if o is None else lambda *a: self(o, *a)
@Deco
def dbl(x): return x * 2
print(dbl(3), dbl(4), dbl.n)
class WithDeco:
    @Deco
    def meth(self, x): return (type(self).__name__, x)
print(WithDeco().meth(5))
def classdeco(c): c.added = 'yes'; return c
@classdeco
class CD: pass
print(CD.added)
def memo(f):
    cache = {}
    def w(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return w
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
try: depth(5000)
except RecursionError as e: print(e)
class Rec:
    def __repr__(self): return repr(self)
try: repr(Rec())
except RecursionError as e: print(str(e)[:32])
class RecG:
    def __getattr__(self, n): return self.zzz
try: RecG().x
except RecursionError as e: print(str(e)[:32])
l = []
for _ in range(100000): l = [l]
try: print(len(repr(l)))
except RecursionError as e: print(e)
try: l == [l]
except RecursionError as e: print(str(e)[:32])
del l
class Dl:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
d = Dl(1); del d; d = Dl(2); d = None; Dl(3); x = [Dl(4)]; x.clear()
def scope(): d = Dl(5); return 1
scope()
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(7))
def hanoi(n, a, b, c): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(10, 'a', 'b', 'c')), hanoi(2, 'a', 'b', 'c'))
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def perms(l): return [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i+1:])] if l else [[]]
print(perms([1, 2, 3]))
compose = lambda *fs: lambda x: __import__('functools').reduce(lambda a, f: f(a), fs, x)
print(compose(lambda x: x + 1, lambda x: x * 2)(3))
def curry(f, *a): return lambda *b: f(*a, *b)
print(curry(max, 3)(1, 5), (lambda f: f(f))(lambda f: 7), (lambda n: (lambda f: f(f, n))(lambda f, k: 1 if k < 2 else k * f(f, k - 1)))(5))

