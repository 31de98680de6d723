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
steps(1, lambda: set([5, 0, 0, 5]), lambda x: x.add([10]), lambda x: x.discard(9), lambda x: x.difference_update(range(1)), lambda x: x.update(set([4])), lambda x: x.discard(8), lambda x: x.add([8]), lambda x: x.__isub__(frozenset([7, 8, 4, 2])), lambda x: x.remove(0))
steps(2, lambda: set([3, 10, 4, 4]), lambda x: list(x), lambda x: x.add([4]), lambda x: x.symmetric_difference((1, 7)), lambda x: len(x), lambda x: x.pop(), lambda x: x.symmetric_difference(frozenset([10, 9, 9, 8])), lambda x: x.update([8]), lambda x: x <= [5, 8, 9])
steps(3, lambda: set([2, 3, 1]), lambda x: x.symmetric_difference_update(range(9)), lambda x: x.symmetric_difference_update((1, 7)), lambda x: x >= frozenset([4, 5]), lambda x: x.symmetric_difference_update(frozenset([4, 3, 10])), lambda x: sorted(x), lambda x: {7} in x, lambda x: x.isdisjoint(frozenset([10, 0, 5, 11, 6])), lambda x: x >= frozenset([2]))
steps(4, lambda: set([11, 11]), lambda x: {i * i for i in x}, lambda x: list(x), lambda x: 9 in x, lambda x: x.issubset((1, 7)), lambda x: x & [8, 11, 3], lambda x: x.add(10), lambda x: x.copy(), lambda x: x | range(5))
steps(5, lambda: set([11, 0, 0]), lambda x: x.intersection(frozenset([8, 7, 0, 1, 1])), lambda x: x.discard(2), lambda x: x.intersection_update([2, 5, 7]), lambda x: 5 in x, lambda x: frozenset(x), lambda x: x.symmetric_difference_update((1, 7)), lambda x: x.copy(), lambda x: x.add(0))
steps(6, lambda: set([1, 0, 3, 4, 0]), lambda x: x & set([9, 9, 8, 9, 9]), lambda x: x.symmetric_difference_update(frozenset([6, 5, 2, 5])), lambda x: x.issubset((1, 7)), lambda x: x.symmetric_difference([1]), lambda x: x ^ (1, 7), lambda x: 9 in x, lambda x: len(x), lambda x: x.add(3))
steps(7, lambda: set([10, 3, 2]), lambda x: len(x), lambda x: str(x), lambda x: x.symmetric_difference_update(frozenset([5])), lambda x: x.difference((1, 7)), lambda x: x.__ior__(range(8)), lambda x: len(x), lambda x: x.discard(10), lambda x: {i * i for i in x})
steps(8, lambda: set([8, 4, 3]), lambda x: sum(x), lambda x: x.difference((1, 7)), lambda x: x.intersection_update((1, 7)), lambda x: sorted(x), lambda x: x.difference(frozenset([8, 2, 0])), lambda x: frozenset(x), lambda x: x.intersection(frozenset([3])), lambda x: x | (1, 7))
steps(9, lambda: set([5]), lambda x: x.symmetric_difference_update([8, 11, 0]), lambda x: x.difference(range(3)), lambda x: x.intersection_update(range(8)), lambda x: len(x), lambda x: x.union(range(7)), lambda x: x.issuperset([10, 2, 7, 5, 5]), lambda x: 6 in x, lambda x: x - set([0, 0]))
steps(10, lambda: set([0, 6, 7, 7, 10]), lambda x: str(x), lambda x: x.difference(range(3)), lambda x: x - range(9), lambda x: x ^ [11, 8, 3], lambda x: x.remove(8), lambda x: x.union(set([8, 9, 0, 9, 6])), lambda x: {i * i for i in x}, lambda x: sum(x))
steps(11, lambda: set([0, 0, 4]), lambda x: x.symmetric_difference_update(frozenset([3, 0, 4, 9])), lambda x: {11} in x, lambda x: x.isdisjoint(range(2)), lambda x: x.symmetric_difference_update([4, 1, 3, 10, 3]), lambda x: x.difference(range(9)), lambda x: x >= set([2, 11]), lambda x: x.symmetric_difference_update((1, 7)), lambda x: x.__ior__(set([4, 4, 7, 3, 9])))
steps(12, lambda: set([1, 7, 11, 1, 7]), lambda x: x.issubset(range(6)), lambda x: x < range(8), lambda x: x.intersection_update(set([11])), lambda x: x ^ range(11), lambda x: x.copy(), lambda x: x.update(range(8)), lambda x: 7 in x, lambda x: x >= frozenset([1, 11, 7, 5, 1]))
steps(13, lambda: set([4, 5]), lambda x: x - range(1), lambda x: x >= range(6), lambda x: x.update(frozenset([4, 3])), lambda x: 3 in x, lambda x: x.intersection_update((1, 7)), lambda x: x >= range(4), lambda x: x.union(set([4, 10, 10])), lambda x: x.__ior__((1, 7)))
steps(14, lambda: set([4, 4, 8, 9]), lambda x: x ^ [9, 0, 11], lambda x: x ^ frozenset([11]), lambda x: x.discard(9), lambda x: x <= range(9), lambda x: x.discard(6), lambda x: x < set([4, 11, 7, 5]), lambda x: x.add([8]), lambda x: x.difference((1, 7)))
steps(15, lambda: set([2, 2, 0]), lambda x: x.difference_update(set([5, 1, 10])), lambda x: x.symmetric_difference((1, 7)), lambda x: x.difference(range(9)), lambda x: len(x), lambda x: list(x), lambda x: sum(x), lambda x: list(x), lambda x: x.symmetric_difference_update(range(10)))
steps(16, lambda: set([2, 8, 2, 11, 1]), lambda x: x.union(frozenset([9, 1, 4, 10, 2]), [99]), lambda x: x.pop(), lambda x: x - [1, 0, 7], lambda x: x.remove(11), lambda x: x < (1, 7), lambda x: x.isdisjoint(frozenset([5])), lambda x: frozenset(x), lambda x: x.update(range(0)))
steps(17, lambda: set([7, 4]), lambda x: list(x), lambda x: x.isdisjoint(set([7])), lambda x: {i * i for i in x}, lambda x: x.update(frozenset([1, 9])), lambda x: x.remove(7), lambda x: x.pop(), lambda x: x.remove(2), lambda x: x.discard(6))
steps(18, lambda: set([8]), lambda x: sorted(x), lambda x: x.issuperset((1, 7)), lambda x: x & [4, 2], lambda x: str(x), lambda x: x >= range(0), lambda x: list(x), lambda x: str(x), lambda x: x.__ior__(frozenset([2])))
steps(19, lambda: set([11, 4, 9, 7]), lambda x: list(x), lambda x: x.discard(0), lambda x: x.union((1, 7), [99]), lambda x: x.update([7, 7, 6]), lambda x: x & (1, 7), lambda x: x & set([3, 0, 9, 2, 10]), lambda x: x.pop(), lambda x: 10 in x)
steps(20, lambda: set([1]), lambda x: x ^ frozenset([5, 4, 9, 9]), lambda x: {i * i for i in x}, lambda x: x.isdisjoint(set([7, 0, 8, 10])), lambda x: x.__isub__([2, 8, 2]), lambda x: x >= set([10, 3]), lambda x: sum(x), lambda x: x.symmetric_difference(set([10])), lambda x: x | (1, 7))
steps(21, lambda: set([2, 11, 4]), lambda x: x.copy(), lambda x: x.pop(), lambda x: x | range(9), lambda x: sum(x), lambda x: x.symmetric_difference_update((1, 7)), lambda x: x <= (1, 7), lambda x: sum(x), lambda x: x.__ior__([7]))
steps(22, lambda: set([9]), lambda x: x - [2, 3, 1, 2, 0], lambda x: len(x), lambda x: x.intersection((1, 7)), lambda x: 0 in x, lambda x: x == [10, 11, 3, 0], lambda x: frozenset(x), lambda x: sorted(x), lambda x: x.update((1, 7)))
steps(23, lambda: set([4, 2, 10, 10]), lambda x: x.remove(5), lambda x: str(x), lambda x: x.__ior__(range(1)), lambda x: sorted(x), lambda x: x.issubset(set([5, 0, 9])), lambda x: x == range(3), lambda x: frozenset(x), lambda x: x.__ior__([1, 10, 2]))
steps(24, lambda: set([1]), lambda x: x.union(set([7])), lambda x: len(x), lambda x: x < frozenset([7, 0, 11, 5]), lambda x: x.copy(), lambda x: list(x), lambda x: x == (1, 7), lambda x: x.intersection_update(frozenset([6])), lambda x: x.symmetric_difference_update(frozenset([1, 6, 8, 2, 0])))
steps(25, lambda: set([10]), lambda x: x | set([0, 9, 8, 10]), lambda x: x.add([1]), lambda x: x.add([4]), lambda x: x == range(1), lambda x: x.issubset(set([0, 1, 7, 8, 1])), lambda x: {i * i for i in x}, lambda x: x.__ior__(frozenset([11, 9, 4, 9, 5])), lambda x: x.intersection(frozenset([6, 8, 5, 11, 2])))
steps(26, lambda: set([3, 1]), lambda x: x | (1, 7), lambda x: x <= range(1), lambda x: sum(x), lambda x: x.isdisjoint([10, 0, 3]), lambda x: x & frozenset([9, 6, 2]), lambda x: frozenset(x), lambda x: x ^ (1, 7), lambda x: sorted(x))
