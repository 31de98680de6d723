# Generated cases that mix statements and expressions.
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
run(1, lambda: (not {'-3.5': Box(['abc']), None: (range(3) * ''.join(Box([(1), (0), 28, 58])))}))
def case2(n=2):
    v1, v2, v3 = [].index(..., 0)
    try:
        v6 = 0
        while v6 < 0:
            v6 += 1
            if (v11 if v9.count(v8) else ('%(a)s' % (v1.popitem() / ()[:]))): continue
            with Box(2) as v7:
                del v3[1]
                ...
            with Box(0) as v8:
                v9 = (v1 or ('é1'.count('a') and ((... / v1), (v7 or v8), ).count(v8)))
                show(n, clean(list([-15, -3] for v10 in {} if 1j)))
                v11 = ((range(8)).nope == v7)
            ([]).stop
    except Exception as e: show(n, clean(e))
    v12 = 0
    while v12 < 0:
        v12 += 1
        if v32: continue
        v13, v14 = [(-2**63), (lambda v15=(({None: v8, 23: v11} in v2) if True else 1j): sorted([('%(a)s' % v8) for v16 in ['a,b,,c', 'Hello World', '  x y ', '']], key=repr))(), 'aaa', 3]
        match v2:
            case _ if 'a':
                v20, v21 = (([{v23: (lambda **v25: v11)(a=v13) for v23 in v3 if [['x\ny\n'] for v24 in MyList([(False), -12, 67, -8, (2)]) if b'']} for v22 in ['é1', 'abc']] == 88), ((['abc', 'aaa', 'Hello World'] + v2) <= ('é1' % {(-2, 'abc'): v8, None: (v13 if v19 else v11)}) < Box([v9[8:5:], v11.conjugate(), 'aaa'])), list(('%s' % ('%.2f' % v11)) for v26 in [] for v27 in range(0)), )
                show(n, clean(v7))
                show(n, clean(1j))
            case Box(v=_) if v9:
                v30 = (-7)
                v31 = b''[4:-1:0]
                show(n, clean({10}))
            case None if (list(('abc' % (-7)) for v33 in [82]) in (v29 ^ v32)):
                v30 //= v11
                del v1[5:]
                v7[2] = v29
            case _: show(n, 'none')
        v36 = 0
        while v36 < 0:
            v36 += 1
            v31[''] = 1.5
    try:
        v31[5] = Box(['aaa', v3])
    except Exception as e: show(n, clean(e))
    try:
        v20[2] = list(repr(f'{v28!r:zz}') for v37 in [-11] if v13)
    except Exception as e: show(n, clean(e))
    try:
        del v30[0]
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v9', clean(v9))
    except NameError: show(n, 'v9', 'unbound')
run(2, case2)
run(3, lambda: ((v1 := 56), v1))
def case4(n=4):
    v1 = {32}[5:]
    try:
        v1 /= (lambda v2='%d'[1:]: v2)()
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
run(4, case4)
run(5, lambda: (Sub((0))[2]).start)
run(6, lambda: [82, 81, 39])
run(7, lambda: f'x {2}')
def case8(n=8):
    try:
        v1 = {5, 15}
    except Exception as e: show(n, clean(e))
    try:
        for v2 in {-1: {33, 23, 21, 36, 19}[4:4:], 62: v1, (255): ('%(a)s' % MyList([v1, f'{Sub(-12)!s: }-{v1!r:zz}']))}.items():
            show(n, clean((((1j and list(map(lambda v3: v2, v1))) is not True) is not ...)))
            v4 = v1
            def v5(v6, *v7):
                nonlocal v2
                v1[-1] = v7
                return ((lambda *v8: (False + b'\x00\xff'))(v2[None], (not Sub((10**20)))) if v7 else v4)
            show(n, clean(v5(v4)))
    except Exception as e: show(n, clean(e))
    try:
        show(n, clean(v1))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
