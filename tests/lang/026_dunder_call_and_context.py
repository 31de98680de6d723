class Call:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a, **k): self.n += 1; return self.f(*a, **k)
c = Call(lambda x, y=1: x + y)
print(c(1), c(1, y=5), c.n, callable(c), callable(Call), list(map(c, [1, 2])), c.__call__(3))
class Inst: pass
i = Inst(); i.__call__ = lambda: 'inst'
try: i()
except TypeError as e: print(e)
class CM:
    def __init__(self, s): self.s = s
    def __enter__(self): print('in', self.s); return self
    def __exit__(self, t, v, tb): print('out', self.s, t.__name__ if t else None, v, tb is None); return self.s == 'swallow'
with CM('swallow'): raise ValueError('sup')
try:
    with CM('pass'): raise ValueError('nosup')
except ValueError as e: print('got', e)
with CM('a') as a, CM('b') as b: print(a.s, b.s)
with (CM('p') as p, CM('q')): print(p.s)
def wr():
    with CM('ret'): return 5
print(wr())
def lp():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: break
    return i
print(lp())
try:
    with CM('x'), CM('swallow') if False else CM('y'): 1 / 0
except ZeroDivisionError as e: print(e)
with CM('swallow') as s:
    with CM('inner'): raise KeyError('k')
print('after')
class EnterFail:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never')
class ExitFail:
    def __enter__(self): return 1
    def __exit__(self, *a): raise KeyError('exit')
try:
    with EnterFail(): pass
except ValueError as e: print(e)
try:
    with ExitFail(): raise ValueError('body')
except KeyError as e: print(e, repr(e.__context__))
try:
    with CM('outer'), EnterFail(): pass
except ValueError as e: print(e)
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
for k in (NoEnter, NoExit, int):
    try:
        with k(): pass
    except TypeError as e: print(e)
class Truthy:
    def __enter__(self): return self
    def __exit__(self, *a): return 'yes'
with Truthy(): raise ValueError('swallowed by truth')
g = (x for x in [1])
with CM('gen') as z: z.val = next(g)
print(z.val)
