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
each(1, lambda: [*itertools.islice(collections.deque(itertools.islice(itertools.cycle(filter(lambda v: v != 1, [3, 1, 2, 1])), 7), maxlen=1), 12)], lambda: [*itertools.islice(itertools.filterfalse(None, range(5)), 12)], lambda: [*itertools.islice(collections.Counter(map(str, enumerate(itertools.filterfalse(None, ['b', 'a', 'B']), 0))).most_common(1), 12)])
each(2, lambda: [*itertools.islice(heapq.nsmallest(2, (i * i for i in range(4)), key=str), 12)], lambda: [*itertools.islice(itertools.combinations_with_replacement(map(type, [(1, 'a'), (2, 'b')]), 2), 12)], lambda: [*itertools.islice(itertools.islice(itertools.dropwhile(lambda v: v != 2, [(1, 'a'), (2, 'b')]), 2, 3, 2), 12)])
each(3, lambda: [*itertools.islice(map(repr, reversed(list(filter(None, ['b', 'a', 'B'])))), 12)], lambda: [*itertools.islice(itertools.combinations(heapq.nsmallest(2, itertools.takewhile(lambda v: v != 2, 'abcd'), key=str), 2), 12)], lambda: [*itertools.islice([*enumerate(itertools.permutations([(1, 'a'), (2, 'b')], 2), 2)][::-1], 12)])
each(4, lambda: [*itertools.islice(itertools.repeat([[1], [2, 3]], 2), 12)], lambda: [*itertools.islice(zip([*itertools.islice(itertools.cycle([(1, 'a'), (2, 'b')]), 7)][::-1], [3, 1, 2, 1]), 12)], lambda: [*itertools.islice(itertools.takewhile(lambda v: v != 2, itertools.takewhile(lambda v: v != 2, [3, 1, 2, 1])), 12)])
each(5, lambda: [*itertools.islice(itertools.starmap(lambda *a: a, iter(lambda it=iter(heapq.nsmallest(2, [[1], [2, 3]], key=str)): next(it), 2)), 12)], lambda: [*itertools.islice(itertools.dropwhile(lambda v: v != 2, reversed(list(itertools.accumulate(range(5), operator.add)))), 12)], lambda: [*itertools.islice((v for v in collections.deque(itertools.repeat((i * i for i in range(4)), 2), maxlen=3) if v), 12)])
each(6, lambda: [*itertools.islice(itertools.chain([3, 1, 2, 1], [(1, 'a'), (2, 'b')]), 12)], lambda: [*itertools.islice(collections.deque(range(5), maxlen=0), 12)], lambda: [*itertools.islice(map(type, itertools.pairwise(iter(lambda it=iter(['b', 'a', 'B']): next(it), 2))), 12)])
each(7, lambda: [*itertools.islice(heapq.nsmallest(2, (i * i for i in range(4)), key=str), 12)], lambda: [*itertools.islice(sorted(filter(bool, [(1, 'a'), (2, 'b')]), key=str), 12)], lambda: [*itertools.islice(itertools.takewhile(lambda v: v != 2, dict.fromkeys(itertools.combinations_with_replacement(iter([1, 2, 3]), 2))), 12)])
each(8, lambda: [*itertools.islice((v for v in (v for v in {1: 2, 3: 4} if v) if v), 12)], lambda: [*itertools.islice(((k, list(g)) for k, g in itertools.groupby(itertools.islice(itertools.cycle(['b', 'a', 'B']), 7), key=type)), 12)], lambda: [*itertools.islice(iter(lambda it=iter(zip(map(lambda v: (v, v), (i * i for i in range(4))), iter([1, 2, 3]))): next(it), 2), 12)])
each(9, lambda: [*itertools.islice(itertools.takewhile(lambda v: v != 2, itertools.islice(itertools.combinations_with_replacement([3, 1, 2, 1], 2), 3, None, 2)), 12)], lambda: [*itertools.islice(itertools.islice(itertools.islice(itertools.chain(range(5), [3, 1, 2, 1]), 1, None, 2), 3, 6, 2), 12)], lambda: [*itertools.islice((v for v in '' if v), 12)])
each(10, lambda: [*itertools.islice((v for v in itertools.pairwise(itertools.product({1: 2, 3: 4}, ['b', 'a', 'B'])) if v), 12)], lambda: [*itertools.islice(collections.deque(iter([1, 2, 3]), maxlen=0), 12)], lambda: [*itertools.islice(itertools.takewhile(lambda v: v != 2, collections.Counter(map(str, collections.Counter(map(str, {1: 2, 3: 4})).most_common(1))).most_common(3)), 12)])
each(11, lambda: [*itertools.islice(collections.Counter(map(str, [*{1: 2, 3: 4}][::-1])).most_common(1), 12)], lambda: [*itertools.islice(map(repr, range(5)), 12)], lambda: [*itertools.islice(itertools.chain(iter([1, 2, 3]), (i * i for i in range(4))), 12)])
each(12, lambda: [*itertools.islice(itertools.combinations(enumerate(itertools.combinations({1: 2, 3: 4}, 3), 0), 0), 12)], lambda: [*itertools.islice(collections.Counter(map(str, range(5))).most_common(1), 12)], lambda: [*itertools.islice(itertools.combinations('abcd', 3), 12)])
each(13, lambda: [*itertools.islice(filter(bool, sorted(itertools.islice(['b', 'a', 'B'], 1, 3, 2), key=str)), 12)], lambda: [*itertools.islice(collections.Counter(map(str, [[1], [2, 3]])).most_common(2), 12)], lambda: [*itertools.islice((v for v in itertools.takewhile(lambda v: v != 2, range(5)) if v), 12)])
each(14, lambda: [*itertools.islice(((k, list(g)) for k, g in itertools.groupby(range(5), key=type)), 12)], lambda: [*itertools.islice(itertools.repeat(itertools.tee('abcd')[1], 2), 12)], lambda: [*itertools.islice(filter(bool, filter(bool, [(1, 'a'), (2, 'b')])), 12)])
each(15, lambda: [*itertools.islice(zip([[1], [2, 3]], [[1], [2, 3]]), 12)], lambda: [*itertools.islice(itertools.chain.from_iterable(itertools.pairwise({1: 2, 3: 4})), 12)], lambda: [*itertools.islice(itertools.combinations_with_replacement({1: 2, 3: 4}, 2), 12)])
each(16, lambda: [*itertools.islice(filter(None, {1: 2, 3: 4}), 12)], lambda: [*itertools.islice(itertools.dropwhile(lambda v: v != 2, (i * i for i in range(4))), 12)], lambda: [*itertools.islice(itertools.compress(itertools.starmap(lambda *a: a, ''), [1, 0, 1, 1]), 12)])
each(17, lambda: [*itertools.islice(itertools.tee(dict.fromkeys(itertools.accumulate(['b', 'a', 'B'], lambda a, b: (a, b))))[1], 12)], lambda: [*itertools.islice(itertools.compress((i * i for i in range(4)), [1, 0, 1, 1]), 12)], lambda: [*itertools.islice([*range(5)][::-1], 12)])
each(18, lambda: [*itertools.islice(itertools.islice(itertools.cycle(itertools.filterfalse(None, itertools.combinations(range(5), 2))), 7), 12)], lambda: [*itertools.islice((v for v in ['b', 'a', 'B'] if v), 12)], lambda: [*itertools.islice(enumerate(zip('abcd', [(1, 'a'), (2, 'b')]), 2), 12)])
each(19, lambda: [*itertools.islice(itertools.repeat(collections.Counter(map(str, itertools.repeat('abcd', 2))).most_common(2), 2), 12)], lambda: [*itertools.islice(itertools.combinations_with_replacement('', 2), 12)], lambda: [*itertools.islice(map(type, {1: 2, 3: 4}), 12)])
each(20, lambda: [*itertools.islice(itertools.zip_longest(itertools.combinations_with_replacement(itertools.chain((i * i for i in range(4)), (i * i for i in range(4))), 2), [(1, 'a'), (2, 'b')], fillvalue=0), 12)], lambda: [*itertools.islice(iter(lambda it=iter(sorted(collections.Counter(map(str, iter([1, 2, 3]))).most_common(1), key=str)): next(it), 2), 12)], lambda: [*itertools.islice(itertools.starmap(lambda *a: a, (i * i for i in range(4))), 12)])
each(21, lambda: [*itertools.islice(itertools.chain(dict.fromkeys(itertools.repeat('', 2)), iter([1, 2, 3])), 12)], lambda: [*itertools.islice(itertools.pairwise(range(5)), 12)], lambda: [*itertools.islice(collections.Counter(map(str, zip(itertools.zip_longest([(1, 'a'), (2, 'b')], ['b', 'a', 'B'], fillvalue=0), ['b', 'a', 'B']))).most_common(3), 12)])
each(22, lambda: [*itertools.islice(itertools.starmap(lambda *a: a, itertools.zip_longest(itertools.tee((i * i for i in range(4)))[1], iter([1, 2, 3]), fillvalue=0)), 12)], lambda: [*itertools.islice(map(type, [(1, 'a'), (2, 'b')]), 12)], lambda: [*itertools.islice(itertools.tee('')[1], 12)])
each(23, lambda: [*itertools.islice(itertools.islice(itertools.starmap(lambda *a: a, itertools.chain([[1], [2, 3]], ['b', 'a', 'B'])), 0, None, 2), 12)], lambda: [*itertools.islice(itertools.repeat(itertools.islice(itertools.takewhile(lambda v: v != 2, [3, 1, 2, 1]), 2, 6, 2), 2), 12)], lambda: [*itertools.islice(enumerate(itertools.islice(['b', 'a', 'B'], 0, None, 1), 2), 12)])
each(24, lambda: [*itertools.islice(itertools.permutations(['b', 'a', 'B'], 1), 12)], lambda: [*itertools.islice(itertools.takewhile(lambda v: v != 2, zip(itertools.dropwhile(lambda v: v != 2, [[1], [2, 3]]), iter([1, 2, 3]))), 12)], lambda: [*itertools.islice(itertools.starmap(lambda *a: a, sorted(itertools.islice(['b', 'a', 'B'], 1, 6, 1), key=str)), 12)])
each(25, lambda: [*itertools.islice(collections.Counter(map(str, dict.fromkeys([*[[1], [2, 3]]][::-1]))).most_common(3), 12)], lambda: [*itertools.islice(filter(bool, [3, 1, 2, 1]), 12)], lambda: [*itertools.islice([*[3, 1, 2, 1]][::-1], 12)])
each(26, lambda: [*itertools.islice(((k, list(g)) for k, g in itertools.groupby(iter([1, 2, 3]), key=type)), 12)], lambda: [*itertools.islice(itertools.chain.from_iterable([[1], [2, 3]]), 12)], lambda: [*itertools.islice(itertools.chain.from_iterable([*range(5)][::-1]), 12)])