run(8, case8)
def case9(n=9):
    if 'AbC':
        v2 = ((v1 := ((float('inf') >= f'{73!s}-{range(4)!r: }-{1j}') - f'{1j:x}-{77:5}')), v1)
        *v3, v4, v5 = (v2, v2, )
        def v6(v7, *, v8=v5):
            nonlocal v5
            v12, v13 = ['{}', 'AbC', 'a', '{}']
            v14, = []
            return list((-17 ** -1) for v15 in (((MyDict({None: (3), (6, 'aaa'): 85, (4, 'a,b,,c'): (1)}) if v2 else v14) is None) and v12) if v2)
        show(n, clean(v6(*[((v16 := (Box((MyInt(5))) if (v5 if v5 else (v3 ^ MyDict({}))) else getattr((1j).real, 'real'))), v16), v4[None], 'abc'])))
        show(n, clean(v6()))
    else:
        with Box(0) as v17:
            del v3[-1]
            show(n, clean(v5))
            v2 = v4
        with Box(2) as v18:
            v2['é1'] = ((v19 := (('%%' % v3['x\ny\n']) or (str(v2) != []))), v19)
            *v20, = ('abc' % (Box(81)).start)
            v23 = type(((v21 := (list(v20 for v22 in ['a,b,,c', '  x y '])).real), v21))
    match [(v3.as_integer_ratio()).stop, 'a,b,,c']:
        case {'': _} if v3:
            v3 = ([99, 24] & v3)
        case _: show(n, 'none')
    for v26 in [(2**63-1), 65]:
        if v5[-2::-1]:
            v27 = v4
            show(n, clean(v20))
            v25 -= range(3)
    try:
        v28 = Box(50)
    except Exception as e: show(n, clean(e))
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v17', clean(v17))
    except NameError: show(n, 'v17', 'unbound')
    try: show(n, 'v18', clean(v18))
    except NameError: show(n, 'v18', 'unbound')
