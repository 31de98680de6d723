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
        v1, = [('%(a)s' % (-2.25).is_integer()), (), '-3.5']
    except Exception as e: show(n, clean(e))
    try:
        if ({6, 24, 25} - [v2.count((-11 and range(1))) for v2 in v1 for v3 in range(0)]):
            del v1
        v1[4] = ((v1 if f'{{{[42]!s:}' else len(tuple(v1))) if '' else v1)
        try:
            v5 = 'abc'
        except ValueError as v6:
            show(n, clean(v6), type(v6.__context__).__name__)
            v7 = ({}).args
            v9 = ((v8 := (('' % v7), f'{{{False:x}-{1j!a}', )), v8)
            v10 = list(map(str, v9))
        except KeyError as v11:
            show(n, clean(v11), type(v11.__context__).__name__)
            v12 = v1
            v14 = (1e300).__eq__([v9 for v13 in ['a,b,,c'] if str(('%d').imag)])
            v15, v16, v17 = (v14, '-3.5', )
    except MyError as v18:
        show(n, clean(v18), type(v18.__context__).__name__)
        with Box(1) as v19:
            del v7[-3]
        with Box(1) as v20:
            v14 = (Sub(97)).qx
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v9', clean(v9))
    except NameError: show(n, 'v9', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
    try: show(n, 'v12', clean(v12))
    except NameError: show(n, 'v12', 'unbound')
run(1, case1)
run(2, lambda: ((v1 := sorted([v2 for v2 in ...[(-3, '')]], key=repr)), v1))
run(3, lambda: range(-2)[(f'x {Box(92)!s}-{Box([(37 << 56), 84, 72, 98]):5}' % 81)])
run(4, lambda: 10)
run(5, lambda: range(5))
def case6(n=6):
    v1 = None[MyList(3.0[:])]
    def v2(v3):
        try:
            v3 /= v1
            v4 = v1
            v5 = (v1 or (MyList(['aaa', '{}', '12', '-3.5']) or ('aaa' % v4)))
        except ArithmeticError as v6:
            show(n, clean(v6), type(v6.__context__).__name__)
            v8 = MyList([(True), (MyList([(Sub(88) not in [])]) if [(v4 - v3) for v7 in [6, '  x y ']] else MyDict({})), 88])
        except ZeroDivisionError as v9:
            show(n, clean(v9), type(v9.__context__).__name__)
            v1[3] = sorted([Box(-14) for v10 in ... if {None: {40: v4}, (8, 'é1'): True, (6, 'AbC'): v10} for v11 in range(2)], key=repr)
            del v4
            v16 = (((v14 := ((v1 if v3 else {2, 16, 32, 19}) if sorted([() for v15 in v1], key=repr) else (Box(86) or MyList([87])))), v14) - ((not ['AbC', '%d', '{}', 'Hello World'].sort()) if (lambda v12=(v8 if v1 else []): ('%d' % b'\x00\xff'))() else (v5 if Sub(v3) else int.__add__('-3.5', '%d'))))
        finally:
            v1 = v8
            v17, v18, v19 = (lambda **v20: v20)(a=Sub((False)))
            v24, = '  x y '.encode()
        if ((v17 is not None) / (((v19 + MyList([54, (255), 92, 76]))).v).numerator):
            v24[(7, '  x y ')] = Box(7)
            del v24
            del v16[-2:]
        else:
            v17 *= 7
        for v25 in []:
            v28, v29 = [97, '']
        yield (f'{1e-7:.2f}-{v17}-{Sub(44)!s:d}').stop
        for v3 in [4]:
            yield v18
    show(n, clean([x for x in v2(float('inf'))]))
    try:
        def v30(v31):
            def v32(v33, *v34):
                (+((not 1j) | ((v35 := (lambda v36=(20, 51, 43, ): v1)()), v35)))
                v31 = []
                v37 = next(iter(v34[None]))
                return range(-4)
            show(n, clean(v32(*[(255), '-3.5', (0)])))
            show(n, clean(v32(v1[5], range(2))))
            v1 *= 8
            yield v31
            return MyList([22, [(lambda *v40: v39[(-3, 'ß')])(Sub(28), v31) for v39 in [1j[:-1:2], 1j, 89] if len((b'a').real)], range(6)[-3:3:3]])
        show(n, clean([x for x in v30(Box(['a,b,,c']))]))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
run(6, case6)
run(7, lambda: bool(f'{{{67:e}'))
def case8(n=8):
    try:
        try:
            show(n, clean(44))
        except AttributeError as v1:
            show(n, clean(v1), type(v1.__context__).__name__)
            with Box(2) as v2:
                del v2
            raise MyError((v2, set(v2), v2, ).index((v2 in list(map(lambda v3: [()], sorted([v2 for v7 in v2], key=repr)))))) from v1
    except Exception as e: show(n, clean(e))
    try:
        v2 = b'abc'.startswith(b'1 2')
    except Exception as e: show(n, clean(e))
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
run(8, case8)
def case9(n=9):
    try:
        v1 = Box(-1)
    except Exception as e: show(n, clean(e))
    with Box(0) as v2:
        v3 = 0
        while v3 < 3:
            v3 += 1
            v1[(2, '  x y ')] = (False // [(2**63-1), float(Box((10))), v1, 19])
            v1
            v2 = list(list(True for v5 in v2 if v4) for v4 in ['x\ny\n', (-1), (10)])
        try:
            show(n, clean(v1[{(-2, 'abc'): v2, None: ((Box(50) + v1) if v2 else '{}'.upper()), (255): MyDict({(5, ''): (v2 if () else [7, -13]), '{}': v2})[4::-3]}]))
            v2 |= f'{v2:5}-{v1!s}'
            v6, v7, v8 = (Sub(93), v1, (format(True, '^7')).stop, )
        except AttributeError as v9:
            show(n, clean(v9), type(v9.__context__).__name__)
            v10, = [(-7), 90, 48, (-1), (-7)]
            v11 = (((False).imag is not ...) and ['%d', 'a,b,,c', '12', 'é1'])
            v17 = list(map(lambda v12: False, ((v15 := ((v16 := v1), v16)), v15)))
    v19 = (lambda **v18: v8[1])(a=(v2 <= v6))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
run(9, case9)
def case10(n=10):
    v2 = (({None: []}).nope ^ ((v1 := Sub((2**63-1))), v1))
    try:
        v2
    except Exception as e: show(n, clean(e))
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
run(10, case10)
run(11, lambda: range(0))
run(12, lambda: next({29, 24, 1, 15, 16}))
def case13(n=13):
    try:
        try:
            (Box(55) if True[('AbC' if 'abc' else 67)] else (92 >> 40))
            b''.upper()
            v1 = ().count('%d')
            raise ValueError(((v1 or v1[:]) / Box(45)))
        except KeyError as v2:
            show(n, clean(v2), type(v2.__context__).__name__)
            v1 *= -3
        except Exception as v3:
            show(n, clean(v3), type(v3.__context__).__name__)
            match sorted([v5 for v4 in [(255), (2), -2] if (1j).qx for v5 in range(1)], key=repr):
                case {'%d': [v8, _]} if (64 ** 3):
                    v10, v11 = ['é1', 34]
                    v10 /= v8
                case v12 if v7:
                    v12[(-4, 'abc')] = 69
                    v12[1:4] = v8
                case _: show(n, 'none')
            show(n, clean(v9))
            raise
    except Exception as e: show(n, clean(e))
    show(n, clean((lambda **v13: v12)(a=v8)))
    try:
        v14 = v1
    except Exception as e: show(n, clean(e))
    try:
        try:
            v12
            v12[(7, '%d')] = (Sub(9)).numerator
        except Exception as v15:
            show(n, clean(v15), type(v15.__context__).__name__)
            def v16(*v17, **v18):
                *v19, v20, v21 = {None: v6}
                return []
            show(n, clean(v16((1j if Box(['a', 'AbC']) else min(v7, repr(-0.0))), v18=(sum(list(map(lambda v23: v6, (1j, )))) ^ v9))))
            def v24(v25, *, v26=range(((() * 6) and 1j))):
                nonlocal v12
                v27 = (b'\x00\xff'[(-3, '-3.5')] - f'{{{v1!s:<4}-{v12:05}-{v11}')
                return max(v10)
            show(n, clean(v24([v29 for v28 in '12' if MyList([1e16, (1e16).as_integer_ratio(), 'ß', 'a']) for v29 in range(0)], v26=(+v7))))
        finally:
            def v35(v36):
                del v14[-2]
                yield v8
            show(n, clean([x for x in v35((lambda **v37: (list('aaa' for v38 in []) or {v39: Box(54) for v39 in None[-3:7]}))(a=1j))]))
            try:
                v14 = 'abc'.isdigit()
                v8 -= v11[((v41 := Sub(68)), v41)]
            except KeyError as v42:
                show(n, clean(v42), type(v42.__context__).__name__)
                v14.copy()
    except Exception as e: show(n, clean(e))
    try:
        v9.split()
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v9', clean(v9))
    except NameError: show(n, 'v9', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
run(13, case13)
run(14, lambda: 'a,b,,c')
run(15, lambda: MyList([[-10 for v1 in [4] if '-3.5'.rfind('a,b,,c')], 'AbC', set(((v2 := (1j, None, Box([61, 67]), ).count([(2**63-1), 64, 42, (-1)])), v2))])[None])
run(16, lambda: Sub(27))
def case17(n=17):
    try:
        v1 = (-1)[Box(4)]
        def v2(v3):
            show(n, clean(b'a'))
            v3[-4] = 1j
            del v3[-3]
            yield sum(v1.split())
            for v3 in ['Hello World', 'AbC']:
                yield bytes(v3)
        show(n, clean(list(v2(v1))))
        def v4(*v5, **v6):
            nonlocal v1
            v8 = ((v7 := (v6 and v5)), v7)
            v9 = False
            v6[-4:5] = ('a' % Box((2**31)))
            return {-17: v6, 76: Sub((MyInt(5))), 'ß': (float((v5).real), ((v5 & Sub(79)) % v1[:]), v6, )}
        show(n, clean(v4(b'1 2', v6=Box([]))))
        show(n, clean(v4(b'1 2', v6=Box([]))))
    except IndexError as v10:
        show(n, clean(v10), type(v10.__context__).__name__)
        def v11(v12):
            del v12[4]
            v13 = list((v1 * 4))
            yield (v13 == MyDict({21: (lambda **v14: Box(34))(a=v12)}))
            return []
        show(n, clean(next(v11('AbC'))))
    except ValueError as v17:
        show(n, clean(v17), type(v17.__context__).__name__)
        v1 = [MyList(['a,b,,c', 7, 13]) for v18 in MyList([(MyInt(5)), (2), (0), (-2**63)]) for v19 in range(0)]
        v1 *= -4
        show(n, clean((19).to_bytes(0, 'big')))
    else:
        with Box(2) as v20:
            v1 &= 'abc'
            v20
        class Cv21:
            attr = 40[8:0]
            def method(self, v22):
                self |= (ord(Box(9)[self.attr]) if Sub(71) else f'x {Sub(49)!a:#x}')
                self[6] = self
                return ()
        show(n, clean(Cv21().method(('AbC'[:3:], ))))
        show(n, clean(Cv21().attr))
        show(n, clean(v20))
    finally:
        v1 /= ()
        v23 = 0
        while v23 < 0:
            v23 += 1
            v25 = v20.remove((list(map(lambda v24: (() // v20), ['%d', 'aaa', 'ß', 'Hello World'])), v20, ))
            v1 = v25
    v1[7] = v20
    try:
        try:
            v20
            v26, *v27 = ((+Sub(61)), (('%(a)s' % (0.0[4:] ^ ((False) or range(2)))) if ('AbC' % (~v20)) else {(2, 'a'): sorted([Box((-2**63)) for v28 in (0.1).as_integer_ratio() if MyDict({None: v1, None: MyList(['Hello World', 21, 16]), (-2, 'a'): {41}})], key=repr), 81: [9, v1, 46], (1): ((20).imag is None)}), )
        except Exception as v29:
            show(n, clean(v29), type(v29.__context__).__name__)
            v30, v31 = [-12, 7]
    except Exception as e: show(n, clean(e))
    try:
        v32, = ()
    except Exception as e: show(n, clean(e))
    try:
        class Cv33(Exception):
            attr = v26
            def method(self, v34):
                self -= (0 and 'a')
                return None
        show(n, clean(Cv33(v31).method(f'x {v27!r}')))
        show(n, clean(Cv33(v31).attr))
    except Exception as e: show(n, clean(e))
    try:
        v35, v36 = [(2**31), (-7), 41]
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v20', clean(v20))
    except NameError: show(n, 'v20', 'unbound')
    try: show(n, 'v25', clean(v25))
    except NameError: show(n, 'v25', 'unbound')
    try: show(n, 'v26', clean(v26))
    except NameError: show(n, 'v26', 'unbound')
    try: show(n, 'v27', clean(v27))
    except NameError: show(n, 'v27', 'unbound')
    try: show(n, 'v30', clean(v30))
    except NameError: show(n, 'v30', 'unbound')
run(17, case17)
run(18, lambda: ('%-5s|' % (MyDict({25: 1j, '  x y ': MyList([(10**20), -10, (MyInt(5)), 64])}) if None else list(v1 for v1 in []))))
def case19(n=19):
    try:
        for v1 in enumerate([-8, 88, (255), 92, 9]):
            v1[2] = ('%-5s|' % v1)
            def v2(*v3, **v4):
                nonlocal v1
                v5 = (94).conjugate()
                return next((-17 << 55))
            show(n, clean(v2((type(v1[(0, 'x\ny\n')]) == ((v1 or v1) or {7, 39, 5})), [MyList(v1) for v6 in Sub(23) if (~v1[(1, 'é1')]) for v7 in range(2)])))
            show(n, clean(v2(hasattr(['abc'], '__len__'), v4=Box(-18))))
            with Box(1) as v8:
                show(n, clean(v8))
                v8[(7, '{}')] = pow(26, 2, -1)
                v13 = (lambda **v9: v1)(a=v8)
    except Exception as e: show(n, clean(e))
    try:
        match v1:
            case Box(v=Box(v=v16)) if 1j[(v15[5]).qx]:
                match (Box(['{}', '%d', '', '']) >= None):
                    case [None, *v17] if v16.startswith(b'1 2'):
                        del v13[-4:]
                        del v14[8:]
                        v8[7:-2] = True
                    case _: show(n, 'none')
                v15
            case '  x y ' if iter((f'{v14!s}' if str({'é1': v14}) else ((67 > ()) ^ Box(87)))):
                class Cv20(Exception):
                    attr = ('' % 23)
                    def method(self, v21):
                        v21.hex()
                        return (-1)
                show(n, clean(Cv20(f'x {v16!a}').method(1j)))
                show(n, clean(Cv20(f'x {v16!a}').nope))
                match v8.is_integer():
                    case [None, None] if v24:
                        v26 = ('%s' % Box([(list(map(lambda v25: v24, Box([46, 33, -6, 26]))) if MyDict({-19: v1, 'abc': range(4)}) else v19)]))
                        v22 *= 1
                    case _: show(n, 'none')
            case _: show(n, 'none')
    except Exception as e: show(n, clean(e))
    class Cv27:
        attr = b'1 2'
        def method(self, v28):
            v29 = ()
            self.attr = v28
            del self[5]
            return ()
        @classmethod
        def other(self): return ('%d' if self.attr else v29)
    show(n, clean(Cv27().method(MyDict({'12': ([('' % v31) for v31 in v1] ^ ((v30 := v19), v30)), (0, 'a'): f'{{{[41]!r}', (7, 'abc'): v23}))))
    show(n, clean(Cv27().other))
    show(n, clean((f'{{{v17}').start))
    v13 *= 1
    v32 = [v15, 65, (-1), v1]
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v13', clean(v13))
    except NameError: show(n, 'v13', 'unbound')
    try: show(n, 'v14', clean(v14))
    except NameError: show(n, 'v14', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
run(19, case19)
def case20(n=20):
    try:
        v1 = complex(Box(20), [])
    except Exception as e: show(n, clean(e))
    try:
        if v1.conjugate():
            def v2(*v3, **v4):
                nonlocal v1
                show(n, clean(([('%.2f' % (lambda **v6: v4)(a='')), ''].clear() + ((v5 := Box((False))), v5))))
                show(n, clean(range(4)))
                v1 = list(map(lambda v7: v3, v3))
                return (lambda *v8: ('x\ny\n' % v4))({18: v1}, ('AbC' % ((~v1)).stop))
            show(n, clean(v2(8, MyList(['12']))))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
run(20, case20)
def case21(n=21):
    def v1(v2, *, v3=b'a'[:-3]):
        v3 = Box(31)
        return MyList([])
    show(n, clean(v1((123456.789).hex(), int.__add__(1e-7, 'x\ny\n'))))
    try:
        *v12, v13, v14 = (2)[:-4]
    except Exception as e: show(n, clean(e))
    match v12.center(-1):
        case Box(v=v16) if range(8):
            try:
                v17 = None
            except MyError as v18:
                show(n, clean(v18), type(v18.__context__).__name__)
                del v16[6]
                v19 = Box([])
                v20 = 77
            class Cv21(Sub):
                attr = (MyList([])[:-3:8] and [((-0.0 or [32, 13]) is not None) for v23 in v16 for v24 in range(2)])
                def method(self, v22):
                    show(n, clean((self.attr).args))
                    show(n, clean(self.attr))
                    return ((lambda v25=MyDict({})[0::5]: {(8, ''): {3, 4, 3}})() < b'')
                @classmethod
                def other(self): return self.encode()
            show(n, clean(Cv21(float([-6 for v26 in [15, 68, 91, 'AbC'] if f'{{{v13!s:e}' for v27 in range(2)])).method(v13)))
            show(n, clean(Cv21(float([-6 for v26 in [15, 68, 91, 'AbC'] if f'{{{v13!s:e}' for v27 in range(2)])).other))
        case {**v28} if (Box(['ß', 91]) * 5):
            class Cv29(MyDict):
                attr = '%d'
                def method(self, v30):
                    (0.1).__eq__(((None & ord(-4)), {v31: v31 for v31 in MyDict({None: {}, (2, '%d'): [72, 57, 42, 87], None: v30}) if v31}, ((v30).qx).imag, )[1:3:1])
                    v32, v33, v34 = self
                    return v34
                @staticmethod
                def other(self): return v32
            show(n, clean(Cv29(Box(['  x y ', 'abc'])).method(callable((({v37: v13 for v37 in [] if v12} and hasattr(Sub((10**20)), '__len__')) // [max(MyList(['a,b,,c', 'x\ny\n', 'ß', 'a,b,,c'])) for v35 in () for v36 in range(0)])))))
            show(n, clean(Cv29(Box(['  x y ', 'abc'])).method(1)))
        case v38 if MyDict({None: Box(8), '  x y ': ((v39 := Box(59)), v39), 38: v20}):
            try:
                v40 = (v13 if Sub(63) else MyList([58, -8]))
                *v41, = Sub(68)
            except TypeError as v42:
                show(n, clean(v42), type(v42.__context__).__name__)
                v14 /= v38.__mul__(v15)
                v44 = ((('ß' % v14) if list(dict.fromkeys({v43: v20 for v43 in ['-3.5', 'x\ny\n', 'AbC'] if Sub((1))}, Box([31, 0, 32, (2**64), 21]))) else ('12' % (v38 | v40))) + v16)
            except Exception as v45:
                show(n, clean(v45), type(v45.__context__).__name__)
                del v16[-1]
                raise TypeError(((-0.0 ** 3)).__doc__ is None) from v45
        case _: show(n, 'none')
    def v46(v47):
        v17 /= (({None: (v47).real}).__doc__ is None).args
        yield [list((v44.conjugate() or ('%d' % True)) for v48 in v28), 42]
        return ()
    show(n, clean([x for x in v46(Sub(25))]))
    class Cv50(Box):
        attr = (-v19)
        def method(self, v51):
            v52 = (2)
            v53 = v51
            return MyList(['Hello World', 'abc', '%d'])
        @property
        def other(self): return 1j
    show(n, clean(Cv50(v13).method(v38.hex())))
    show(n, clean(Cv50(v13).method(1)))
    try:
        abs(v15)
    except Exception as e: show(n, clean(e))
    try: show(n, 'v12', clean(v12))
    except NameError: show(n, 'v12', 'unbound')
    try: show(n, 'v13', clean(v13))
    except NameError: show(n, 'v13', 'unbound')
    try: show(n, 'v14', clean(v14))
    except NameError: show(n, 'v14', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
    try: show(n, 'v17', clean(v17))
    except NameError: show(n, 'v17', 'unbound')
run(21, case21)
def case22(n=22):
    try:
        show(n, clean(()))
    except Exception as e: show(n, clean(e))
    show(n, clean(f'x {(3)!a:,}-{83!s}'))
    match all(list(map(lambda v1: (+v1), ((v7 := Box([-4, 87, (True), 72, (0)])), v7)))):
        case [{**v9}, *v8] if v8:
            try:
                v10 = v9
                v11, v12 = [(-2**63), (MyInt(5)), 79, 67, (MyInt(5))]
            except MyError as v13:
                show(n, clean(v13), type(v13.__context__).__name__)
                del v9
                v10[8] = (Box(98) if v11 else v11)
                v12 %= f'x {v12:e}-{v10!r}-{v12!s}'
            except ZeroDivisionError as v14:
                show(n, clean(v14), type(v14.__context__).__name__)
                v12[6] = v11
                del v9
            else:
                v15 = v11.splitlines()
                v11 = (range(-2) and Box((0)))
                v16 = v9
            try:
                show(n, clean(('x\ny\n' % Box([Sub((1)), 23, 14]))))
                v17 = (((v15 and v11) - f'{v12}-{v11!a:.3}')).stop
            except AttributeError as v18:
                show(n, clean(v18), type(v18.__context__).__name__)
                del v15[7:]
        case 1 if v15:
            v20 = list(dict.fromkeys(Box(['a,b,,c']), f'x {v15}-{v19}-{v12!r}'))
        case _: show(n, 'none')
    class Cv21:
        attr = [v11 for v23 in [-4, 77, (2)] if ('AbC' % v19)]
        def method(self, v22):
            del v22[8:]
            return f'x {self.attr!s:g}-{self!a}-{v22:%}'
    show(n, clean(Cv21().method([][:-2])))
    show(n, clean(Cv21().other))
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v9', clean(v9))
    except NameError: show(n, 'v9', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
    try: show(n, 'v11', clean(v11))
    except NameError: show(n, 'v11', 'unbound')
    try: show(n, 'v12', clean(v12))
    except NameError: show(n, 'v12', 'unbound')
    try: show(n, 'v15', clean(v15))
    except NameError: show(n, 'v15', 'unbound')
run(22, case22)
