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
g0 = 2
def case1(n=1):
    a, b = 1, 2
    def inner(b, k=(w1 := (lambda p3: [a, g0])(3))):
        global g0
        g0 = sorted(str(x) for x in {[sorted(str(x) for x in {b: c2 for c2 in range(2)}.values()), k]: c0 for c0 in range(2)}.values())
        return 4
    r = inner([f() for f in [lambda: [a, (lambda d0=b: a)()] for c0 in range(2)]])
    class K:
        a = 0
        q = sorted(str(x) for x in {(lambda p3: [b for c1 in range(3)])(1): c0 for c0 in range(2)}.values())
        def m(self): return [1, (lambda d2=sorted(str(x) for x in {c0: c0 for c0 in range(2)}.values()): sorted(str(x) for x in {a: c3 for c3 in range(2)}.values()))()]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(1, case1)
g0 = 2
def case2(n=2):
    a, b = 1, 2
    def inner(b, k=[sorted(str(x) for x in {c1: c1 for c1 in range(2)}.values()), b]):
        pass
        z = [sorted(str(x) for x in {g0: c1 for c1 in range(2)}.values()), (lambda p3: (lambda p0: k)(8))(7)]
        return (lambda d1=sorted(str(x) for x in {k: c2 for c2 in range(2)}.values()): (lambda d2=(w2 := g0): (lambda d2=g0: d2)())())()
    r = inner([[f() for f in [lambda: sorted(str(x) for x in {c3: c3 for c3 in range(2)}.values()) for c3 in range(2)]] for c3 in range(2)])
    class K:
        a = [c3 for c3 in range(2)]
        q = 5
        def m(self): return [(w2 := 1) for c3 in range(1)]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(2, case2)
g0 = 2
def case3(n=3):
    a, b = 1, 2
    def inner(b, k=5):
        nonlocal a
        a = (w1 := (w2 := 5))
        return (w1 := [(lambda p0: 2)(0), (lambda p1: 6)(4)])
    r = inner(6)
    class K:
        a = sorted(str(x) for x in {(lambda p2: p2)(2): c2 for c2 in range(2)}.values())
        q = [[f() for f in [lambda: [c2 for c2 in range(2)] for c2 in range(2)]] for c2 in range(2)]
        def m(self): return (lambda p0: (w0 := (w1 := g0)))(7)
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(3, case3)
g0 = 8
def case4(n=4):
    a, b = 1, 2
    def inner(b, k=(lambda d2=sorted(str(x) for x in {c2: c2 for c2 in range(2)}.values()): (w2 := (lambda d2=b: a)()))()):
        pass
        g0 = (w1 := k)
        return [[f() for f in [lambda: [c0 for c0 in range(3)] for c1 in range(2)]], (lambda p2: (lambda p0: b)(7))(0)]
    r = inner((lambda d2=(lambda d1=a: g0)(): [f() for f in [lambda: [d2, a] for c3 in range(2)]])())
    class K:
        a = b
        q = 5
        def m(self): return g0
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(4, case4)
g0 = 5
def case5(n=5):
    a, b = 1, 2
    def inner(b, k=(lambda p2: (lambda p2: sorted(str(x) for x in {7: c3 for c3 in range(2)}.values()))(0))(0)):
        nonlocal a
        a = [[(w1 := g0), (lambda d2=g0: b)()] for c3 in range(2) if ([b, c3])]
        return [g0, [(lambda p0: c3)(1) for c3 in range(1) if (k)]]
    r = inner(a)
    class K:
        a = [[f() for f in [lambda: [g0, 2] for c2 in range(2)]] for c3 in range(2)]
        q = sorted(str(x) for x in {[f() for f in [lambda: sorted(str(x) for x in {c0: c0 for c0 in range(2)}.values()) for c0 in range(2)]]: c2 for c2 in range(2)}.values())
        def m(self): return (lambda p1: b)(4)
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(5, case5)
g0 = 8
def case6(n=6):
    a, b = 1, 2
    def inner(b, k=[f() for f in [lambda: [c1 for c3 in range(2) if (c3)] for c1 in range(2)]]):
        global g0
        g0 = k
        return [[(w0 := c3) for c3 in range(2)] for c3 in range(2)]
    r = inner([(lambda d1=[c2, 1]: [f() for f in [lambda: a for c3 in range(2)]])() for c2 in range(3)])
    class K:
        a = [f() for f in [lambda: [sorted(str(x) for x in {4: c1 for c1 in range(2)}.values()), 8] for c3 in range(2)]]
        q = b
        def m(self): return [g0 for c0 in range(3)]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(6, case6)
