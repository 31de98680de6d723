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
each(1, lambda: int('-72 ', 16), lambda: str(-29 * 10**12), lambda: float(-13), lambda: (664.34077).is_integer(), lambda: (-9223372036854775808).bit_length() + (99).bit_count())
each(2, lambda: str(256 * 10**41), lambda: (-0.0).as_integer_ratio(), lambda: int('-A_', 8), lambda: (86821115221275651085727313223390742676588812803792019421).to_bytes(1, 'big', signed=False), lambda: float.fromhex((-4.677951814759955e+18).hex()))
each(3, lambda: int.from_bytes(b'a\n\xff\x00%a\x80', 'little', signed=True), lambda: (24.61).as_integer_ratio(), lambda: complex('ǅ'), lambda: (91).bit_length() + (56).bit_count(), lambda: (-1466635).to_bytes(7, 'big', signed=True))
each(4, lambda: (1e23).as_integer_ratio(), lambda: (-2794).to_bytes(0, 'big', signed=False), lambda: (4777497526663820057883431945306).bit_length() + (10000000000000000000000000).bit_count(), lambda: str(-13043622223 * 10**9), lambda: int.from_bytes(b'c0a', 'big', signed=False))
each(5, lambda: (9223372036854775808).to_bytes(1, 'little', signed=False), lambda: float.fromhex((float('inf')).hex()), lambda: (794.11).is_integer(), lambda: int('+zF52z5_', 2), lambda: complex('\u2028line'))
each(6, lambda: str(256 * 10**34), lambda: (-925277299883).to_bytes(3, 'little', signed=False), lambda: complex('both\'"'), lambda: float(' +904'), lambda: float(str(-488.25)))
each(7, lambda: int(' axxc1__', 10), lambda: (256).to_bytes(11, 'big', signed=True), lambda: float('-1'), lambda: complex('9-'), lambda: (18737401171255042268579474839263055906).bit_length() + (-1000).bit_count())
each(8, lambda: float.fromhex((6.02e23).hex()), lambda: int.from_bytes(b'BaaC%\tb', 'big', signed=False), lambda: float('22+e65'), lambda: float(-2975186695399687767188011782), lambda: complex("5}_y '%"))
each(9, lambda: (30).bit_length() + (-9223372036854775808).bit_count(), lambda: float(str(1e-5)), lambda: float('+-0e3+1'), lambda: (123456789.123).is_integer(), lambda: int('0x7baz_', 2))
each(10, lambda: float(9223372036854775807), lambda: (6.02e23).as_integer_ratio(), lambda: float(str(1e100)), lambda: (105).to_bytes(0, 'little', signed=True), lambda: float('-0-+3_'))
each(11, lambda: (-30).to_bytes(1, 'little', signed=False), lambda: str(9223372036854775808 * 10**40), lambda: float.fromhex((1e16).hex()), lambda: float('-5+'), lambda: (1e22).is_integer())
each(12, lambda: float('93520+2'), lambda: int('+95_x', 34), lambda: str(1633783331896792963052193130461649414607144 * 10**21), lambda: (1.2677357692889223e+19).as_integer_ratio(), lambda: (114).bit_length() + (7).bit_count())
each(13, lambda: float(-15), lambda: int.from_bytes(b'', 'big', signed=True), lambda: float(' +9_41++2'), lambda: float(str(4.046213696776027e-06)), lambda: (1).bit_length() + (1000).bit_count())
each(14, lambda: (9393473361312.52).is_integer(), lambda: (1e16).as_integer_ratio(), lambda: float.fromhex((0.5).hex()), lambda: (1000000000000000000).bit_length() + (2).bit_count(), lambda: str(41 * 10**54))
each(15, lambda: (-float('inf')).as_integer_ratio(), lambda: str(12345678 * 10**27), lambda: (1e22).is_integer(), lambda: complex('x\ny\r\nz\n'), lambda: (-21781246606541309744410547005930945461688465327806026954942).bit_length() + (12345678).bit_count())
each(16, lambda: float(str(355.637)), lambda: str(-7 * 10**36), lambda: (49013).bit_length() + (25).bit_count(), lambda: complex('%Ba日😀a'), lambda: int.from_bytes(b'c%c', 'little', signed=True))
each(17, lambda: str(255 * 10**35), lambda: (float('inf')).is_integer(), lambda: float(' +55.280.3'), lambda: complex(".5y{\t'"), lambda: float(-31))
each(18, lambda: (3.5).is_integer(), lambda: float(1000000000000000000), lambda: float('-6320'), lambda: int.from_bytes(b'b0', 'big', signed=False), lambda: complex('9a0'))
each(19, lambda: int('0b8_', 36), lambda: complex('cé" '), lambda: (179).to_bytes(6, 'big', signed=True), lambda: float(str(0.008670954381117096)), lambda: float(-48))
each(20, lambda: float.fromhex((-5.554116592347693e-25).hex()), lambda: int('0x1A9829x', 0), lambda: int.from_bytes(b'\x80', 'big', signed=True), lambda: float(str(-243.2)), lambda: (-3127931.7553315302).is_integer())
each(21, lambda: (10).bit_length() + (-13).bit_count(), lambda: float('+_62646'), lambda: (1e15).is_integer(), lambda: float(67), lambda: float.fromhex((3.0618339265838457e-09).hex()))
each(22, lambda: float(str(1234.5)), lambda: int(' 530_1A', 2), lambda: (1e-5).as_integer_ratio(), lambda: (0.00021067199379887902).is_integer(), lambda: float.fromhex((-2.2887237710888986).hex()))
each(23, lambda: int.from_bytes(b'\x00\x80', 'big', signed=True), lambda: str(13113821257019046772204671063886813239108358 * 10**1), lambda: complex('\xa0'), lambda: (63).bit_length() + (-18086382959563146632007294736158158779619375598674552).bit_count(), lambda: (885302451.0282854).as_integer_ratio())
each(24, lambda: (2.5).is_integer(), lambda: float(10000000000000000000000000), lambda: int('0o1', 0), lambda: complex('ab'), lambda: (-539571535647).to_bytes(3, 'little', signed=False))
each(25, lambda: (71).bit_length() + (-9223372036854775808).bit_count(), lambda: float.fromhex((319.298).hex()), lambda: float(str(4.236700537152771e-26)), lambda: (760.278).as_integer_ratio(), lambda: int('-F783cz7_', 25))
each(26, lambda: float.fromhex((-407.96922).hex()), lambda: int.from_bytes(b',\n\tba%a', 'big', signed=False), lambda: (44).bit_length() + (-1).bit_count(), lambda: int('+Ac_5_', 10), lambda: (0.1).as_integer_ratio())
