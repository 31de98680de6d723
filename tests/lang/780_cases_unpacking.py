# Generated cases of one subject: what each computes or how it fails.
import sys
def show(n, *values):
    try: print(n, *[repr(v) for v in values])
    except Exception as e: print(n, 'show', type(e).__name__, e)
def run(n, f):
    try:
        r = f()
        print(n, '=>', clean(r))
    except (RecursionError, NameError) as e: print(n, 'RecursionError' if isinstance(e, RecursionError) else 'NameError')
    except BaseException as e: print(n, type(e).__name__, e)
def clean(v, depth=0):
    if isinstance(v, (set, frozenset)): return type(v).__name__ + str(sorted(map(repr, v)))
    if depth > 6: return '...'
    if type(v) is list: return '[' + ', '.join(clean(x, depth + 1) for x in v) + ']'
    if type(v) is tuple: return '(' + ', '.join(clean(x, depth + 1) for x in v) + ',)'
    if type(v) is dict: return '{' + ', '.join(clean(k, depth + 1) + ': ' + clean(x, depth + 1) for k, x in v.items()) + '}'
    if isinstance(v, (int, float, complex, str, bytes, range, slice)) or v is None or v is ... or v is NotImplemented: return repr(v)
    if isinstance(v, type): return v.__name__
    if isinstance(v, NameError): return 'NameError'
    if isinstance(v, BaseException): return type(v).__name__ + clean(v.args, depth + 1)
    return '<' + type(v).__name__ + '>'
class Box:
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'Box({self.v!r})'
    def __eq__(self, o): return isinstance(o, Box) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < (o.v if isinstance(o, Box) else o)
    def __add__(self, o): return Box(self.v + (o.v if isinstance(o, Box) else o))
    def __radd__(self, o): return Box(o + self.v)
    def __mul__(self, o): return NotImplemented if isinstance(o, str) else Box(self.v * (o.v if isinstance(o, Box) else o))
    def __neg__(self): return Box(-self.v)
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
    def __iter__(self): return iter(self.v)
    def __bool__(self): return bool(self.v)
    def __call__(self, *a, **k): return (self.v, a, sorted(k.items()))
    def __contains__(self, x): return x == self.v
    def __enter__(self): return self.v
    def __exit__(self, t, v, tb): return self.v == 1
    def __index__(self): return self.v
    def __format__(self, spec): return f'<{spec}:{self.v}>'
class Sub(Box):
    __slots__ = ()
    def __radd__(self, o): return ('Sub.radd', o)
    def __lt__(self, o): return NotImplemented
    def __getattr__(self, name):
        if name.startswith('q'): return name
        raise AttributeError(f'no {name}')
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o)
    def __repr__(self): return f'MyInt({int(self)})'
class MyList(list):
    def append(self, x): super().append((x,))
class MyDict(dict):
    def __missing__(self, k): return ('missing', k)
class MyError(ValueError):
    def __init__(self, code, *rest): super().__init__(code, *rest); self.code = code
import re, json, math, itertools, functools, operator, collections, heapq, bisect, random, string, textwrap, copy
def each(n, *functions):
    for i, f in enumerate(functions):
        try: r = f()
        except RecursionError: print(n, i, 'RecursionError')
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, clean(r))
def steps(n, make, *functions):
    x = make()
    for i, f in enumerate(functions):
        try: r = f(x)
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, clean(r))
    print(n, clean(x))
def case1(n=1):
    [t2, t5, [t4, t1]] = []
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(1, case1)
def case2(n=2):
    [[[*t2, t3], *t3], t5, *t4] = (iter([range(2), iter([]),]), iter([]),)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(2, case2)
def case3(n=3):
    [*t0, t2] = iter([])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(3, case3)
def case4(n=4):
    [*t3, [t3, [*t4]]] = ()
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(4, case4)
def case5(n=5):
    [t1, [t1, t2, t5]] = (iter([(range(2), 'x', range(2),),]), iter([]),)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(5, case5)
def case6(n=6):
    [t0] = [{3: 4},]
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(6, case6)
def case7(n=7):
    [*t5] = iter([{3: 4}, 2.5,])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(7, case7)
def case8(n=8):
    [t2] = ['ab', {3: 4},]
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(8, case8)
def case9(n=9):
    [*t2, t4] = iter([[None, 1,], [],])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(9, case9)
def case10(n=10):
    [*t1, [t4]] = iter([])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(10, case10)
def case11(n=11):
    [t2] = ([[1,], range(2),],)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(11, case11)
def case12(n=12):
    [*t0] = ('x',)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(12, case12)
def case13(n=13):
    [t3, t3] = iter([{3: 4}, {3: 4},])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(13, case13)
def case14(n=14):
    [t4, t5] = ['x', 1, None,]
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(14, case14)
def case15(n=15):
    [t4, [*t4, [t2]], t4] = iter([iter([2.5,]), 2.5, [2.5, 2.5, range(2),],])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(15, case15)
def case16(n=16):
    [[t3, [*t1, t3, t0]], t4, [*t3]] = (None,)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(16, case16)
def case17(n=17):
    [*t2, t0] = iter([[], 2.5,])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(17, case17)
def case18(n=18):
    [t0, [*t0], t2] = [('ab', {3: 4}, (None,),),]
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(18, case18)
def case19(n=19):
    [*t1] = []
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(19, case19)
def case20(n=20):
    [t5, t4, t4] = [[], 'ab', 2.5,]
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(20, case20)
def case21(n=21):
    [t5, t3, [t2, t1]] = iter([])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(21, case21)
def case22(n=22):
    [*t5] = (iter([{3: 4}, {3: 4}, (2.5,),]),)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(22, case22)
def case23(n=23):
    [*t0] = []
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(23, case23)
def case24(n=24):
    [t2, [t3, t4, t5], t1] = ((), range(2), (1, 1,),)
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(24, case24)
def case25(n=25):
    [t5, t1, t3] = iter([])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(25, case25)
def case26(n=26):
    [[*t0, t2, t0], *t4] = iter([])
    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')
run(26, case26)
