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
each(1, lambda: (lambda r: [r.random(), r.randint(1, 3), r.choice('abc'), r.sample(range(20), 3), r.gauss(0, 1), r.choices('xyz', k=3), r.uniform(1, 2), r.getrandbits(33), r.randrange(0, 100, 3), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(0)), lambda: bisect.bisect_left([1, 3, 3, 7], 8) + bisect.bisect_right([1, 3, 3, 7], 4), lambda: collections.namedtuple('P', 'x y')(1, y=2), lambda: copy.deepcopy((3, 'x')))
each(2, lambda: bisect.bisect_left([1, 3, 3, 7], 2) + bisect.bisect_right([1, 3, 3, 7], 8), lambda: collections.namedtuple('P', 'x y')(1), lambda: textwrap.shorten('', 25), lambda: string.Template('$a$b').substitute(a='aXbXc', b=2))
each(3, lambda: operator.itemgetter(1, 0)(['\\0']), lambda: collections.Counter('C ').most_common(5), lambda: (lambda r: [r.random(), r.randint(1, 5), r.choice('abc'), r.sample(range(20), 5), r.gauss(0, 1), r.choices('xyz', k=5), r.uniform(1, 2), r.getrandbits(55), r.randrange(0, 100, 5), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(b'x')), lambda: functools.reduce(lambda a, b: a + b, ['\\0']))
each(4, lambda: textwrap.shorten('quick-brown a \n quick-brown the', 25), lambda: textwrap.fill('quick-brown a \n quick-brown the', 24, initial_indent='* ', subsequent_indent='  '), lambda: functools.partial(divmod, 7)(3), lambda: sorted(['}ß..{"', 'A'], key=str.lower))
each(5, lambda: collections.Counter('{0').most_common(4), lambda: sorted(['', '_Az', 'a,b,,c'], key=str.lower), lambda: string.Template('$c $a').safe_substitute(a='AC \t,yΣ', b=2), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[9])
each(6, lambda: functools.partial(divmod, 1)(2), lambda: textwrap.shorten('\t \n\n lazydogwhichislong \n\n', 15), lambda: (lambda r: [r.random(), r.randint(1, 1), r.choice('abc'), r.sample(range(20), 1), r.gauss(0, 1), r.choices('xyz', k=1), r.uniform(1, 2), r.getrandbits(11), r.randrange(0, 100, 1), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(b'x')), lambda: collections.Counter('5Σ').most_common(1))
each(7, lambda: bisect.bisect_left([1, 3, 3, 7], 1) + bisect.bisect_right([1, 3, 3, 7], 3), lambda: copy.deepcopy(True), lambda: (lambda r: [r.random(), r.randint(1, 2), r.choice('abc'), r.sample(range(20), 2), r.gauss(0, 1), r.choices('xyz', k=2), r.uniform(1, 2), r.getrandbits(22), r.randrange(0, 100, 2), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random('AbC dEf')), lambda: functools.partial(divmod, 0)(3))
each(8, lambda: functools.reduce(lambda a, b: a + b, ['\x00\x1f', 'İı', '']), lambda: copy.deepcopy({True: True}), lambda: (lambda r: [r.random(), r.randint(1, 1), r.choice('abc'), r.sample(range(20), 1), r.gauss(0, 1), r.choices('xyz', k=1), r.uniform(1, 2), r.getrandbits(11), r.randrange(0, 100, 1), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(-2906701)), lambda: functools.partial(divmod, 7)(3))
each(9, lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[9], lambda: (lambda c: (c - collections.Counter('ab'), c & collections.Counter('aab'), +c, c.total()))(collections.Counter('\xa0')), lambda: collections.Counter('Hello World').most_common(1), lambda: copy.deepcopy(96))
each(10, lambda: (lambda c: (c - collections.Counter('ab'), c & collections.Counter('aab'), +c, c.total()))(collections.Counter('a b  c')), lambda: list(heapq.merge([1, 4, 9], [2], key=lambda v: v)), lambda: textwrap.shorten('', 11), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[1])
each(11, lambda: list(heapq.merge([1, 4, 9], [0], key=lambda v: v)), lambda: textwrap.fill('\n quick-brown \t \n\n \n', 24, initial_indent='* ', subsequent_indent='  '), lambda: operator.itemgetter(0, 1)(['😀x', 'AbC dEf']), lambda: string.capwords('tab\there'))
each(12, lambda: (lambda r: [r.random(), r.randint(1, 1), r.choice('abc'), r.sample(range(20), 1), r.gauss(0, 1), r.choices('xyz', k=1), r.uniform(1, 2), r.getrandbits(11), r.randrange(0, 100, 1), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(-8476284945297036970922037380222105667814500289)), lambda: textwrap.shorten('a a a \n\n \n over quick-brown jumps.', 16), lambda: textwrap.wrap('a a a \n\n \n over quick-brown jumps.', 20), lambda: string.capwords('aya,'))
each(13, lambda: functools.reduce(lambda a, b: a + b, ['a', 'ß']), lambda: bisect.bisect_left([1, 3, 3, 7], 2) + bisect.bisect_right([1, 3, 3, 7], 3), lambda: collections.namedtuple('P', 'x y')(1, 2), lambda: (lambda d: [d.rotate(0), d.appendleft(9), d.pop(), list(d), d.maxlen])(collections.deque([1, 2, 3], 3)))
each(14, lambda: functools.partial(divmod, 4)(3), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[4], lambda: (lambda r: [r.random(), r.randint(1, 2), r.choice('abc'), r.sample(range(20), 2), r.gauss(0, 1), r.choices('xyz', k=2), r.uniform(1, 2), r.getrandbits(22), r.randrange(0, 100, 2), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(255)), lambda: textwrap.fill('the over fox jumps. \t the over', 17, initial_indent='* ', subsequent_indent='  '))
each(15, lambda: functools.partial(divmod, 4)(2), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[1], lambda: (lambda c: (c - collections.Counter('ab'), c & collections.Counter('aab'), +c, c.total()))(collections.Counter('  padded  ')), lambda: (lambda r: [r.random(), r.randint(1, 1), r.choice('abc'), r.sample(range(20), 1), r.gauss(0, 1), r.choices('xyz', k=1), r.uniform(1, 2), r.getrandbits(11), r.randrange(0, 100, 1), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(1.7976931348623157e308)))
each(16, lambda: textwrap.shorten('\n \n\n over \t jumps. over over lazydogwhichislong a jumps.', 8), lambda: (lambda c: (c - collections.Counter('ab'), c & collections.Counter('aab'), +c, c.total()))(collections.Counter('aaa')), lambda: textwrap.fill('\n \n\n over \t jumps. over over lazydogwhichislong a jumps.', 16, initial_indent='* ', subsequent_indent='  '), lambda: (lambda r: [r.random(), r.randint(1, 5), r.choice('abc'), r.sample(range(20), 5), r.gauss(0, 1), r.choices('xyz', k=5), r.uniform(1, 2), r.getrandbits(55), r.randrange(0, 100, 5), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(1/3)))
each(17, lambda: functools.reduce(lambda a, b: a + b, ['42', 'Σας', "c'{日"]), lambda: textwrap.dedent('  a\n    b\n\tc'), lambda: bisect.bisect_left([1, 3, 3, 7], 0) + bisect.bisect_right([1, 3, 3, 7], 8), lambda: (lambda c: (c - collections.Counter('ab'), c & collections.Counter('aab'), +c, c.total()))(collections.Counter('é')))
each(18, lambda: copy.deepcopy("'1{"), lambda: list(heapq.merge([1, 4, 9], [7], key=lambda v: v)), lambda: functools.partial(divmod, 7)(0), lambda: string.Template('$').substitute(a="it's", b=2))
each(19, lambda: (lambda r: [r.random(), r.randint(1, 2), r.choice('abc'), r.sample(range(20), 2), r.gauss(0, 1), r.choices('xyz', k=2), r.uniform(1, 2), r.getrandbits(22), r.randrange(0, 100, 2), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(-1)), lambda: (lambda d: [d.rotate(5), d.appendleft(9), d.pop(), list(d), d.maxlen])(collections.deque([1, 2, 3], None)), lambda: string.Template('$$ $a').substitute(a='both\'"', b=2), lambda: collections.namedtuple('P', 'x y')(1, 2))
each(20, lambda: sorted(['\ud800', 'ǅ', 'B\ny'], key=str.lower), lambda: string.capwords(' 😀0y-'), lambda: textwrap.wrap('\n the quick-brown over \t the fox lazydogwhichislong jumps. \n', 20), lambda: (lambda r: [r.random(), r.randint(1, 4), r.choice('abc'), r.sample(range(20), 4), r.gauss(0, 1), r.choices('xyz', k=4), r.uniform(1, 2), r.getrandbits(44), r.randrange(0, 100, 4), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random(7469469)))
each(21, lambda: collections.namedtuple('P', 'x y')(1, 2), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[9], lambda: textwrap.dedent('  a\n    b\n\tc'), lambda: functools.partial(divmod, 6)(0))
each(22, lambda: functools.partial(divmod, 4)(2), lambda: functools.reduce(lambda a, b: a + b, ['_id', '日\n']), lambda: textwrap.fill('fox a the jumps. \n lazydogwhichislong \t lazydogwhichislong \n the a', 20, initial_indent='* ', subsequent_indent='  '), lambda: textwrap.wrap('fox a the jumps. \n lazydogwhichislong \t lazydogwhichislong \n the a', 17))
each(23, lambda: copy.deepcopy(None), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[9], lambda: sorted(['aaa', '\x85', '½'], key=str.lower), lambda: (lambda d: [d.rotate(1), d.appendleft(9), d.pop(), list(d), d.maxlen])(collections.deque([1, 2, 3], 3)))
each(24, lambda: string.capwords('²'), lambda: textwrap.wrap('', 19), lambda: string.Template('$').substitute(a='AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', b=2), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[1])
each(25, lambda: collections.Counter('Σ').most_common(5), lambda: collections.namedtuple('P', 'x y')(1, 2), lambda: collections.ChainMap({1: 2}, {1: 3, 4: 5})[4], lambda: list(heapq.merge([1, 4, 9], [0], key=lambda v: v)))
each(26, lambda: textwrap.fill('', 24, initial_indent='* ', subsequent_indent='  '), lambda: collections.namedtuple('P', 'x y')(1, 2), lambda: (lambda d: [d.rotate(-4), d.appendleft(9), d.pop(), list(d), d.maxlen])(collections.deque([1, 2, 3], 3)), lambda: functools.reduce(lambda a, b: a + b, ['3.14', '\u200b', 'é']))
