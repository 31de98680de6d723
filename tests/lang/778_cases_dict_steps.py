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
steps(1, lambda: collections.defaultdict(list, {-1: 4}), lambda x: x.__setitem__(b'x', 4), lambda x: sorted(x, key=repr), lambda x: x.__delitem__(1), lambda x: x.popitem(), lambda x: x.items() <= {2**70: 3}.items(), lambda x: x == {True: 1, -1: 4}, lambda x: x.copy(), lambda x: len(x))
steps(2, lambda: collections.Counter({'b': 5, 'a': 5, True: 4}), lambda x: list(x), lambda x: x.pop(None), lambda x: x.popitem(), lambda x: x.get(1.0, 4), lambda x: x.keys().isdisjoint([1]), lambda x: x.keys() & {0: 7}.keys(), lambda x: x.__setitem__(-2, 6), lambda x: x.keys().isdisjoint([1]))
steps(3, lambda: MyDict({'a': 4}), lambda x: 1 in x.values(), lambda x: next(iter(x)), lambda x: len(x), lambda x: x.keys().isdisjoint([1]), lambda x: x.keys() & {(1, 2): 4, 0: 8}.keys(), lambda x: len(x), lambda x: x.keys().isdisjoint([1]), lambda x: dict.fromkeys(x, 6))
steps(4, lambda: {1: 6, 2**70: 5, 'b': 1, (1, 2): 1}, lambda x: x.items() <= {0: 5}.items(), lambda x: x == {True: 7, 'b': 4}, lambda x: sorted(x, key=repr), lambda x: 0 in x.values(), lambda x: x.update([(1.0, 4)]), lambda x: sorted(x, key=repr), lambda x: x.update([('a', 0)]), lambda x: x.pop(1))
steps(5, lambda: {2**70: 2, 2**70: 2, 'b': 4, (1, 2): 7}, lambda x: x.__ior__({1.0: 0}), lambda x: sorted(map(repr, x.keys() - {0})), lambda x: x.popitem(), lambda x: list(reversed(x)), lambda x: max(x, key=repr), lambda x: x.pop(-1, 3), lambda x: x.get(frozenset(), 5), lambda x: sorted(map(repr, x.keys() | {'': 7}.keys())))
steps(6, lambda: MyDict({0: 0, None: 2, 1: 1, 'zz': 4}), lambda x: sorted(map(repr, x.keys() - {1.0})), lambda x: 0 in x, lambda x: x.keys().isdisjoint([1]), lambda x: max(x, key=repr), lambda x: list(x), lambda x: x.get(1.0), lambda x: x.__setitem__(b'x', 3), lambda x: list(reversed(x)))
steps(7, lambda: collections.defaultdict(list, {'b': 6}), lambda x: 8 in x.values(), lambda x: len(x), lambda x: list(x.items()), lambda x: list(x.values()), lambda x: list(reversed(x)), lambda x: x.popitem(), lambda x: {**x, 'q': 0}, lambda x: x[[None]])
steps(8, lambda: collections.OrderedDict({b'x': 7, 0: 1}), lambda x: len(x), lambda x: x.pop('b', 7), lambda x: x.update({2**70: 4}), lambda x: x.setdefault(-2, 5), lambda x: x.__ior__({}), lambda x: list(x.items()), lambda x: x.__ior__({'zz': 3}), lambda x: x.update([(-2, 8)]))
steps(9, lambda: collections.defaultdict(list, {'a': 2, 1: 0, 1: 8, 'b': 8}), lambda x: x.items() <= {}.items(), lambda x: sorted(map(repr, x.keys() - {''})), lambda x: list(x.items()), lambda x: x.pop((1, 2), 4), lambda x: '' in x, lambda x: x.pop('b'), lambda x: x.setdefault(-2, 1), lambda x: max(x, key=repr))
steps(10, lambda: collections.Counter({'a': 6, (1, 2): 2, b'x': 6, b'x': 3}), lambda x: x.copy(), lambda x: x.get('b', 3), lambda x: max(x, key=repr), lambda x: sorted(x, key=repr), lambda x: x.__ior__({'zz': 1, 1: 7}), lambda x: dict.fromkeys(x, 2), lambda x: x.update({}), lambda x: x[[1]])
steps(11, lambda: {b'x': 0}, lambda x: {**x, 'q': 0}, lambda x: x | {frozenset(): 6}, lambda x: x.__delitem__(2**70), lambda x: list(x.values()), lambda x: x.popitem(), lambda x: sorted(map(repr, x.keys() - {0})), lambda x: x[[b'x']], lambda x: x.update({None: 8, frozenset(): 3}))
steps(12, lambda: collections.OrderedDict({None: 4, 2**70: 4, 1.0: 2}), lambda x: x[[None]], lambda x: x.clear(), lambda x: x['zz'], lambda x: x.setdefault(None, 3), lambda x: x.pop(b'x'), lambda x: {**x, 'q': 0}, lambda x: {**x, 'q': 0}, lambda x: dict.fromkeys(x, 8))
steps(13, lambda: MyDict({None: 2, 1.0: 3, 1.0: 6, 1.0: 7}), lambda x: x[[(1, 2)]], lambda x: list(x.values()), lambda x: x.__setitem__(None, 7), lambda x: {**x, 'q': 0}, lambda x: 5 in x.values(), lambda x: x.keys() & {}.keys(), lambda x: sorted(x, key=repr), lambda x: x.clear())
steps(14, lambda: collections.OrderedDict({b'x': 5, 1.0: 3}), lambda x: x.pop('a'), lambda x: list(reversed(x)), lambda x: None in x, lambda x: x.pop((1, 2)), lambda x: sorted(map(repr, x.keys() | {}.keys())), lambda x: x.keys().isdisjoint([1]), lambda x: {v: k for k, v in x.items()}, lambda x: x.update({'a': 7}))
steps(15, lambda: {1.0: 5, 2**70: 7, frozenset(): 8}, lambda x: x | {b'x': 8, 'b': 6}, lambda x: x.setdefault(True, 4), lambda x: [x.pop(k) for k in list(x)[:1]], lambda x: x.__ior__({'zz': 6, 'zz': 5}), lambda x: next(iter(x)), lambda x: 1 in x.values(), lambda x: {v: k for k, v in x.items()}, lambda x: [x.pop(k) for k in list(x)[:1]])
steps(16, lambda: {1.0: 7, 1.0: 1}, lambda x: x.__delitem__(''), lambda x: x.update([(b'x', 0)]), lambda x: x.get(1), lambda x: x.copy(), lambda x: len(x), lambda x: x.copy(), lambda x: x.pop('zz'), lambda x: len(x))
steps(17, lambda: collections.defaultdict(list, {}), lambda x: list(x.values()), lambda x: x.__ior__({1.0: 3}), lambda x: x.pop(None, 8), lambda x: sorted(map(repr, x.keys() - {(1, 2)})), lambda x: next(iter(x)), lambda x: [x.pop(k) for k in list(x)[:1]], lambda x: max(x, key=repr), lambda x: sorted(x, key=repr))
steps(18, lambda: {-2: 0, None: 6, -1: 0, frozenset(): 4}, lambda x: x.items() <= {}.items(), lambda x: x.update({'a': 5}), lambda x: x.popitem(), lambda x: {v: k for k, v in x.items()}, lambda x: x['b'], lambda x: {**x, 'q': 0}, lambda x: {v: k for k, v in x.items()}, lambda x: x == {'a': 1, (1, 2): 1})
steps(19, lambda: collections.defaultdict(list, {(1, 2): 2, 0: 4}), lambda x: x[['zz']], lambda x: x.__setitem__(1, 3), lambda x: {v: k for k, v in x.items()}, lambda x: x.__ior__({}), lambda x: x.popitem(), lambda x: list(reversed(x)), lambda x: x.items() <= {}.items(), lambda x: x[['zz']])
steps(20, lambda: collections.OrderedDict({(1, 2): 4, 'zz': 0}), lambda x: x.get(2**70, 2), lambda x: len(x), lambda x: next(iter(x)), lambda x: x.get(1, 1), lambda x: x.pop(-1, 2), lambda x: len(x), lambda x: list(x.values()), lambda x: next(iter(x)))
steps(21, lambda: collections.OrderedDict({2**70: 8, 'a': 4, 1.0: 1}), lambda x: x.pop(True), lambda x: {v: k for k, v in x.items()}, lambda x: next(iter(x)), lambda x: x.pop(-2, 0), lambda x: 3 in x.values(), lambda x: dict(x, z=1), lambda x: dict(x, z=1), lambda x: sorted(map(repr, x.keys() - {'a'})))
steps(22, lambda: collections.OrderedDict({-1: 7, b'x': 2}), lambda x: sorted(x, key=repr), lambda x: x.get(True, 7), lambda x: x.keys().isdisjoint([1]), lambda x: list(x), lambda x: dict(x, z=1), lambda x: x.keys().isdisjoint([1]), lambda x: dict.fromkeys(x, 1), lambda x: x.items() <= {True: 2}.items())
steps(23, lambda: collections.defaultdict(list, {1: 7}), lambda x: x.__setitem__(-2, 6), lambda x: x.get('b'), lambda x: 1 in x.values(), lambda x: dict(x, z=1), lambda x: x.clear(), lambda x: x.copy(), lambda x: next(iter(x)), lambda x: x.get('', 4))
steps(24, lambda: collections.OrderedDict({1: 8, 0: 5, frozenset(): 3, 0: 1}), lambda x: dict.fromkeys(x, 1), lambda x: dict.fromkeys(x, 2), lambda x: x.items() <= {2**70: 1}.items(), lambda x: list(x.values()), lambda x: max(x, key=repr), lambda x: x.keys().isdisjoint([1]), lambda x: sorted(map(repr, x.keys() - {1})), lambda x: (-2, 4) in x.items())
steps(25, lambda: collections.Counter({'': 7, b'x': 3}), lambda x: x.update({0: 6, 0: 0}), lambda x: sorted(x, key=repr), lambda x: ('zz', 8) in x.items(), lambda x: dict(x, z=1), lambda x: sorted(map(repr, x.keys() | {'b': 8, -1: 6}.keys())), lambda x: x.__delitem__(True), lambda x: (frozenset(), 8) in x.items(), lambda x: x[[1]])
steps(26, lambda: collections.defaultdict(list, {True: 3, (1, 2): 8}), lambda x: x.get(None, 6), lambda x: list(x.values()), lambda x: sorted(map(repr, x.keys() - {b'x'})), lambda x: x.update({'b': 4, 'b': 5}), lambda x: sorted(x, key=repr), lambda x: x[[None]], lambda x: list(x.items()), lambda x: x.get('zz', 5))
