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
each(1, lambda: (lambda v: f'{v!s:*< z1.0}|{v=}|{v!r:>10}')('\u200b'), lambda: (lambda v: f'{v:z1.2}|{v=}|{v!r:>2}')(True), lambda: 'a% 010d' % (None,), lambda: 'a%#010a' % ((10),))
each(2, lambda: '{!r: >-5c}'.format(True), lambda: '{!a:0.2e}'.format([1, 'a']), lambda: '%%%--*.10c' % (-1, '-"{ \'b1ß',), lambda: '%%%0+5.2i' % (complex(-3291.855600224136, 9007199254740993.0),))
each(3, lambda: '%%%.2d' % ((1/3),), lambda: '{!r:0.0b}'.format([1, 'a']), lambda: (lambda v: f'{v!r:é=0o}|{v=}|{v!r:>2}')((9.450416704973997e-12)), lambda: '{!s: 20.5n}'.format([1, 'a']))
each(4, lambda: '{:>#_.5}'.format((77)), lambda: '%%%-5.0g' % ((6.02e23),), lambda: (lambda v: f'{v:.5}|{v=}|{v!r:>5}')(complex(-8.644345827259442e-31, 5.108332501571352e-06)), lambda: (lambda v: f'{v!s:é=}|{v=}|{v!r:>6}')((5414944501795256792)))
each(5, lambda: '%%%o' % ((-65451076800084160110557134587332894975283),), lambda: '{!a:#10.1s}'.format((199)), lambda: '{:.5X}'.format(''), lambda: '{: > f}'.format(None))
each(6, lambda: '{!r:x^5_E}'.format(True), lambda: format((751.2), 'z8F'), lambda: format(complex(-1.5, 87662.76870025824), 'z0'), lambda: (lambda v: f'{v:.0d}|{v=}|{v!r:>9}')((-1000)))
each(7, lambda: '{!s:12.3s}'.format([1, 'a']), lambda: 'a%*c' % (-2, (25856198334865218987496039492457105489675066040047),), lambda: 'a%10.*G' % (-1, None,), lambda: format((513.51822), 'x^+z.0%'))
each(8, lambda: (lambda v: f'{v!s:}|{v=}|{v!r:>1}')([1, 'a']), lambda: format([1, 'a'], '^.17F'), lambda: (lambda v: f'{v:n}|{v=}|{v!r:>0}')(True), lambda: (lambda v: f'{v!s:3n}|{v=}|{v!r:>8}')([1, 'a']))
each(9, lambda: (lambda v: f'{v!r: >-3.17o}|{v=}|{v!r:>9}')(complex(-9.115095004275651e-11, float('inf'))), lambda: '%%%+.0X' % (complex(3682980.651358112, -66845166031394.85),), lambda: 'a%-#*.2r' % (-4, (163),), lambda: (lambda v: f'{v!r:-.17d}|{v=}|{v!r:>3}')(complex(2.5, 0.0)))
each(10, lambda: '%+*o' % (-7, (2563648627482327289562341),), lambda: format((1000), '3c'), lambda: (lambda v: f'{v!r:#.5}|{v=}|{v!r:>6}')('\xa0'), lambda: (lambda v: f'{v:=+,c}|{v=}|{v!r:>1}')('²'))
each(11, lambda: '{!a:^0g}'.format(complex(-76.96949526269161, 1234.5)), lambda: (lambda v: f'{v!r:<20X}|{v=}|{v!r:>2}')(complex(7.876970880483037e-31, -1.9704201827255917e-20)), lambda: (lambda v: f'{v!s:1F}|{v=}|{v!r:>11}')(complex(2.4, -float('inf'))), lambda: '{!s:10G}'.format((156682405182925058425105)))
each(12, lambda: (lambda v: f'{v!s:+d}|{v=}|{v!r:>6}')((81)), lambda: '%%%+-.*c' % (-5, '',), lambda: format('²', '#5,'), lambda: (lambda v: f'{v!r:_.3f}|{v=}|{v!r:>1}')(None))
each(13, lambda: '%%%#5.2x' % (complex(-4.1246403017592794e-19, 3.803336510230031e-31),), lambda: (lambda v: f'{v!r:é=+,.2n}|{v=}|{v!r:>4}')((9007199254740993.0)), lambda: '%0*x' % (-1, None,), lambda: '{:20%}'.format((2.5)))
each(14, lambda: '{:^.5o}'.format((4.848429464309729e-07)), lambda: format([1, 'a'], ''), lambda: 'a%10.10s' % ((10000000000000000000000000),), lambda: format("xab'%", 's'))
each(15, lambda: (lambda v: f'{v!s:^-10o}|{v=}|{v!r:>5}')((7323234846918.976)), lambda: '{!s:^-20.17x}'.format(None), lambda: format((9.13511644303427e+20), '.0n'), lambda: format(complex(192.4862, -2.592242329853489e-06), 'é=20e'))
each(16, lambda: format((53), ','), lambda: format(complex(-float('inf'), float('inf')), 'é=20,'), lambda: (lambda v: f'{v!s:^ #.1n}|{v=}|{v!r:>9}')([1, 'a']), lambda: (lambda v: f'{v:20c}|{v=}|{v!r:>10}')((-851.843)))
each(17, lambda: format('a b  c', '0.10%'), lambda: '%#10.10c' % (complex(-7.52152438533471e-30, 123456789.123),), lambda: format('ß ', '12.5'), lambda: format(complex(1e16, -float('inf')), '0>+.10'))
each(18, lambda: '{:z3}'.format(None), lambda: format('aXbXc', 'é=0.1'), lambda: format((-18), '.3d'), lambda: '{!s:=-#_b}'.format(True))
each(19, lambda: '{!s:00}'.format((6.17109296970249e-05)), lambda: format('aaa', '#.5c'), lambda: 'a%0#.2f' % (None,), lambda: '{!r:#12X}'.format(None))
each(20, lambda: (lambda v: f'{v!s:12s}|{v=}|{v!r:>7}')('y-C_'), lambda: (lambda v: f'{v!r:x^20.2F}|{v=}|{v!r:>1}')(True), lambda: (lambda v: f'{v!s:_.2d}|{v=}|{v!r:>11}')((852.718)), lambda: (lambda v: f'{v!r:20,%}|{v=}|{v!r:>9}')(complex(85718539.6301918, -3.613949233416003e-06)))
each(21, lambda: '{!a:-#00G}'.format(complex(4.491112991020223e+27, -1.1334644083227796e+16)), lambda: '{!s:}'.format((351867672943103717015968676745291830438484288865716)), lambda: '%%%0 *d' % (-4, (-2.025301153659316e-26),), lambda: (lambda v: f'{v!r:0.2e}|{v=}|{v!r:>10}')((9223372036854775808)))
each(22, lambda: 'a%# 5.0e' % (None,), lambda: (lambda v: f'{v:é=3.2s}|{v=}|{v!r:>7}')(''), lambda: format([1, 'a'], '*<'), lambda: (lambda v: f'{v: s}|{v=}|{v!r:>5}')(None))
each(23, lambda: (lambda v: f'{v!r:.2}|{v=}|{v!r:>5}')(complex(123456789.123, -0.001305543802407474)), lambda: format([1, 'a'], 'é=08_.17f'), lambda: (lambda v: f'{v!r: >8.2}|{v=}|{v!r:>6}')((1e22)), lambda: '{:+.17G}'.format(complex(-765.84, -826922649962.0494)))
each(24, lambda: '%%%10.2f' % (complex(-6.300638810331227e-09, -6.504797807332419e-11),), lambda: '{!s:5.0%}'.format([1, 'a']), lambda: '{:>X}'.format((100861579821311866298458386133468)), lambda: 'a%-10.10c' % ((1.3419312459260891e+22),))
each(25, lambda: '{!s:.17e}'.format(True), lambda: (lambda v: f'{v:020}|{v=}|{v!r:>9}')(True), lambda: '{!s:<0s}'.format((-2147483648)), lambda: '{!s:+g}'.format(True))
each(26, lambda: 'a% .*g' % (4, (3.5),), lambda: '{!s:-#,.5X}'.format((1e22)), lambda: '%%%.0o' % ((18),), lambda: '{!a:010_g}'.format(True))
