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
def case1(n=1):
    try:
        v1 = 0
        while v1 < 2:
            v1 += 1
            def v2(v3):
                show(n, clean(v3[v3]))
                yield 123456.789
                return v3[6:2:7]
            show(n, clean(next(v2(({6, 24} <= (-((2**63-1)).bit_count()) >= Sub(-5)[-4:-3])))))
    except Exception as e: show(n, clean(e))
    try:
        try:
            v6 = ({41} if {86: ((lambda v4='%d': v4)(), )[5:3], (True): 11} else [Box([(3), (-1)]) for v5 in ('%r %s' % (not MyList(['aaa']))) if b'\x00\xff'])
        except MyError as v7:
            show(n, clean(v7), type(v7.__context__).__name__)
            class Cv8(MyList):
                attr = v6
                def method(self, v9):
                    v9 = ((v10 := b''), v10)
                    v9 = self.attr[:-4]
                    v9 -= self
                    return f'x {self}-{v9!a}-{v9}'
                @property
                def other(self): return (self and (lambda v11=(): 'Hello World')())
            show(n, clean(Cv8({6, 5, 41}[:]).method(set(MyDict({})))))
            show(n, clean(Cv8({6, 5, 41}[:]).attr))
            try:
                show(n, clean(f'x {None:<4}'))
                v6 = {45, 26}
                v6 = (lambda v13: (Box(55) / ('aaa' % MyList([]))))(v6)
                raise LookupError((~f'{v6!a}-{v6!s:s}'))
            finally:
                v6 *= 3
                v14 = (('%s' % v6)).imag
            del v6[7:]
        else:
            del v6[0]
            v15 = v6
            v16 = v14
        finally:
            try:
                show(n, clean(v15))
                v6 = (-({v17: v14[(7, 'AbC')] for v17 in [] if bytes(v17)} if v15 else int(v6)))
                v15 ^= (v14 and v14)
            except ZeroDivisionError as v18:
                show(n, clean(v18), type(v18.__context__).__name__)
                v16 //= 'AbC'
            match False:
                case Box(v=1) if (1j == (Sub((0)) % v6)):
                    v22 = (((v21 := ((10**20)).bit_length()), v21)).qx
                case _: show(n, 'none')
            def v23(v24):
                del v6
                v25 = ((92 >> 8) / max((Box(-10) if ([] and v14) else -13[v15])))
                del v19[5]
                yield (v15[list(map(lambda v26: list(zip(v15, '12')), [-17, (10), (-7), (10**20), 12]))] // ('12' % {(0): v15, 'a,b,,c': (v25 - b'\x00\xff'), 18: (b'\x00\xff').numerator}))
            show(n, clean([x for x in v23(v16)]))
    except Exception as e: show(n, clean(e))
    try:
        v30 = (lambda v28='a': 'x\ny\n')()
    except Exception as e: show(n, clean(e))
    v16 = hasattr((lambda *v31: (0.1).is_integer())(list((+v6) for v32 in set(1e16) if f'{v20}-{v6}-{v22!s}'), v15), '__len__')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v14', clean(v14))
    except NameError: show(n, 'v14', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
    try: show(n, 'v19', clean(v19))
    except NameError: show(n, 'v19', 'unbound')
    try: show(n, 'v20', clean(v20))
    except NameError: show(n, 'v20', 'unbound')
run(1, case1)
run(2, lambda: {17}.symmetric_difference([{'  x y ': ((v1 := ('Hello World' % {})), v1)}, '{}', range(3)]))
run(3, lambda: Sub(52))
def case4(n=4):
    class Cv1:
        attr = list(map(lambda v3: 'a,b,,c', (f'x {[(3), False[Box([(1)])], (2), 20]!a}-{49:05}-{69!a}' // MyDict({'x\ny\n': Box((-2**63)), -16: (61, )}))))
        def method(self, v2):
            range(-1)
            show(n, clean(self.attr))
            self.attr *= 3
            return MyList([(10), -13, 29])
        @classmethod
        def other(self): return (-v2)
    show(n, clean(Cv1().method(([89, 'aaa', ({24: 1e16, None: False, (6, 'a,b,,c'): None}).__doc__ is None] + 1.5))))
    show(n, clean(Cv1().other()))
    match f'x {[]}':
        case {'  x y ': None} if Box(['Hello World', '{}', 'AbC', 'Hello World']):
            class Cv8(MyList):
                attr = range(-4)
                def method(self, v9):
                    v10 = True
                    v11 = v10
                    *v12, v13 = (True, ((v14 := {34, 27, 18, 48}), v14), f'{v11!s}-{1j!r}', )
                    return 'é1'
            show(n, clean(Cv8(Box(v4)('aaa'.expandtabs(7), k=f'{v5}-{v5!s:^7}')).method((v5.hex() or v5))))
            show(n, clean(Cv8(Box(v4)('aaa'.expandtabs(7), k=f'{v5}-{v5!s:^7}')).attr))
            v15 = {49, 40, 29}
            with Box(1) as v16:
                v17 = Box(34)[:-2:8]
                v18 = ('aaa' % ('%r %s' % b'\x00\xff'.hex()))
        case Box(v=v20) if v4:
            try:
                *v21, = MyDict({})[(1, '-3.5')]
                v15 %= 'aaa'
                show(n, clean(v5))
                raise ZeroDivisionError(({8, 41, 5, 21} + [((lambda **v22: range(-3))(a='') and (v18 if v16 else {})), 'x\ny\n', (lambda v23: (-1).__add__('%d'))(f'x {v16!r}-{False}-{v17:x}')]))
            except ArithmeticError as v26:
                show(n, clean(v26), type(v26.__context__).__name__)
                v21 = '{}'
                v27 = v4
                *v28, v29 = slice(-1, 0).indices(3)
            except TypeError as v30:
                show(n, clean(v30), type(v30.__context__).__name__)
                v19[-3:6] = v19
            v19 /= v19
        case 'é1' if ((v32 := v4), v32):
            v33 = 0
            while v33 < 2:
                v33 += 1
                v19 = 'aaa'.index('  x y ')
                v18 &= Box(63)
                v29 = ((v34 := v28[39]), v34)
            del v27
        case _: show(n, 'none')
    try:
        v17
    except Exception as e: show(n, clean(e))
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
    try: show(n, 'v17', clean(v17))
    except NameError: show(n, 'v17', 'unbound')
    try: show(n, 'v18', clean(v18))
    except NameError: show(n, 'v18', 'unbound')
run(4, case4)
run(5, lambda: ((v1 := Sub(31)), v1))
def case6(n=6):
    if ((1e-7).is_integer() <= range(b''.hex()) == (2**31)):
        v1 = ['ß', 73]
    elif v1:
        if MyInt(v1):
            del v1[8:]
            v1 |= [87, 31, (2**31), 47]
            v1 = Box([(-1), 34, '%d', -20])
        show(n, clean(f'{v1!r}-{v1!a}'))
        v2 = v1
    try:
        with Box(0) as v3:
            class Cv4(Exception):
                attr = v2
                def method(self, v5):
                    del v5[-4]
                    show(n, clean((~'12')))
                    return 1j
            show(n, clean(Cv4(v2[None]).method(v1.difference([]))))
            show(n, clean(Cv4(v2[None]).attr))
            v6 = v2
    except Exception as e: show(n, clean(e))
    v7, *v8, v9 = ()
    try:
        del v2[2:]
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
run(6, case6)
run(7, lambda: 'Hello World'[2:-3])
def case8(n=8):
    try:
        class Cv1(MyInt):
            attr = -8
            def method(self, v2):
                v2[-3] = b'a'
                v2[53] = self.attr
                v3 = 22
                return ('a,b,,c' % '  x y ')
            @property
            def other(self): return (() * 0)
        show(n, clean(Cv1('x\ny\n').method((-['x\ny\n', float('inf'), 'Hello World']['x\ny\n']))))
        show(n, clean(Cv1('x\ny\n').attr))
    except Exception as e: show(n, clean(e))
    v4 = 0
    while v4 < 3:
        v4 += 1
        if (1j + []): break
        show(n, clean(95))
run(8, case8)
run(9, lambda: 44)
def case10(n=10):
    try:
        show(n, clean(None))
    except Exception as e: show(n, clean(e))
    try:
        v2 = 'ß'[[(2**64), 76, [() for v1 in f'{-15!s}-{range(-2)}' if v1]]]
    except Exception as e: show(n, clean(e))
    if ((v3 := v2), v3):
        for v4 in []:
            v2 ^= ((v5 := list(MyList([(2**64), '%d', 90, '-3.5']) for v6 in v2 if hasattr(True, '__len__'))), v5)
            v7 = hex(None)
            v8, = v2[:-3:4]
        class Cv9(MyList):
            attr = b''
            def method(self, v10):
                v10 %= {20}.symmetric_difference([73, (-1), -8])
                v12, *v13 = []
                return v10[-4:7]
        show(n, clean(Cv9((('abc' <= v2 < {22, 48, 16, 23, 39})).stop).method(True)))
        show(n, clean(Cv9((('abc' <= v2 < {22, 48, 16, 23, 39})).stop).attr))
    elif (v4 * -2):
        v8 = getattr(22, 'nope', v2)
        v14 = 0
        while v14 < 3:
            v14 += 1
            v15, v16, v17 = ((v18 := MyDict({None: ('%x' % hasattr(v8, '__len__'))})), v18)
    else:
        try:
            v4[7] = (+sorted([((v20 := type(v16)), v20) for v19 in () if Box(['%d'])], key=repr))
            v21 = v7['a']
            v22 = v17
        except LookupError as v23:
            show(n, clean(v23), type(v23.__context__).__name__)
            v22 = ('  x y ' % range(v4.as_integer_ratio()))
        else:
            v16 = v2
            v25 = ((v24 := (+v4)), v24)
        v26 = 0
        while v26 < 2:
            v26 += 1
            v27 = (v22 - v17)
            show(n, clean(v27))
            1e16
    try:
        v28 = 0
        while v28 < 3:
            v28 += 1
            def v29(v30, *v31):
                show(n, clean(v7))
                v8 = ({34: enumerate(v25)}.popitem()).qx
                ((v15 or v4[None])).real
                return f'x {[(True), 10, 1]:c}-{v25!s: }-{v21!r}'
            show(n, clean(v29(*['', 'Hello World'])))
    except Exception as e: show(n, clean(e))
    try:
        v32 = 0
        while v32 < 2:
            v32 += 1
            if (not (v40.hex() / {None: (59).numerator, (4, 'x\ny\n'): Box((-7))})): break
            (v22 * 3)
            match 1j:
                case Box(v=None) if []:
                    v27 %= v21.pop((1, 'aaa'))
                    v36, *v37 = ()
                case 'aaa' if f'{Sub(-14)!s}-{v16!r}':
                    v39 = 75
                case {**v40} if ((v41 := (11 << 59)), v41):
                    v43 = (range(-4) < ((v42 := v2), v42) < type([]))
                    v8 = (v34[-18]).numerator
                    del v33[6:]
                case _: show(n, 'none')
    except Exception as e: show(n, clean(e))
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
run(10, case10)
run(11, lambda: None)
run(12, lambda: (lambda v1: v1[:5:-3])(b'abc'))
def case13(n=13):
    v1, v2, v3 = [((not (Sub(42) - b'\x00\xff')) or ((v4 := Sub(49)), v4)), ('' % (Box((-2**63)) % Sub((2**63-1)))), 97, -2]
    try:
        class Cv5(MyDict):
            attr = 1j
            def method(self, v6):
                self = v6
                return (list(map(lambda v8: (~self.attr), MyList(['ß', (self.attr).__class__.__name__, '%d']))) | [self.attr for v7 in (self.attr not in self.strip()) if -6])
            @property
            def other(self): return 'abc'
        show(n, clean(Cv5(v1).method(range(-4))))
        show(n, clean(Cv5(v1).other))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
run(13, case13)
run(14, lambda: {17})
run(15, lambda: {None: Sub(26), None: (lambda v1=1j: oct(b'a'))(), 'AbC': ((Box([]) // [Box(91) for v2 in {41, 17} for v3 in range(1)]), b'a', )}.clear())
def case16(n=16):
    try:
        def v1(v2, v3=b''[:5]):
            v2 = v2
            try:
                v4 = next(iter(v3))
            except TypeError as v5:
                show(n, clean(v5), type(v5.__context__).__name__)
                v6, v7 = []
            except ArithmeticError as v8:
                show(n, clean(v8), type(v8.__context__).__name__)
                del v6
                v9 = v6
                v3 //= v7
            finally:
                v10 = v6
                v6['AbC'] = b'1 2'
            return ((+list(map(lambda v11: v4, v6))) and v4)
        show(n, clean(v1(43)))
        show(n, clean(v1(43)))
    except Exception as e: show(n, clean(e))
    try:
        show(n, clean((-f'{{{-9:}')))
        def v14(v15, /, v16=-3):
            del v16[-2:]
            return next(iter(('a,b,,c' % v16)), v16[:])
        show(n, clean(v14((('abc' % MyList(['ß'])) or '-3.5'), b'abc'.split())))
        for v18 in enumerate(['  x y ', 'a,b,,c']):
            del v18[5]
            v19 = v18.index(1e300)
            v18
    except LookupError as v20:
        show(n, clean(v20), type(v20.__context__).__name__)
        try:
            show(n, clean((((v18 & min(v19, v18))).stop % (v19 if v19 else (lambda *v21: f'x {v21}-{v18}')(v19, v18)))))
            show(n, clean(v19))
            v22, v23 = (v18 // v18)
        except ArithmeticError as v24:
            show(n, clean(v24), type(v24.__context__).__name__)
            del v19
            raise
        v25 = v18
        raise
    except KeyError as v26:
        show(n, clean(v26), type(v26.__context__).__name__)
        ('%(a)s' % [3, 7, f'{{{1j!r:,}'])
        raise
    try:
        v25 = 'a,b,,c'
    except Exception as e: show(n, clean(e))
    try:
        try:
            v28 = ('%.2f' % ((v19.__eq__(v23) if ['é1', 'AbC', 'a', 'a'] else Sub(47)) & v19))
            class Cv29:
                attr = []
                def method(self, v30):
                    show(n, clean(False))
                    v30 |= {v31: b'abc' for v31 in [v33 for v32 in ['aaa', '%d', 'a,b,,c'] if b'\x00\xff' for v33 in range(0)] if ((v34 := self), v34)}
                    *v35, v36, v37 = ((... if 1j else v30), )
                    return 'a'[v35.index(v30)]
                @property
                def other(self): return ((MyList([8]) if 1.5 else v35) - ['ß' for v38 in (format(v30, 'c') if ord([-10, (MyInt(5)), 16]) else self.attr) for v39 in range(1) if v37])
            show(n, clean(Cv29().method([v41 for v40 in ['-3.5', 'a', '{}', 'Hello World'] if round(v28) for v41 in range(0)])))
            show(n, clean(Cv29().method(1)))
            class Cv42(MyDict):
                attr = v28
                def method(self, v43):
                    show(n, clean('a'))
                    show(n, clean(Box(26)))
                    v44 = '{}'
                    return self
            show(n, clean(Cv42((lambda v45: ({v46: [v23, ..., v23] for v46 in ['abc', 'aaa', 'ß', 'é1']} if ('Hello World' % ((v47 := v23), v47)) else v19[-4]))('a')).method(((v28[(float('inf')).hex()] in ((v50 := v19[6]), v50)) if v22 else (~0.1)))))
            show(n, clean(Cv42((lambda v45: ({v46: [v23, ..., v23] for v46 in ['abc', 'aaa', 'ß', 'é1']} if ('Hello World' % ((v47 := v23), v47)) else v19[-4]))('a')).other()))
            raise Exception(v28)
        except ZeroDivisionError as v51:
            show(n, clean(v51), type(v51.__context__).__name__)
            v52 = 0
            while v52 < 0:
                v52 += 1
                MyList([])
                if v19.copy(): continue
            del v23[6]
            raise TypeError(v23) from v51
    except Exception as e: show(n, clean(e))
    try: show(n, 'v18', clean(v18))
    except NameError: show(n, 'v18', 'unbound')
    try: show(n, 'v19', clean(v19))
    except NameError: show(n, 'v19', 'unbound')
    try: show(n, 'v22', clean(v22))
    except NameError: show(n, 'v22', 'unbound')
    try: show(n, 'v23', clean(v23))
    except NameError: show(n, 'v23', 'unbound')
    try: show(n, 'v25', clean(v25))
    except NameError: show(n, 'v25', 'unbound')
    try: show(n, 'v28', clean(v28))
    except NameError: show(n, 'v28', 'unbound')
run(16, case16)
def case17(n=17):
    def v1(v2, *v3):
        for v7 in {}.items():
            show(n, clean(((+v3) + (lambda *v8: Sub((2**64)))(v3, (['{}', 'a'].pop(-3) == v3)))))
            v3 = MyList([])
        if (Sub(82) if ((v9 := (Box(98), v7, )), v9) else b'abc'.join([b'\x00\xff', b'a'])):
            v10 = 1j
            v10 = (lambda **v11: ((v12 := v7), v12))(a=(v10 < None != Box((False))))
        v15 = (not (v7 not in list(map(lambda v14: Box([]), (Box((False)) if range(1) else v2)))))
        return iter(v10[4:3:6])
    show(n, clean(v1(((2**31) >> 52))))
    show(n, clean(v1(b'a', v3=Box([60, 70, (2), 24])[2:1])))
    try:
        match list(map(lambda v18: ((v19 := (v18 == 123456.789[(8, '12')] >= v18)), v19), (1j if list(enumerate(['  x y ', 'AbC', 'abc'])) else b'1 2'))):
            case v23 if sorted([v24 for v24 in v23 if {18}.update(['-3.5', '%d']) for v25 in range(0)], key=repr):
                (({*{v}} is not None)).__class__.__name__
            case 'a,b,,c' if (1.5).v:
                if (-6 << 20):
                    show(n, clean(v26))
                    v23 = v26[-1:-4:-1]
                elif f'{{{v26!a}-{v23!r:d}':
                    del v23[3]
                    del v23[-1]
            case None if v27:
                try:
                    v28 = list(v26)
                finally:
                    v28 = {'12': v26}.get(None)
            case _: show(n, 'none')
    except Exception as e: show(n, clean(e))
    try: show(n, 'v23', clean(v23))
    except NameError: show(n, 'v23', 'unbound')
    try: show(n, 'v26', clean(v26))
    except NameError: show(n, 'v26', 'unbound')
    try: show(n, 'v27', clean(v27))
    except NameError: show(n, 'v27', 'unbound')
    try: show(n, 'v28', clean(v28))
    except NameError: show(n, 'v28', 'unbound')
run(17, case17)
run(18, lambda: ([96], ))
run(19, lambda: [(2**31), 97, 1])
run(20, lambda: ('a' % (lambda *v1: ((67).to_bytes(-4, 'big') / {'ß': 1.5, 43: v1, None: v1}))(Box(71), Box(-2))))
def case21(n=21):
    try:
        v1 = (({(7, 'a'): (range(2) == {24, 26})} // 'Hello World') is not ...)
    except Exception as e: show(n, clean(e))
    def v2(v3, v4):
        del v1[-4:]
        def v5(v6):
            *v7, v8 = []
            yield ((v1 if (-Box((1))) else f'{{{[53, 7, 32, 96]!a}') is not ...)
            return ((-20 >> 24) > {v10: '  x y ' for v10 in (MyDict(v8) and MyList([77])) if v10})
        show(n, clean([x for x in v5(list(map(str, (v3 + v3))))]))
        return {'%d': (v4).imag}
    show(n, clean(v2(('-3.5' % v1.as_integer_ratio()))))
    try:
        ((v17 := range(7)), v17)
    except Exception as e: show(n, clean(e))
    try:
        with Box(0) as v18:
            v19 = {10, 25, 21}.remove(v18.extend(['%d', 'aaa', ('ß' % 'AbC'.join(['12', 'Hello World', 'aaa']))]))
            v19 = {'  x y ': v1, (2, 'ß'): ('AbC' % f'x {v1!a}'), '  x y ': v18}[:8]
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v18', clean(v18))
    except NameError: show(n, 'v18', 'unbound')
    try: show(n, 'v19', clean(v19))
    except NameError: show(n, 'v19', 'unbound')
run(21, case21)
def case22(n=22):
    try:
        v1 = []
    except Exception as e: show(n, clean(e))
    for v2 in [v1, 'a,b,,c', (2**64)]:
        for v3 in []:
            v2[(0, 'a')] = {}
        v2[8:-3] = (1j % ('Hello World' % (lambda v4=1j: Sub((0)))()))
        try:
            v5 = ('a,b,,c' % v1)
            v2 = True
            v8 = (-((v6 := ({v7: v5 for v7 in 1j} if MyDict({None: Box(0), (0, 'AbC'): {(6, 'Hello World'): 96}, (2**64): MyDict({(2, 'x\ny\n'): 96, (3, 'ß'): (-1)})}) else (False).v)), v6))
        except LookupError as v9:
            show(n, clean(v9), type(v9.__context__).__name__)
            (... ^ v5[0:0:4])
            raise ValueError(v2) from v9
        except KeyError as v10:
            show(n, clean(v10), type(v10.__context__).__name__)
            show(n, clean(v2[f'x {v5!a}']))
            Box((255))
            show(n, clean((list.__len__(v1.as_integer_ratio()) if (v3).__class__.__name__ else range(0))))
            raise
        else:
            v12 = v8
            v13, v14 = ['é1', 'aaa', 'ß']
        finally:
            {8, 41}
            v2 //= v8
    else:
        v16 = ((v15 := v2), v15)
        if v5:
            del v5
            v17 = v5.popitem()
        elif v12:
            del v17
            *v18, = [0]
            v5 |= (not 123456.789[4:-4:3])
        else:
            show(n, clean(-0.0))
    try:
        v19 = 0
        while v19 < 3:
            v19 += 1
            show(n, clean(ascii(v14)))
            v20 = v8.split('aaa', (10**20))
    except Exception as e: show(n, clean(e))
    if v2:
        class Cv21(Exception):
            attr = (('%5d' % (-1))).real
            def method(self, v22):
                v23 = f'{self.attr}'
                self.attr %= self
                self = (self + None)
                return b'\x00\xff'
        show(n, clean(Cv21(v13).method(v5)))
        show(n, clean(Cv21(v13).method(1)))
        class Cv24(Exception):
            attr = v5[:]
            def method(self, v25):
                self[-4:5] = ('Hello World' % v25)
                self.attr[-4] = self.attr
                show(n, clean(range(4)[7:2]))
                return f'{{{self}'
            @property
            def other(self): return ...
        show(n, clean(Cv24(Box(98)).method((v16 if 33 else v8))))
        show(n, clean(Cv24(Box(98)).other()))
    elif ((v8).start).__class__.__name__:
        with Box(2) as v26:
            ('  x y ' % [98, (1), 47, 52])
            v27 = v26
            v28 = v12
        def v29(v30, *, v31=(((v12).v).real if MyDict({}) else v13)):
            v32 = v18
            v5[0] = list((f'x {v31!s}-{v12!a}' if 1 else v30[6]))
            v26 = pow((-7), -4)
            return Box([91])
        show(n, clean(v29()))
        show(n, clean(v29(*['-3.5', 'x\ny\n', 'a,b,,c'])))
        def v37(v38, *v39):
            v42 = ({16, 32, 45}['aaa'] if ((lambda v40: {8, 16, 33})(('a' & v5)) and v20) else v12)
            v18['-3.5'] = v20
            v13 = (isinstance(b'\x00\xff', type(None)) if ((list(v8 for v43 in v39) & (v28 if v38 else v3)) and v26) else type('12'[[]]))
            return (not sorted([b'a' for v44 in Sub((255)) if b'abc'], key=repr))
        show(n, clean(v37(*['aaa', '  x y ', 'aaa'])))
        show(n, clean(v37((-1))))
    else:
        try:
            v47, *v48 = (MyList([]) if v16 else sorted([MyList([]) for v49 in (dict(v8) or v1) for v50 in range(2)], key=repr))
        except ArithmeticError as v51:
            show(n, clean(v51), type(v51.__context__).__name__)
            show(n, clean(None))
            *v52, = ()
            v2[14] = v1.items()
        except Exception as v54:
            show(n, clean(v54), type(v54.__context__).__name__)
            v8 ^= ((v55 := []), v55)
            del v16[3]
            v57 = ((v56 := ('  x y ' % (50 >> 53))), v56)
        else:
            v58, = (v48, f'{{{v13:<4}-{40!r}-{Box([])!s:+}', )
            v59, v60, v61 = frozenset(v16['aaa'])
            del v58[3:]
        with Box(0) as v62:
            del v48[1]
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v12', clean(v12))
    except NameError: show(n, 'v12', 'unbound')
run(22, case22)
