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
each(1, lambda: bytearray(b'').endswith((b'0CA , 9', b'')), lambda: b'B\x80'.translate(bytes(range(256)), b'a'), lambda: b'\nB\x00a\n\t'.hex('-', 2), lambda: bytearray(b'C 09c\x80') in b',C bB%\x80')
each(2, lambda: b'a'[-2:-1:], lambda: b'a\tBca' == b'cB\x00C', lambda: b'c' in b' ', lambda: b'%d' % (b'',))
each(3, lambda: b'%5.1f' % (b'9,BA\x00BC',), lambda: b'0B'.isupper(), lambda: bytearray(b'\x80bBc\ta0')[:-1:-1], lambda: b''.lower())
each(4, lambda: b'b'.decode('ascii', 'ignore'), lambda: bytearray(b'')[1::], lambda: b'%b' % (b'B\x00cb',), lambda: b'bCbC'.hex('-', 2))
each(5, lambda: b''.find(b'\x00%', -3), lambda: bytearray(b'').__mul__(3), lambda: bytearray(b'\xff\t1 \xff') < b'\x00B1', lambda: bytearray(b',Cc\n\t').translate(bytes(range(256)), b'a'))
each(6, lambda: b'%a' % (0.04086529610665908,), lambda: bytearray(b'') + b'\xff\xff,', lambda: b'%c' % (b'\xff\x80\xff\t',), lambda: b'%\x00\xff'[-2::2])
each(7, lambda: b'%a' % (97,), lambda: b' ' >= b'c%', lambda: b'b%\x00cc'.translate(bytes(range(256)), b'a'), lambda: b'bcb\xff,'.strip())
each(8, lambda: b'1%'.decode('ascii', 'ignore'), lambda: b'\tb'.decode(), lambda: b'\x00,0' % (b'B0CBAA',), lambda: b'\na\xffa'.rsplit(b'\t', -1))
each(9, lambda: b''.startswith(b'\xffb'), lambda: bytearray(b'\xff9').rfind(b''), lambda: bytearray(b'\x00,0bB,\xff').isspace(), lambda: b'a\xffA09C0'[1::-1])
each(10, lambda: b'%5.1f' % (b'\xff\xff,c9 b',), lambda: b'9CacA\n\t'.split(b''), lambda: b'\xff%\t90 '.__getitem__(12), lambda: b'\tA' >= b'\t1')
each(11, lambda: bytearray(b'\t').isalpha(), lambda: bytearray(b'C').hex(), lambda: b'%x' % (-325.0,), lambda: b',\x80cAc\n'[::2])
each(12, lambda: bytearray(b' C').rfind(b'1B'), lambda: bytearray(b'%').isascii(), lambda: bytearray(b'  0%,').rpartition(b'B%11 \xff\xff'), lambda: bytearray(b'\t 010,').decode('utf-8', 'backslashreplace'))
each(13, lambda: b'\t'.find(b'BB \nC%'), lambda: b'\x80\xff %A\t' % (b'',), lambda: b'A0b1 %\xff'.decode(), lambda: b'%b' % (b'9c\xff',))
each(14, lambda: b'0b\t\x80\x80c'[1:3:2], lambda: b'A' >= b'a,0', lambda: bytearray(b'\x00\xffc').lower(), lambda: b'99C1\xff'.hex(':'))
each(15, lambda: b'%a' % (208,), lambda: b'1a ,,'.__contains__(0), lambda: bytearray(b'aB\x00C0').translate(bytes(range(256)), b'a'), lambda: b',\x00\xffc%%'.split(b'BA Bb', 13))
each(16, lambda: b'AB0 '.expandtabs(6), lambda: b'Ac\x80C'.rsplit(b'\xff1,1', 11), lambda: bytearray(b'C a 0c%').title(), lambda: bytearray(b',\xffC C0') < b'01\n%\xff\x80c')
each(17, lambda: b'b1'.decode(), lambda: b'CC\xff \t%'.decode(), lambda: b'A1'.zfill(1), lambda: b'0%\x80' < b'B')
each(18, lambda: b'b c\t,'[1:3:], lambda: b'\x80b\t\x80' + b'\x80Ac\x00', lambda: bytearray(b'%\xff\n\t\xffC')[-2:3:], lambda: b'%1a\n%'[:3:2])
each(19, lambda: bytearray(b'\x80') == b'\x00', lambda: b' BbC' + b'\x0001\xffA\x00A', lambda: b'\n \t\x80'.title(), lambda: b'A'.__mul__(2))
each(20, lambda: b'c\t '[-2:3:2], lambda: b'99CbC'.find(b'\x00C\nb%A'), lambda: bytearray(b'')[1::-1], lambda: b'\xff, '.decode('utf-8', 'backslashreplace'))
each(21, lambda: b'C b,\n0'.count(-3), lambda: b'%x' % (1e-5,), lambda: b' '.decode('utf-8', 'replace'), lambda: b'1  \x80\x00A'.__contains__(2))
each(22, lambda: b'C0,\x00B'.count(3), lambda: b'\x80'.istitle(), lambda: bytearray(b'\t0\t%AA').lower(), lambda: bytearray(b'1A\n').decode('ascii', 'ignore'))
each(23, lambda: b'A'.istitle(), lambda: bytearray(b',90 ').expandtabs(10), lambda: b'\x80aB '.lstrip(b'\n9% 9'), lambda: b'A0B,0a\t'.find(10))
each(24, lambda: b'0\xffC'.isspace(), lambda: b'B\n1' == b'1', lambda: b'%s' % (215,), lambda: b'a\x80\xff %'[::-1])
each(25, lambda: b'%c' % (157.0,), lambda: b'%r' % (8.265624669538916,), lambda: b'%c' % (218.0,), lambda: b'C\n\x00'[-2:3:])
each(26, lambda: b'%b' % (276,), lambda: b'\nc%C' in b',B', lambda: b'%s' % (1e-5,), lambda: b'aA\x00Ac'.isdigit())
