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
each(1, lambda: math.ldexp(1e23, -12), lambda: (-69548960616270196407667330143671281833082119239415911009925) - (123456789.123), lambda: (170) // (9223372036854775807), lambda: complex(1e100, 1e100) / (123456789.123), lambda: bool((9223372036854775807)))
each(2, lambda: round((7), -1), lambda: (734097168) / (12345678), lambda: (-1.5) + (1e15), lambda: complex(-159.0, 143.0).conjugate(), lambda: (515377520732011331036461129765621272702107522001) | (48))
each(3, lambda: (8) * (118), lambda: (-11003846552752378) & (8), lambda: (5e-324) - (255), lambda: ~((-2.0164228061502977e+25)), lambda: (2147483647) >> (8))
each(4, lambda: (49) * (0.00029681964134419816), lambda: (-3602590190614288398265487310137684676716337179283211) ^ (109), lambda: (255) | (49), lambda: (-5) >> (158), lambda: (9640318326873710.0) // (-13))
each(5, lambda: (256) / (-1000), lambda: divmod((-9057548264965.625), (255)), lambda: (-405.66204) - (-2.1505290984259593e-22), lambda: round((2147483647), -5), lambda: round((10), 6))
each(6, lambda: int((1e16)), lambda: (9223372036854775807) * (float('nan')), lambda: (-4607044642876804572503489454) ^ (91), lambda: round((99), 0), lambda: (10) ^ (105))
each(7, lambda: (165) // (-514.7088), lambda: (174) ^ (109), lambda: divmod((2147483647), (99)), lambda: (12345678) // (431.8757), lambda: math.remainder((3.593615303162425), (-0.00015)))
each(8, lambda: (1e23) - (83), lambda: (125) >= (9.437584449313907e-09), lambda: round((-1229439746502940), 1), lambda: round((13190208201591061448889492), None), lambda: (-32) >= (339.02))
each(9, lambda: -((173)), lambda: pow(131, 0, 424237689718652880731940453986195584201), lambda: math.frexp((-0.00015)), lambda: round((-1.5), 1), lambda: abs(complex(458.55, 0.0)))
each(10, lambda: (9223372036854775808) + (2), lambda: (35684720.55552929) + (3.7753557377743486e-07), lambda: (135) / (-290.1), lambda: (135) - (5e-324), lambda: (74.8305) >= (101))
each(11, lambda: divmod((-7), (162)), lambda: divmod((-2), (0.0)), lambda: (456.1) + (2/3), lambda: math.ldexp(-4.066237108448487e-28, -18), lambda: (1e23) + (9007199254740993.0))
each(12, lambda: (21563.694478475703) * (-6), lambda: (22308643213354321310581107766388188484268419755287034314880) - (-1), lambda: -((917.023)), lambda: (3.5) == (45303539034776548203), lambda: hex((-20)))
each(13, lambda: (-9653365345749019199541614227) ^ (8), lambda: ((-1)) ** (1/3), lambda: (10652010168783835593060272508143549810) | (91), lambda: (1000) | (82), lambda: (256) ^ (66))
each(14, lambda: divmod((2), (151)), lambda: ~((262.5)), lambda: divmod((-175343764225514148805119563816693605692), (512.3998)), lambda: (7.677251354310619e+28) + (515377520732011331036461129765621272702107522001), lambda: (2468181016) + (-7.519564057629143e+21))
each(15, lambda: (9223372036854775808) + (2147483647), lambda: math.fsum([(33418852133.460186), (1e23), (221855.94219620942)]), lambda: (9007199254740993.0) * (6.928570673270462e-21), lambda: (-3.429566250227043e-14) + (10), lambda: math.fsum([(-703.54772), (-710.4), (105)]))
each(16, lambda: (893.54) / (-1), lambda: round((312.166), -1), lambda: (144) & (-32910332096836702198031), lambda: math.fsum([(-1), (99.995), (-9223372036854775808)]))
each(17, lambda: (-2.1957425495855488e-18) * (159), lambda: bool((10)), lambda: (-1000) // (-215178), lambda: complex(-0.0, 5e-324).conjugate(), lambda: (191) >> (34))
each(18, lambda: (6.078871110051289e-21) / (106), lambda: round((7), 1), lambda: math.ldexp(1.7976931348623157e308, 14), lambda: pow(235, 30, -23), lambda: str(complex(783.6048, 999.0)))
each(19, lambda: pow(-1000000000000000000000000000000, 15, 255), lambda: complex(-18.0, 0.5).conjugate(), lambda: ((440418283)) ** (1/3), lambda: (-40) << (10), lambda: (-21) & (10))
each(20, lambda: (126.0) < (1), lambda: (-1000000000000000000000000000000) == (1e-4), lambda: (993169203800010616881847063910006775878485375) * (-9223372036854775808), lambda: -((673.9)), lambda: (4.88586654655702e-15) + (21))
each(21, lambda: divmod((256), (14)), lambda: divmod((10000000000000000000000000), (-1.5)), lambda: (153) + (-2147483648), lambda: (146) >> (74), lambda: (71) % (-4.023648519064074e+16))
each(22, lambda: (-975.0) % (9223372036854775807), lambda: (-63561.47112826205) != (515377520732011331036461129765621272702107522001), lambda: (-7.632800997438939e-06) / (1.7976931348623157e308), lambda: (1e100) - (634.4132), lambda: (515377520732011331036461129765621272702107522001) // (3444206475041.8223))
each(23, lambda: complex(2.5, 3.4644817711530514e-08).real, lambda: (-8) != (-0.0), lambda: pow(-162901796651, 56, 10), lambda: complex(-6.01964144790134e-12, -601.14127).conjugate(), lambda: (8.486314493642899e+17) % (43))
each(24, lambda: round((-46), 2), lambda: (43) - (1.7976931348623157e308), lambda: str(complex(1.0, 1e-5)), lambda: (-983.65673) // (56.69853), lambda: (26) + (8.945848228745352e+20))
each(25, lambda: complex(0.5, -903.8961203326312).conjugate(), lambda: (-37.93028167255814) <= (4611686018427387904), lambda: (9223372036854775808) << (88), lambda: (39) << (126), lambda: (161.755) <= (-11))
each(26, lambda: math.isclose((-6.24508848774088e-27), (8.495719668268955e-27)), lambda: (37) << (97), lambda: (0.1) / (-38002211686393905189471822127483729441139060024), lambda: (507.56374) + (27750108001300904225036542255861543535719526), lambda: (-18) == (-2224556646992539971903146816777))