g0 = 2
def case7(n=7):
    a, b = 1, 2
    def inner(b, k=(w0 := (w1 := [a, 8]))):
        pass
        a = k
        return [(w0 := (lambda p2: b)(2)), k]
    r = inner([(lambda p1: (lambda d1=p1: g0)())(3) for c1 in range(1) if ((w1 := b))])
    class K:
        a = [f() for f in [lambda: 3 for c0 in range(2)]]
        q = [c3 for c3 in range(1)]
        def m(self): return [[f() for f in [lambda: (lambda p0: p0)(2) for c1 in range(2)]], [(w1 := b), g0]]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(7, case7)
g0 = 2
def case8(n=8):
    a, b = 1, 2
    def inner(b, k=[(w0 := [g0 for c1 in range(2)]), sorted(str(x) for x in {c2: c2 for c2 in range(2)}.values())]):
        nonlocal a
        a = g0
        return [f() for f in [lambda: b for c0 in range(2)]]
    r = inner((w0 := (lambda p3: (w1 := g0))(8)))
    class K:
        a = 2
        q = (w0 := (w1 := a))
        def m(self): return (lambda d2=[sorted(str(x) for x in {a: c0 for c0 in range(2)}.values()), b]: sorted(str(x) for x in {(lambda d0=a: b)(): c0 for c0 in range(2)}.values()))()
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(8, case8)
g0 = 1
def case9(n=9):
    a, b = 1, 2
    def inner(b, k=[(w1 := 4) for c2 in range(2) if ([c3 for c3 in range(2)])]):
        pass
        g0 = [[[g0, 1], sorted(str(x) for x in {k: c2 for c2 in range(2)}.values())] for c0 in range(1)]
        return [(lambda d2=(lambda p1: g0)(5): (lambda p0: b)(6))() for c2 in range(1)]
    r = inner([[f() for f in [lambda: c3 for c3 in range(2)]] for c1 in range(2)])
    class K:
        a = sorted(str(x) for x in {(lambda p3: (lambda p3: p3)(4))(1): c2 for c2 in range(2)}.values())
        q = [a, [(lambda d1=b: a)(), sorted(str(x) for x in {b: c2 for c2 in range(2)}.values())]]
        def m(self): return (lambda d0=g0: [(lambda d1=b: b)(), a])()
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(9, case9)
g0 = 2
def case10(n=10):
    a, b = 1, 2
    def inner(b, k=(lambda p2: [sorted(str(x) for x in {a: c0 for c0 in range(2)}.values()), 8])(1)):
        nonlocal a
        a = sorted(str(x) for x in {(lambda p1: [p1, k])(4): c0 for c0 in range(2)}.values())
        return b
    r = inner(b)
    class K:
        a = 1
        q = b
        def m(self): return [f() for f in [lambda: (lambda p2: [g0, b])(6) for c3 in range(2)]]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(10, case10)
g0 = 6
def case11(n=11):
    a, b = 1, 2
    def inner(b, k=(lambda d1=(lambda p1: [g0, g0])(2): (w1 := [d1 for c3 in range(1) if (b)]))()):
        nonlocal a
        a = k
        return (lambda d2=(lambda d2=(lambda d0=6: 3)(): 5)(): b)()
    r = inner(g0)
    class K:
        a = [0, [f() for f in [lambda: g0 for c0 in range(2)]]]
        q = sorted(str(x) for x in {[g0, sorted(str(x) for x in {c0: c0 for c0 in range(2)}.values())]: c3 for c3 in range(2)}.values())
        def m(self): return [sorted(str(x) for x in {[c0 for c0 in range(3)]: c2 for c2 in range(2)}.values()) for c2 in range(2)]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(11, case11)
