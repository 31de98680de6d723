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
steps(1, lambda: bytearray(b' \x80%\t'), lambda x: x.clear(), lambda x: x.reverse(), lambda x: x.clear(), lambda x: x.insert(-3, 189), lambda x: x.__setitem__(-1, 176), lambda x: x.pop(-4))
steps(2, lambda: bytearray(b''), lambda x: x.pop(5), lambda x: x.__setitem__(slice(None, None, 2), b'\x80cb\xff\t'), lambda x: x.__imul__(2), lambda x: x.insert(-3, 222), lambda x: x.extend(b'\x00a9'), lambda x: x.__setitem__(0, 60))
steps(3, lambda: bytearray(b'1a \x80'), lambda x: x.clear(), lambda x: x.__delitem__(slice(4, 3)), lambda x: x.append(224), lambda x: x.__imul__(2), lambda x: x.__iadd__(b' bc9Cc'), lambda x: x.clear())
steps(4, lambda: bytearray(b'a%'), lambda x: x.insert(5, 81), lambda x: x.insert(-2, 17), lambda x: x.pop(4), lambda x: x.clear(), lambda x: x.clear(), lambda x: x.append(104))
steps(5, lambda: bytearray(b'C\n'), lambda x: x.remove(93), lambda x: x.pop(), lambda x: x.append(2), lambda x: x.__delitem__(slice(5, -1)), lambda x: x.pop(), lambda x: x.clear())
steps(6, lambda: bytearray(b'0,c\t'), lambda x: x.insert(3, 37), lambda x: x.insert(4, 212), lambda x: x.pop(), lambda x: x.insert(-5, 161), lambda x: x.__imul__(1), lambda x: x.__iadd__(b'%\x001bc0A'))
steps(7, lambda: bytearray(b'\x80,c9b0a'), lambda x: x.__setitem__(0, 146), lambda x: x.index(31), lambda x: bytes(x), lambda x: x.__setitem__(3, 124), lambda x: x.__imul__(2), lambda x: x.__setitem__(slice(None, None, 2), b'0,%\x000%'))
steps(8, lambda: bytearray(b'C'), lambda x: x.append(141), lambda x: x.__setitem__(slice(0, -1), b'B\n'), lambda x: x.__setitem__(slice(-2, 2), b'0\xff1caCa'), lambda x: x.append(106), lambda x: x.append(79), lambda x: x.pop())
steps(9, lambda: bytearray(b'C'), lambda x: x.reverse(), lambda x: x.clear(), lambda x: x.reverse(), lambda x: x.pop(), lambda x: x.extend(b'C'), lambda x: x.pop(-5))
steps(10, lambda: bytearray(b'0b0a'), lambda x: x.__setitem__(slice(None, None, 2), b'\xff\n\t\x80'), lambda x: x.__setitem__(2, 124), lambda x: x.remove(122), lambda x: x.clear(), lambda x: x.index(225), lambda x: bytes(x))
steps(11, lambda: bytearray(b'\xffc1'), lambda x: x.append(238), lambda x: bytes(x), lambda x: bytes(x), lambda x: x.insert(-4, 238), lambda x: x.extend(b'9B\x80'), lambda x: x.__delitem__(slice(-4, 1)))
steps(12, lambda: bytearray(b'\xff1BAA\n'), lambda x: x.__imul__(2), lambda x: x.clear(), lambda x: x.remove(-2), lambda x: x.__imul__(2), lambda x: x.pop(-2), lambda x: x.__imul__(2))
steps(13, lambda: bytearray(b'\x80\x80,'), lambda x: x.remove(251), lambda x: x.__setitem__(slice(None, None, 2), b'C0a9\x00'), lambda x: x.__setitem__(slice(1, -1), b'\x009%b%'), lambda x: x.pop(2), lambda x: x.pop(), lambda x: x.extend(b''))
steps(14, lambda: bytearray(b'1\x00\x80'), lambda x: x.__imul__(2), lambda x: bytes(x), lambda x: bytes(x), lambda x: x.pop(), lambda x: x.__iadd__(b'\x00\n,1'), lambda x: x.insert(3, 185))
steps(15, lambda: bytearray(b'\xff0 a'), lambda x: x.__imul__(0), lambda x: x.__imul__(0), lambda x: x.insert(5, 135), lambda x: x.insert(-5, 218), lambda x: x.clear(), lambda x: x.__setitem__(slice(-3, -1), b'\tac'))
steps(16, lambda: bytearray(b'1\xff1,b,'), lambda x: x.extend(b'\xffa ,B1%'), lambda x: x.__iadd__(b'c,,A%9'), lambda x: x.__setitem__(slice(-2, -4), b''), lambda x: bytes(x), lambda x: x.__setitem__(slice(-1, 2), b'C\x80\tbB9'), lambda x: x.__delitem__(slice(-4, 0)))
steps(17, lambda: bytearray(b',\n'), lambda x: x.extend(b'C1aA,'), lambda x: x.__setitem__(slice(-3, 4), b''), lambda x: x.__setitem__(slice(None, None, 2), b''), lambda x: x.index(143), lambda x: x.append(180), lambda x: x.clear())
steps(18, lambda: bytearray(b'\t'), lambda x: x.__setitem__(slice(-3, -5), b'\x00CB'), lambda x: x.__iadd__(b'A1'), lambda x: x.__delitem__(slice(-1, 1)), lambda x: x.__iadd__(b',\t9\nC'), lambda x: x.clear(), lambda x: x.__setitem__(-1, 231))
steps(19, lambda: bytearray(b' \xff1'), lambda x: x.insert(-3, 186), lambda x: x.__setitem__(-1, 194), lambda x: x.extend(b'C,A \xff0\x00'), lambda x: x.clear(), lambda x: x.__setitem__(slice(None, None, 2), b'cabB\x80, '), lambda x: x.__setitem__(-1, 93))
steps(20, lambda: bytearray(b'\tC9CaC1'), lambda x: x.append(147), lambda x: x.__setitem__(1, 256), lambda x: x.pop(), lambda x: x.__setitem__(0, 50), lambda x: x.__setitem__(slice(None, None, 2), b''), lambda x: x.__setitem__(slice(None, None, 2), b'0AB0'))
steps(21, lambda: bytearray(b'C%'), lambda x: x.remove(48), lambda x: x.index(243), lambda x: x.__delitem__(slice(0, -5)), lambda x: x.remove(20), lambda x: x.append(118), lambda x: x.__setitem__(slice(None, None, 2), b' '))
steps(22, lambda: bytearray(b'1B,BaBb'), lambda x: x.__delitem__(slice(-5, 3)), lambda x: x.__setitem__(slice(None, None, 2), b' 0,1C A'), lambda x: x.__imul__(0), lambda x: bytes(x), lambda x: x.reverse(), lambda x: x.append(193))
steps(23, lambda: bytearray(b'a,%'), lambda x: bytes(x), lambda x: x.append(171), lambda x: x.__setitem__(slice(None, None, 2), b''), lambda x: x.insert(-2, 231), lambda x: bytes(x), lambda x: x.__imul__(1))
steps(24, lambda: bytearray(b'\n'), lambda x: x.__imul__(2), lambda x: x.pop(0), lambda x: x.__delitem__(slice(4, -5)), lambda x: x.remove(248), lambda x: x.__setitem__(2, 58), lambda x: x.__setitem__(slice(None, None, 2), b'aCB\xffc'))
steps(25, lambda: bytearray(b'\n'), lambda x: x.remove(195), lambda x: x.__setitem__(0, 209), lambda x: x.__delitem__(slice(-2, 3)), lambda x: x.__imul__(0), lambda x: x.__setitem__(slice(None, None, 2), b''), lambda x: x.__imul__(0))
steps(26, lambda: bytearray(b'0'), lambda x: x.remove(175), lambda x: x.__setitem__(3, 113), lambda x: x.pop(), lambda x: x.insert(-1, 16), lambda x: x.extend(b'\xff'), lambda x: x.insert(0, 197))
