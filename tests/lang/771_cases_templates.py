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
each(1, lambda: '{a}{!s}'.format((9223372036854775807), 'x', a=[1, 2], b=(11.0), w=4), lambda: '{a}{!s}'.format_map({'a': '\t1a"\n"', 'b': 2.5, 'w': 3}))
each(2, lambda: '{1}{b!r}}}{a:{w}}'.format((-806973565480532619728099272384505704556883139325097892328), 'x', a={0: 1}, b=(0.1), w=4), lambda: '{1}{b!r}}}{a:{w}}'.format_map({'a': '', 'b': 2.5, 'w': 3}))
each(3, lambda: '{b!r}{2}{a:{w}}'.format((-482365826010134346755016919292967157893513), 5, a=[1, 2], b=(1e15), w=4), lambda: '{b!r}{2}{a:{w}}'.format_map({'a': 'a', 'b': 2.5, 'w': 3}))
each(4, lambda: '{b!r}{{{0}text'.format((253551395303324), '>6', a=[1, 2], b=(5039260770907258325870622578989974273), w=4), lambda: '{b!r}{{{0}text'.format_map({'a': 'é', 'b': 2.5, 'w': 3}))
each(5, lambda: '}'.format((123456789.123), '>6', a='', b=(99.995), w=4), lambda: '}'.format_map({'a': 'a,b,,c', 'b': 2.5, 'w': 3}))
each(6, lambda: '{}{1}{ a}{a:>5}'.format((954.722), '>6', a={0: 1}, b=(-9.623110084334496e+18), w=4), lambda: '{}{1}{ a}{a:>5}'.format_map({'a': '%', 'b': 2.5, 'w': 3}))
each(7, lambda: '{a[0]}{0.imag}'.format((-26), 5, a='Hello World', b=(90), w=4), lambda: '{a[0]}{0.imag}'.format_map({'a': '😀é,5\n1y', 'b': 2.5, 'w': 3}))
each(8, lambda: '{a}{ a}{a[-1]}'.format((-2147483648), 5, a=[1, 2], b=(-8.615003036272015e+17), w=4), lambda: '{a}{ a}{a[-1]}'.format_map({'a': 'a b  c', 'b': 2.5, 'w': 3}))
each(9, lambda: '{a}{a[-1]}{1}{'.format((13856824734687392170330128185416335825), 'x', a=[1, 2], b=(123456789.123), w=4), lambda: '{a}{a[-1]}{1}{'.format_map({'a': '.B', 'b': 2.5, 'w': 3}))
each(10, lambda: '{0:{1}}{0.imag}{b.real}'.format((99.995), '>6', a='Hello World', b=(-554.63), w=4), lambda: '{0:{1}}{0.imag}{b.real}'.format_map({'a': '\xa0', 'b': 2.5, 'w': 3}))
each(11, lambda: '{ a}}'.format((1214499691975062641803055729309408862223), 'x', a={0: 1}, b=(256), w=4), lambda: '{ a}}'.format_map({'a': 'é', 'b': 2.5, 'w': 3}))
each(12, lambda: '{0.imag}{:}{}'.format((-346838236902524), '>6', a='éc', b=(-0.430152619702991), w=4), lambda: '{0.imag}{:}{}'.format_map({'a': 'Σ.0,a}', 'b': 2.5, 'w': 3}))
each(13, lambda: '{ a}{}'.format((36), 'x', a='abc', b=(-20591526431705632480090288), w=4), lambda: '{ a}{}'.format_map({'a': '\\\\日', 'b': 2.5, 'w': 3}))
each(14, lambda: '{!s}{0}}}'.format((float('inf')), '>6', a={0: 1}, b=(-905.612), w=4), lambda: '{!s}{0}}}'.format_map({'a': 'y ', 'b': 2.5, 'w': 3}))
each(15, lambda: '{}{1}'.format((945.5353), '>6', a='A日"y9%', b=(-1), w=4), lambda: '{}{1}'.format_map({'a': '\xa0', 'b': 2.5, 'w': 3}))
each(16, lambda: '{{{b.real}{0[x]}'.format((-51.0), 5, a='}%-', b=(-2.7677391733822465e-29), w=4), lambda: '{{{b.real}{0[x]}'.format_map({'a': 'b日y\n', 'b': 2.5, 'w': 3}))
each(17, lambda: '{!s}{0}'.format((1000), 'x', a="z'A", b=(123456789.123), w=4), lambda: '{!s}{0}'.format_map({'a': '_id', 'b': 2.5, 'w': 3}))
each(18, lambda: '{!s}{0:{1}}'.format((-10125433598834654845015), 'x', a='say "x"', b=(-1.1884566214106895e-28), w=4), lambda: '{!s}{0:{1}}'.format_map({'a': '', 'b': 2.5, 'w': 3}))
each(19, lambda: '{0.imag}'.format((12345678), 5, a='ς', b=(-109057548182583658977292812698712318964002774), w=4), lambda: '{0.imag}'.format_map({'a': 'Σας', 'b': 2.5, 'w': 3}))
each(20, lambda: '{!s}{b:.2f}{:}'.format((2147483647), 'x', a=[1, 2], b=(-16), w=4), lambda: '{!s}{b:.2f}{:}'.format_map({'a': '\u2028line', 'b': 2.5, 'w': 3}))
each(21, lambda: '{1}{a:>5}{'.format((-5.287375364787494e-21), 5, a='', b=(9223372036854775808), w=4), lambda: '{1}{a:>5}{'.format_map({'a': 'straße', 'b': 2.5, 'w': 3}))
each(22, lambda: '{0[x]}'.format((-2088865913845914140929020810917992352449856535059794), '>6', a={0: 1}, b=(-17.3434), w=4), lambda: '{0[x]}'.format_map({'a': '_5.{,ß\\Σ', 'b': 2.5, 'w': 3}))
each(23, lambda: '{a:>5}{a:>5}{0:{1}}'.format((-169168711273766381228278576671317319771331250898963416), 'x', a=',59Σ.\t%', b=(-1), w=4), lambda: '{a:>5}{a:>5}{0:{1}}'.format_map({'a': 'aaa', 'b': 2.5, 'w': 3}))
each(24, lambda: '{}{{'.format((-130583866188299025934566225846536018538209224582733), '>6', a={0: 1}, b=(255), w=4), lambda: '{}{{'.format_map({'a': "it's", 'b': 2.5, 'w': 3}))
each(25, lambda: '{a:{w}}'.format((-2599910212428594913499887882299530514255273418417641), '>6', a={0: 1}, b=(4865331169851667019859868602), w=4), lambda: '{a:{w}}'.format_map({'a': '\u2028line', 'b': 2.5, 'w': 3}))
each(26, lambda: '{b:.2f}{!s}{0}{'.format((-1612017580002292), '>6', a=[1, 2], b=(-739.8), w=4), lambda: '{b:.2f}{!s}{0}{'.format_map({'a': '', 'b': 2.5, 'w': 3}))
