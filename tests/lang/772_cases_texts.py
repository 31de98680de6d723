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
each(1, lambda: 'straße'.rjust(-3, '*'), lambda: 'a,b,,c'.replace('straße', "C-日'C9", 1), lambda: '日"%'[5:-6:1], lambda: ''.replace('3.14', 'CΣ.Bßß{.', -2))
each(2, lambda: ''.translate(str.maketrans('abc', 'xyz', 'd')), lambda: (int('0')), lambda: 'abc'[4::], lambda: 'ς'.find(''))
each(3, lambda: '\\'.encode('ascii', 'xmlcharrefreplace'), lambda: '日é}AA}c1'.find(' "5-- '), lambda: '1e5'.isnumeric(), lambda: (sorted('tab\there')))
each(4, lambda: 'aaa'.isascii(), lambda: '😀\\ay,A\t'[::0], lambda: '\x85'.title(), lambda: '\\{'[-4::3])
each(5, lambda: (set('x\ny\r\nz\n')), lambda: '-7'.split('\u200b'), lambda: '日本語'[:-3:], lambda: 'B_\\'.replace('İı', 'aΣz51'))
each(6, lambda: (ascii('aaa')), lambda: 'class'.splitlines(True), lambda: '{} {x}'.encode('ascii', 'xmlcharrefreplace'), lambda: 'ǅ'[6::1])
each(7, lambda: '\u2028line'.isnumeric(), lambda: ''.ljust(6, '*'), lambda: (len('日本語')), lambda: 'Σ{😀Σ}'.rfind('ß', 7))
each(8, lambda: (ascii('AbC dEf')), lambda: 'Hello World'.__add__('straße'), lambda: '"ß😀'.rfind('x\ny\r\nz\n', -5), lambda: 'both\'"'.lstrip('a'))
each(9, lambda: (ascii('-7')), lambda: (complex('._{\tb')), lambda: ''[::], lambda: (int('1e5')))
each(10, lambda: (reversed('ﬁ')), lambda: (float('½')), lambda: "C}'"[-3::-3], lambda: 'say "x"'.__add__('both\'"'))
each(11, lambda: 'İı'.split('tab\there'), lambda: '"'.isspace(), lambda: '  padded  '.splitlines(True), lambda: "it's"[:-8:1])
each(12, lambda: '5\t-'.count('\\n', 1, -2), lambda: (ascii('0')), lambda: '_id'[-9::], lambda: 'c'.encode('latin-1'))
each(13, lambda: 'é1😀'.join('\t{b%'), lambda: '1e5'.strip('a b  c'), lambda: '😀.'.lstrip('\x85'), lambda: '} é'[-6:7:])
each(14, lambda: '42'.rindex('\\', 4), lambda: 'aaa'[7::], lambda: (sorted('ß')), lambda: '²'[4:-4:])
each(15, lambda: '\\n'.__len__(), lambda: '😀x'.count('3.14', 0, 12), lambda: '-\n 5😀ß9'.replace('ǅ', '1e5'), lambda: 'aaa'.isdigit())
each(16, lambda: '\x85'[:4:], lambda: (sorted('ǅ')), lambda: 'AbC dEf'.splitlines(True), lambda: 'abc'.encode('ascii', 'replace'))
each(17, lambda: 'Σ日1%%'.isupper(), lambda: '\u200b'.casefold(), lambda: '١٢'.isascii(), lambda: (int('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')))
each(18, lambda: '%'.isdigit(), lambda: 'c日B1'.rsplit('\ud800', -4), lambda: '0'.encode('ascii', 'xmlcharrefreplace'), lambda: (complex('_id')))
each(19, lambda: '42'.isdigit(), lambda: 'a,b,,c'[::7], lambda: '²'.join([" Σ,'{1c", 'y}0日%\nC\n']), lambda: (sorted('x é-')))
each(20, lambda: (min('\\%b5')), lambda: (repr('_id')), lambda: (reversed('say "x"')), lambda: 'abc'.translate(str.maketrans('abc', 'xyz', 'd')))
each(21, lambda: (ascii('')), lambda: 'class'.isalpha(), lambda: '-7'.title(), lambda: (list('"9{ ')))
each(22, lambda: '1e5'.count('ς'), lambda: 'class'.encode('ascii', 'replace'), lambda: 'İı'.count('', 13, -4), lambda: 'ǅ'.upper())
each(23, lambda: '{} {x}'.isalpha(), lambda: '-ßxA\tx'.splitlines(), lambda: '  padded  '.splitlines(True), lambda: 'Σας'.encode('latin-1'))
each(24, lambda: 'İı'.isdecimal(), lambda: 'Σ1cC.'.replace('aaa', 'ab'), lambda: 'ﬁ'.rpartition('{} {x}'), lambda: 'ß'.find('tab\there'))
each(25, lambda: '日本語'.isprintable(), lambda: 'ß'.isascii(), lambda: '{} {x}'.__contains__('é'), lambda: 'say "x"'.partition('b5B'))
each(26, lambda: 'a b  c'[8::2], lambda: '3.14'.encode(), lambda: 'ab'.translate({97: 'Z', 98: None, 99: 100}), lambda: '-C%1y10'.isprintable())