run(9, case9)
run(10, lambda: 1e300)
run(11, lambda: (lambda **v1: 34)(a=(+{(10**20): (Box([(True), 41, (False)])).imag, None: str(Box(-18))}.items())))
def case12(n=12):
    try:
        v1 = MyDict({None: ((0) * f'x {9!r:10.4g}')})[::]
    except Exception as e: show(n, clean(e))
    v2 = 'é1'
    try:
        if v1:
            def v3(v4, v5):
                v1 = v2
                v8 = v1
                return ('a' % (()[v8] and 'aaa'))
            show(n, clean(v3(sorted([(lambda **v10: 'Hello World'.split('x\ny\n', (MyInt(5))))(a=([] or v9)) for v9 in []], key=repr), v5=v2)))
            v13, v14, v15 = (v1[2::], )
    except Exception as e: show(n, clean(e))
    match (v13[:] / (not v1)):
        case {**v16} if (2)[1:-4]:
            try:
                v14[8:5] = ...
                v17 = ['%d', 'abc'][-3::]
                raise ArithmeticError(v14)
            finally:
                del v15[8]
                v18 = (v17.__lt__(Box(-6)) // (('a' % {None: v1}['  x y ']), )[5])
            v19, v20, *v21 = ({}.get(None, f'{v2}-{v16}-{...:s}') in (2)[4:7])
        case _: show(n, 'none')
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v13', clean(v13))
    except NameError: show(n, 'v13', 'unbound')
    try: show(n, 'v14', clean(v14))
    except NameError: show(n, 'v14', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
run(12, case12)
def case13(n=13):
    try:
        v1 = ((2**31)).numerator
    except Exception as e: show(n, clean(e))
    v1 *= -4
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
run(13, case13)
run(14, lambda: Sub(27))
run(15, lambda: f'{Box(86)!s}')
def case16(n=16):
    if 'aaa':
        try:
            show(n, clean((Box([list(map(lambda v1: (+Sub(80)), '%d')), 48, (1), (2**31)])).v))
            v2 = {(-3, '12'): list(dict.fromkeys(None, ({'aaa': MyDict({(-2**63): -6})}).v)), 'x\ny\n': (+MyList(['aaa']))}[Box([])]
        except LookupError as v3:
            show(n, clean(v3), type(v3.__context__).__name__)
            v2[-1:6] = 1e300
            v2 = v2
            raise LookupError(v2) from v3
        finally:
            v2 += []
            *v4, = (v2, )
    elif f'x {v2!s:_}-{v2}-{v2!r}':
        for v5 in enumerate([(255), -8, 71, -17, 10]):
            v2 = (['x\ny\n'] % ('{}' % v4))
            v6, v7 = [89, 79, 67, (False), 35]
    try:
        v4 /= {*{v}}
    except Exception as e: show(n, clean(e))
    v4[-3:8] = {v8: ('AbC' % ((v9 := MyList([v2, v4, v4, v2])), v9)) for v8 in v7 if ((['-3.5', 63, (2**63-1)] if (1.5 ** 4) else (~54)) and (v7['AbC']).__doc__ is None)}
    try:
        with Box(1) as v10:
            v11 = v2
            show(n, clean(Box(86)))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
run(16, case16)
def case17(n=17):
    try:
        try:
            for v1 in {(2, '  x y '): ((10) and MyDict({}))}.items():
                *v2, v3, v4 = (Box(46) != (['é1', ((37, -7, 93, )).nope, 4] is not True))
                del v2[4:]
            raise ValueError(list(zip((1e-7).as_integer_ratio(), (v4 and (v1 ^ (b'').start)), strict=True)))
        finally:
            v5 = ...
            if v2:
                show(n, clean([['AbC'].sort(key=lambda x: -x) for v6 in None if (('%(a)s' % None) >= ((-2**63) ** 3) != {40, 47, 17, 22})]))
                del v1
                del v2[-3:]
            elif v3[6]:
                show(n, clean((1.5).is_integer()))
                v7, = (v5, )
            for v8 in range(0):
                if v1: break
                v8 = ((v9 := (-MyList([])[1])), v9)
                v12 = (False if ('aaa' % ((v11 := (v4).__class__.__name__), v11)) else (MyDict({}) == hasattr(v4, '__len__') < v1.replace('a,b,,c', '%d')))
    except Exception as e: show(n, clean(e))
    (lambda v13: range(5))(v8[-2:])
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
run(17, case17)
def case18(n=18):
    try:
        v1 = (+(1e-7 ** -1))
    except Exception as e: show(n, clean(e))
    for v2 in ['%d']:
        if (-2.25).is_integer(): continue
        if v1:
            v3, = ['{}']
        def v5(v6):
            v6 = v3[8:]
            v1 -= v6
            yield ['  x y ', 'AbC', 'ß']
        show(n, clean(next(v5(v1['  x y ']))))
        def v8(v9, /, v10=8):
            nonlocal v1
            (v3 if range(-1, -2, 0) else MyList(['é1', '{}', 'abc']))
            show(n, clean(b'1 2'))
            return v10
        show(n, clean(v8(frozenset({v11: b'1 2' for v11 in list((123456.789).is_integer() for v12 in [(10**20)])}), v10=v3.remove([0.1 for v13 in ({'x\ny\n': None, 'ß': v3, None: v3}.values() or list(1j for v14 in Box([(2), (255), 53, 'Hello World']) if 1.5)) for v15 in range(0)]))))
    try:
        with Box(1) as v16:
            for v17 in ['-3.5', '%d', '12']:
                v18, *v19, v20 = [77, (10), (2**64), 5, 53]
            v18 = list(map(lambda v21: (MyDict({(2**63-1): v16, None: {v22: Box([]) for v22 in v18}, (2**63-1): v16}) ^ v21), v19))
    except Exception as e: show(n, clean(e))
    try:
        v17 = b'abc'.join([b'a', b'abc'])
    except Exception as e: show(n, clean(e))
    try:
        show(n, clean(issubclass(list[int], set)))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
    try: show(n, 'v17', clean(v17))
    except NameError: show(n, 'v17', 'unbound')
    try: show(n, 'v18', clean(v18))
    except NameError: show(n, 'v18', 'unbound')
run(18, case18)
run(19, lambda: (['AbC', 'AbC', 'AbC', '12'] ^ Sub((2**64))))
run(20, lambda: '')
run(21, lambda: (-((~range(-2)) + ({None: [36, 43, 52, 82, 48]} is not ...))))
def case22(n=22):
    try:
        v1 = MyList([60, 21, 5, 'a,b,,c'])
    except Exception as e: show(n, clean(e))
    try:
        v5 = ().count((lambda **v2: {7, 3, 28, 32, 32}[3])(a=((v4 := v1), v4)))
    except Exception as e: show(n, clean(e))
    v6 = divmod(f'{v1!s:d}', f'{[15, 95, (-7)]}-{[]: }-{-6!s}')
    class Cv7:
        attr = (print(v1, v6, sep='AbC', end='|\n') if list(list(range(0, 4)) for v9 in len(v5) if f'{{{v5}-{v9!a}' for v10 in range(0)) else [v5 for v11 in ['abc', '%d', 'AbC'] if (lambda *v12: Box([(2)]))(1, '{}')])
        def method(self, v8):
            self.attr = self.attr
            v8 |= self
            return type(range(2))
    show(n, clean(Cv7().method((lambda v14=b'1 2': None)())))
    show(n, clean(Cv7().attr))
    try:
        def v16(v17, *, v18=round('AbC')):
            del v1[3]
            return []
        show(n, clean(v16(*[])))
        show(n, clean(v16(v1)))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
run(22, case22)