g0 = 8
def case12(n=12):
    a, b = 1, 2
    def inner(b, k=(lambda d2=[b for c1 in range(1)]: [f() for f in [lambda: [f() for f in [lambda: 2 for c2 in range(2)]] for c1 in range(2)]])()):
        global g0
        g0 = [b for c3 in range(1)]
        return [f() for f in [lambda: [f() for f in [lambda: [f() for f in [lambda: 8 for c3 in range(2)]] for c3 in range(2)]] for c0 in range(2)]]
    r = inner((lambda p2: [(lambda d1=g0: p2)() for c2 in range(2)])(8))
    class K:
        a = sorted(str(x) for x in {c1: c1 for c1 in range(2)}.values())
        q = (lambda d2=(lambda d0=(w0 := a): sorted(str(x) for x in {d0: c0 for c0 in range(2)}.values()))(): sorted(str(x) for x in {sorted(str(x) for x in {3: c0 for c0 in range(2)}.values()): c2 for c2 in range(2)}.values()))()
        def m(self): return b
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(12, case12)
g0 = 5
def case13(n=13):
    a, b = 1, 2
    def inner(b, k=a):
        nonlocal a
        a = [[[b for c2 in range(1)], g0] for c0 in range(1)]
        return k
    r = inner([a for c3 in range(1) if (0)])
    class K:
        a = [f() for f in [lambda: [(lambda d2=c2: d2)() for c2 in range(1)] for c1 in range(2)]]
        q = (lambda p3: g0)(8)
        def m(self): return 0
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(13, case13)
g0 = 3
def case14(n=14):
    a, b = 1, 2
    def inner(b, k=b):
        pass
        z = (lambda d1=k: (lambda d1=g0: d1)())()
        return g0
    r = inner([[f() for f in [lambda: g0 for c1 in range(2)]] for c1 in range(2)])
    class K:
        a = [f() for f in [lambda: b for c3 in range(2)]]
        q = (w0 := [b, a])
        def m(self): return [f() for f in [lambda: (lambda p3: b)(5) for c0 in range(2)]]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(14, case14)
g0 = 8
def case15(n=15):
    a, b = 1, 2
    def inner(b, k=[sorted(str(x) for x in {5: c0 for c0 in range(2)}.values()), (lambda p3: [c0 for c0 in range(2)])(5)]):
        nonlocal a
        a = [sorted(str(x) for x in {b: c0 for c0 in range(2)}.values()), (lambda d1=sorted(str(x) for x in {c1: c1 for c1 in range(2)}.values()): (lambda p0: k)(8))()]
        return sorted(str(x) for x in {[f() for f in [lambda: b for c1 in range(2)]]: c1 for c1 in range(2)}.values())
    r = inner(b)
    class K:
        a = g0
        q = (lambda p0: b)(4)
        def m(self): return [[[b, c3] for c3 in range(3)], g0]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(15, case15)
g0 = 3
def case16(n=16):
    a, b = 1, 2
    def inner(b, k=(w0 := 1)):
        global g0
        g0 = 5
        return [f() for f in [lambda: 7 for c0 in range(2)]]
    r = inner(sorted(str(x) for x in {[f() for f in [lambda: sorted(str(x) for x in {c3: c3 for c3 in range(2)}.values()) for c3 in range(2)]]: c2 for c2 in range(2)}.values()))
    class K:
        a = g0
        q = (w2 := (lambda p1: [a, b])(3))
        def m(self): return [(lambda p0: (lambda p0: 5)(8))(8), [f() for f in [lambda: (lambda p1: a)(8) for c3 in range(2)]]]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(16, case16)
g0 = 6
def case17(n=17):
    a, b = 1, 2
    def inner(b, k=(lambda p0: (lambda d0=(lambda p0: b)(0): d0)())(8)):
        nonlocal a
        a = b
        return (w1 := k)
    r = inner(b)
    class K:
        a = [[(lambda d2=c0: g0)() for c0 in range(2)], (w0 := (lambda p0: p0)(6))]
        q = [a for c0 in range(1)]
        def m(self): return 8
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(17, case17)
g0 = 8
def case18(n=18):
    a, b = 1, 2
    def inner(b, k=a):
        pass
        a = [[sorted(str(x) for x in {c3: c3 for c3 in range(2)}.values()) for c2 in range(1)] for c3 in range(2)]
        return (lambda d2=k: [f() for f in [lambda: sorted(str(x) for x in {c0: c1 for c1 in range(2)}.values()) for c0 in range(2)]])()
    r = inner([[f() for f in [lambda: b for c2 in range(2)]] for c1 in range(1) if ((w2 := c1))])
    class K:
        a = (lambda d1=7: [f() for f in [lambda: [b, b] for c1 in range(2)]])()
        q = [sorted(str(x) for x in {sorted(str(x) for x in {c3: c3 for c3 in range(2)}.values()): c3 for c3 in range(2)}.values()) for c1 in range(1)]
        def m(self): return [[c2 for c2 in range(1) if (c2)] for c2 in range(2)]
    return clean((r, a, b, g0, K.a, K.q, K().m()))
run(18, case18)
