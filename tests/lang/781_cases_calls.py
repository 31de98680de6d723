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
def f1(a, *args, b=7, c=7, d, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(1, lambda: f1(), lambda: f1(0, 1, 2, a=5, b=5, z=5), lambda: f1(0, 1, 2, *(8, 9), c=5, b=5), lambda: f1(0, 1, 2, 3, b=5, d=5, c=5))
def f2(*args, a=7, b=7, c=7): return sorted((k, clean(v)) for k, v in locals().items())
each(2, lambda: f2(0, 1, 2, 3, *(8, 9), c=5, a=5, **{'a': 6, 'y': 1}), lambda: f2(0, 1, 2, 3, z=5, a=5), lambda: f2(0), lambda: f2(0, 1, z=5, b=5, c=5))
def f3(a=9, b=9, c=9, d=9): return sorted((k, clean(v)) for k, v in locals().items())
each(3, lambda: f3(0, 1, 2, c=5, b=5), lambda: f3(0, 1, d=5, z=5), lambda: f3(0, c=5), lambda: f3(0, d=5, c=5))
def f4(a, b=9, c=9): return sorted((k, clean(v)) for k, v in locals().items())
each(4, lambda: f4(0, 1, 2, 3, z=5, c=5, b=5), lambda: f4(), lambda: f4(0, 1, **{'a': 6, 'y': 1}), lambda: f4(0, 1, 2, a=5, c=5, z=5))
def f5(*args, a, b, c, d=7): return sorted((k, clean(v)) for k, v in locals().items())
each(5, lambda: f5(0, 1, 2, 3, c=5, d=5, b=5), lambda: f5(0, 1, 2, 3, b=5, z=5), lambda: f5(0, 1, d=5, c=5), lambda: f5(0, 1, 2, 3, *(8, 9)))
def f6(a): return sorted((k, clean(v)) for k, v in locals().items())
each(6, lambda: f6(0, 1, 2, a=5, **{'a': 6, 'y': 1}), lambda: f6(), lambda: f6(0, 1, 2, *(8, 9)), lambda: f6(0, 1, 2, 3))
def f7(a=9, b=9, c=9, d=9, *args, e=7): return sorted((k, clean(v)) for k, v in locals().items())
each(7, lambda: f7(0, 1, 2, 3), lambda: f7(0, 1, 2, d=5), lambda: f7(0, *(8, 9), z=5, d=5), lambda: f7(0, 1, *(8, 9)))
def f8(a=9, b=9, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(8, lambda: f8(b=5, a=5), lambda: f8(0, 1, 2, 3), lambda: f8(0, 1, 2, a=5, **{'a': 6, 'y': 1}), lambda: f8(0, 1, a=5, z=5, **{'a': 6, 'y': 1}))
def f9(a, b, *, c, d=7): return sorted((k, clean(v)) for k, v in locals().items())
each(9, lambda: f9(0, d=5, a=5, z=5), lambda: f9(b=5), lambda: f9(0, 1, 2, 3, d=5, c=5), lambda: f9(0, 1, 2, 3, d=5, a=5))
def f10(a, b): return sorted((k, clean(v)) for k, v in locals().items())
each(10, lambda: f10(0, 1, a=5), lambda: f10(0), lambda: f10(0, z=5, b=5), lambda: f10(a=5))
def f11(a, b=9, c=9, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(11, lambda: f11(0, a=5, z=5), lambda: f11(*(8, 9), z=5, c=5, b=5), lambda: f11(0, 1, 2, b=5), lambda: f11(*(8, 9), c=5, a=5))
def f12(*, a, b=7, c, d=7, e, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(12, lambda: f12(0, 1, 2, 3, d=5, e=5), lambda: f12(0, 1, 2, 3, b=5), lambda: f12(), lambda: f12(0, 1))
def f13(a=9): return sorted((k, clean(v)) for k, v in locals().items())
each(13, lambda: f13(0, 1, *(8, 9), z=5), lambda: f13(0, 1, 2, 3), lambda: f13(a=5), lambda: f13(0, 1))
def f14(*, a, b, c=7, d, e=7): return sorted((k, clean(v)) for k, v in locals().items())
each(14, lambda: f14(0, 1, 2, 3, c=5), lambda: f14(0, 1), lambda: f14(0, 1, 2, 3, d=5), lambda: f14(0, 1, 2, a=5, d=5))
def f15(*args, a, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(15, lambda: f15(0, 1, 2), lambda: f15(a=5), lambda: f15(0, 1, 2, 3), lambda: f15(0, 1, *(8, 9), z=5))
def f16(*, a=7, b=7, c=7, d=7, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(16, lambda: f16(0, 1, 2, *(8, 9), a=5), lambda: f16(0, 1, 2, a=5, b=5, d=5), lambda: f16(0, 1, 2, 3, c=5), lambda: f16(0, 1, 2, 3, *(8, 9), z=5, a=5))
def f17(a, b, c, /): return sorted((k, clean(v)) for k, v in locals().items())
each(17, lambda: f17(*(8, 9)), lambda: f17(*(8, 9), a=5, c=5), lambda: f17(0, 1, 2, 3, z=5, c=5), lambda: f17(0, 1, b=5, a=5))
def f18(a, /, b, c, *, d=7, e=7, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(18, lambda: f18(0, d=5, a=5), lambda: f18(0, 1, 2, *(8, 9)), lambda: f18(0, 1), lambda: f18(*(8, 9), c=5))
def f19(a, b=9, c=9, d=9): return sorted((k, clean(v)) for k, v in locals().items())
each(19, lambda: f19(a=5), lambda: f19(0, 1, 2, a=5, z=5, c=5, **{'a': 6, 'y': 1}), lambda: f19(0, 1, 2, 3, *(8, 9), b=5, **{'a': 6, 'y': 1}), lambda: f19(0, 1))
def f20(a, *, b=7): return sorted((k, clean(v)) for k, v in locals().items())
each(20, lambda: f20(0, z=5), lambda: f20(0, 1), lambda: f20(0, *(8, 9), b=5, z=5), lambda: f20(0, 1, 2, 3, b=5, z=5))
def f21(*args, a=7, b=7, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(21, lambda: f21(0, 1, 2, a=5, z=5), lambda: f21(z=5, b=5), lambda: f21(0, 1, 2, *(8, 9), a=5, b=5), lambda: f21(0, 1, 2, 3))
def f22(a, /, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(22, lambda: f22(0, 1, 2), lambda: f22(0, 1, 2), lambda: f22(0, 1, *(8, 9), a=5), lambda: f22(*(8, 9), a=5))
def f23(a=9, b=9, c=9): return sorted((k, clean(v)) for k, v in locals().items())
each(23, lambda: f23(0, 1, 2, 3, *(8, 9), z=5), lambda: f23(0, *(8, 9), c=5, a=5), lambda: f23(b=5, a=5), lambda: f23(0, 1, 2, 3, *(8, 9), b=5))
def f24(*args, a, **kw): return sorted((k, clean(v)) for k, v in locals().items())
each(24, lambda: f24(0, 1, 2, z=5, **{'a': 6, 'y': 1}), lambda: f24(0, 1, 2, 3, **{'a': 6, 'y': 1}), lambda: f24(0, 1), lambda: f24(0, *(8, 9)))
def f25(a, b=9, c=9, d=9, e=9): return sorted((k, clean(v)) for k, v in locals().items())
each(25, lambda: f25(0, 1, 2, 3), lambda: f25(0, 1, c=5), lambda: f25(0, b=5, a=5), lambda: f25(0, 1, b=5, d=5, e=5))
def f26(*args, a, b=7, c, d): return sorted((k, clean(v)) for k, v in locals().items())
each(26, lambda: f26(a=5), lambda: f26(c=5, b=5, **{'a': 6, 'y': 1}), lambda: f26(0, 1, 2, 3, b=5, d=5, a=5), lambda: f26(0))
