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
steps(1, lambda: [2], lambda x: x.__setitem__(-5, -3), lambda x: x.index(8), lambda x: min(x), lambda x: random.Random(7).shuffle(x), lambda x: x.pop(), lambda x: x.__delitem__(0), lambda x: list(enumerate(x, 1)))
steps(2, lambda: [3, 7], lambda x: list(enumerate(x, 1)), lambda x: list(enumerate(x, 1)), lambda x: x < [], lambda x: x.__iadd__([3]), lambda x: x * 1, lambda x: list(reversed(x)), lambda x: x.__delitem__(-6), lambda x: x.reverse())
steps(3, lambda: [8, 8, -2, 7, 8, -1, 4], lambda x: x.insert(7, -1), lambda x: x.extend([2, 5, 3]), lambda x: x.copy(), lambda x: x.pop(), lambda x: max(x, default='none'), lambda x: random.Random(7).shuffle(x), lambda x: min(x), lambda x: x.__delitem__(slice(-1, -5, None)))
steps(4, lambda: [8, 0], lambda x: bisect.insort(x, -1), lambda x: x.index(2), lambda x: x[7], lambda x: random.Random(7).shuffle(x), lambda x: x.insert(6, 6), lambda x: functools.reduce(operator.sub, x), lambda x: x.__setitem__(slice(2, -3, -2), [8, 3]))
steps(5, lambda: [1, 8], lambda x: x + [], lambda x: x.__delitem__(-3), lambda x: x.insert(5, 2), lambda x: x.__delitem__(slice(6, 3, None)), lambda x: x[-2:-1], lambda x: heapq.heappush(x, -1), lambda x: x.pop(5), lambda x: x + [6, 5, 4])
steps(6, lambda: [3, 1, -1, 5, -2, 5], lambda x: x.sort(reverse=True), lambda x: x.__delitem__(7), lambda x: x.sort(reverse=True), lambda x: 4 in x, lambda x: 6 in x, lambda x: x.reverse(), lambda x: x == [8, 2, 0], lambda x: x * 2)
steps(7, lambda: [7, 7, 4, 1, 8, 3, 8], lambda x: x == [2, 8, 4], lambda x: heapq.heappop(x), lambda x: x.extend([7, 7]), lambda x: 8 in x, lambda x: x == [], lambda x: heapq.heapify(x), lambda x: x.index(0, -4, 0), lambda x: x.__iadd__([1, 6, 8]))
steps(8, lambda: [0], lambda x: random.Random(7).shuffle(x), lambda x: x.__iadd__([]), lambda x: x.__setitem__(slice(-2, -3, 1), [5, 1]), lambda x: bisect.bisect(x, 0), lambda x: heapq.heapify(x), lambda x: x < [1, 6], lambda x: random.Random(7).shuffle(x), lambda x: x[5])
steps(9, lambda: [], lambda x: functools.reduce(operator.sub, x), lambda x: x.clear(), lambda x: x.sort(key=lambda v: v % 3), lambda x: x.__setitem__(0, 7), lambda x: x.sort(key=lambda v: v % 3), lambda x: x[-4], lambda x: heapq.heapify(x), lambda x: heapq.heappush(x, -1))
steps(10, lambda: [0, 1, 6, 1, 1, -3, 3], lambda x: x.index(3), lambda x: x.count(-2), lambda x: x.copy(), lambda x: sorted(x, key=lambda v: -v), lambda x: x.clear(), lambda x: list(enumerate(x, 1)), lambda x: x[-1:5:-2], lambda x: x.sort(key=lambda v: v % 3))
steps(11, lambda: [7, 7, 3, 2], lambda x: x == [5], lambda x: x.sort(), lambda x: x.reverse(), lambda x: list(reversed(x)), lambda x: functools.reduce(operator.sub, x), lambda x: x.index(-3, -6, 0), lambda x: bisect.insort(x, 2), lambda x: x.__setitem__(slice(3, 4, -2), [7]))
steps(12, lambda: [6, 5, -3, 4, 2, 0, 8], lambda x: x.__imul__(1), lambda x: x.__imul__(2), lambda x: list(enumerate(x, 1)), lambda x: heapq.heapify(x), lambda x: bisect.insort(x, 0), lambda x: x.__setitem__(-6, 1), lambda x: x.clear(), lambda x: x.pop())
steps(13, lambda: [4, 2], lambda x: x.__setitem__(-2, 1), lambda x: x.index(-1), lambda x: x.__setitem__(-7, 8), lambda x: x.reverse(), lambda x: -1 in x, lambda x: max(x, default='none'), lambda x: x[-4], lambda x: x * 2)
steps(14, lambda: [], lambda x: x[-1], lambda x: x.__iadd__([]), lambda x: x.__setitem__(slice(3, 3), [8]), lambda x: sum(x), lambda x: x.append(2), lambda x: x[1:-3:-1], lambda x: x.clear())
steps(15, lambda: [8, 0, 1], lambda x: 6 in x, lambda x: sorted(x, key=lambda v: -v), lambda x: x * 0, lambda x: x == [7, 1], lambda x: x.sort(), lambda x: x.pop(-2), lambda x: x.append(5), lambda x: x.index(3))
steps(16, lambda: [-2], lambda x: x[6:-1], lambda x: heapq.heappop(x), lambda x: functools.reduce(operator.sub, x), lambda x: x.count(8), lambda x: x.remove(-1), lambda x: random.Random(7).shuffle(x), lambda x: [*x, *x][:5], lambda x: x.pop(-7))
steps(17, lambda: [1, 4, -3, -2, 2], lambda x: x.clear(), lambda x: x.pop(), lambda x: x.reverse(), lambda x: x.__setitem__(slice(7, -2, None), [2]), lambda x: x.pop(), lambda x: x.__delitem__(0), lambda x: x + [], lambda x: random.Random(7).shuffle(x))
steps(18, lambda: [7, 4, -2], lambda x: random.Random(7).shuffle(x), lambda x: x.__iadd__([5]), lambda x: x.__setitem__(slice(2, 7), []), lambda x: x.sort(reverse=True), lambda x: x.__setitem__(-2, 3), lambda x: x.remove(8), lambda x: [*x, *x][:5], lambda x: x.remove(2))
steps(19, lambda: [7, 4, -1, 8, 5, 7, -1], lambda x: x.__delitem__(-5), lambda x: bisect.bisect(x, 8), lambda x: x[-7], lambda x: list(reversed(x)), lambda x: x[5], lambda x: x[-6:-7:3], lambda x: x.remove(2), lambda x: sorted(x, key=lambda v: -v))
steps(20, lambda: [7, -2, 5, 0, -1, 3, 3], lambda x: x + [2, 8, 2], lambda x: x.copy(), lambda x: x[7], lambda x: x == [2, 6], lambda x: sorted(x, key=lambda v: -v), lambda x: x.sort(key=lambda v: v % 3), lambda x: x * 0, lambda x: x[4:7:3])
steps(21, lambda: [-3, 5, -1], lambda x: x.pop(), lambda x: bisect.insort(x, 4), lambda x: random.Random(7).shuffle(x), lambda x: x.extend([]), lambda x: sorted(x, key=lambda v: -v), lambda x: bisect.insort(x, 7), lambda x: x < [4, 3], lambda x: min(x))
steps(22, lambda: [7, 4, 2, 4, 1, 7, 0], lambda x: x.insert(-6, 2), lambda x: heapq.heappop(x), lambda x: x.append(-1), lambda x: sum(x), lambda x: x[2], lambda x: x.remove(8), lambda x: random.Random(7).shuffle(x), lambda x: x.pop())
steps(23, lambda: [2, -1], lambda x: bisect.insort(x, 4), lambda x: x.remove(-1), lambda x: [*x, *x][:5], lambda x: x[-2:5], lambda x: x[-1:0], lambda x: x.remove(5), lambda x: x.pop(5), lambda x: bisect.bisect(x, 7))
steps(24, lambda: [5, 3, 2, 8, 5, 8, -1], lambda x: x.copy(), lambda x: functools.reduce(operator.sub, x), lambda x: heapq.heapify(x), lambda x: x.remove(1), lambda x: x.count(2), lambda x: x[-3:-1:3], lambda x: x.sort(key=lambda v: v % 3), lambda x: [*x, *x][:5])
steps(25, lambda: [2, 6, 2, -3], lambda x: x.__imul__(2), lambda x: max(x, default='none'), lambda x: x.pop(), lambda x: heapq.heappush(x, 0), lambda x: heapq.heappush(x, 7), lambda x: x.pop(-3), lambda x: 8 in x, lambda x: x[3:2])
steps(26, lambda: [3, 7, -1], lambda x: sorted(x, key=lambda v: -v), lambda x: x[-6:2:-2], lambda x: x.insert(3, -3), lambda x: x[5], lambda x: x.extend([1, 2]), lambda x: x.append(2), lambda x: x.__setitem__(slice(7, 3), []), lambda x: x.remove(3))
