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
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        try:
            yield 'k'
        except KeyError: raise RuntimeError('swapped')
        if (yield): return 'early'
        yield 'last'
    g = gen()
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(1, case1)
def case2(n=2):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        with Box(1) as b: yield b
        yield (yield 'double')
        if (yield): return 'early'
        yield (yield 'double')
        yield 'last'
    g = gen()
    try: show(n, clean(g.send(None)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(2, case2)
def case3(n=3):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        return 5
        raise ValueError('own')
        yield 'last'
    g = gen()
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(3, case3)
def case4(n=4):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        try:
            yield 'k'
        except KeyError: raise RuntimeError('swapped')
        try:
            yield 'k'
        except KeyError: raise RuntimeError('swapped')
        try: x = yield 't'
        except ValueError as e: yield ('caught', str(e))
        raise ValueError('own')
        yield 'last'
    g = gen()
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(4, case4)
def case5(n=5):
    def inner():
        v = yield 'in'
        return v
    def gen():
        if (yield): return 'early'
        raise StopIteration(3)
        try: yield
        except: yield 'bare'
        try: yield
        except: yield 'bare'
        try: x = yield 't'
        except ValueError as e: yield ('caught', str(e))
        yield 'last'
    g = gen()
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(5, case5)
def case6(n=6):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        for i in range(2): yield i
        raise StopIteration(3)
        try: yield
        except: yield 'bare'
        yield (yield 'double')
        yield 'last'
    g = gen()
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(6, case6)
def case7(n=7):
    def inner():
        v = yield 'in'
        return v
    def gen():
        yield (yield 'double')
        try: x = yield 't'
        except ValueError as e: yield ('caught', str(e))
        raise ValueError('own')
        y = yield from inner()
        yield ('inner', y)
        yield from [7, 8]
        yield 'last'
    g = gen()
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(7, case7)
def case8(n=8):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        yield 1
        y = yield from inner()
        yield ('inner', y)
        y = yield from inner()
        yield ('inner', y)
        try: x = yield 't'
        except ValueError as e: yield ('caught', str(e))
        try: yield 'x'
        except GeneratorExit: show(n, 'closing'); raise
        yield 'last'
    g = gen()
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(8, case8)
def case9(n=9):
    def inner():
        v = yield 'in'
        return v
    def gen():
        try: yield 'f'
        finally: show(n, 'finally')
        x = yield 'a'
        show(n, 'got', x)
        yield 'last'
    g = gen()
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(9, case9)
def case10(n=10):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        try: x = yield 't'
        except ValueError as e: yield ('caught', str(e))
        try: yield 'f'
        finally: show(n, 'finally')
        x = yield 'a'
        show(n, 'got', x)
        if (yield): return 'early'
        with Box(1) as b: yield b
        yield 'last'
    g = gen()
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(None)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(10, case10)
def case11(n=11):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        if (yield): return 'early'
        x = yield 'a'
        show(n, 'got', x)
        yield 'last'
    g = gen()
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(11, case11)
def case12(n=12):
    def inner():
        return 3
        yield
    def gen():
        try: yield 'x'
        except GeneratorExit: show(n, 'closing'); raise
        x = yield 'a'
        show(n, 'got', x)
        try:
            yield 'k'
        except KeyError: raise RuntimeError('swapped')
        yield 'last'
    g = gen()
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send('s')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(12, case12)
def case13(n=13):
    def inner():
        v = yield 'in'
        return v
    def gen():
        try:
            yield 'k'
        except KeyError: raise RuntimeError('swapped')
        with Box(1) as b: yield b
        return 5
        if (yield): return 'early'
        yield 'last'
    g = gen()
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(None)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(13, case13)
def case14(n=14):
    def inner():
        try: yield 'in'
        except KeyError: return 'k'
    def gen():
        x = yield 'a'
        show(n, 'got', x)
        if (yield): return 'early'
        try: x = yield 't'
        except ValueError as e: yield ('caught', str(e))
        for i in range(2): yield i
        yield 'last'
    g = gen()
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(None)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(14, case14)
def case15(n=15):
    def inner():
        return 3
        yield
    def gen():
        try: yield 'f'
        finally: show(n, 'finally')
        return 5
        yield 'last'
    g = gen()
    try: show(n, clean(g.close()))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(4)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.gi_running))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ValueError('t'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(list(g)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(15, case15)
def case16(n=16):
    def inner():
        return 3
        yield
    def gen():
        try: yield 'x'
        except GeneratorExit: show(n, 'closing'); raise
        if (yield): return 'early'
        yield (yield 'double')
        try:
            yield 'k'
        except KeyError: raise RuntimeError('swapped')
        yield 'last'
    g = gen()
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.send(None)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(next(g, 'end')))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(KeyError('k'))))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
    try: show(n, clean(g.throw(ZeroDivisionError)))
    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)
run(16, case16)
