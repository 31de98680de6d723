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
        match (not 'AbC'):
            case v1 if v1.__lt__(sorted([v1 for v2 in [] if v2], key=repr)):
                try:
                    v1['a,b,,c'] = (1j if v1 else ((85 or sorted(v1, reverse=True))).__doc__ is None)
                    v1[-1] = (v1[:-1:] if v1 else v1)
                    v1 = (-7)[6:]
                finally:
                    v1 |= v1
                    v3, v4 = v1
                match (('ß' % list(map(lambda v5: 1e16, ord(1e300)))) | Box(20)[-3:0]):
                    case None if v4:
                        del v1[-3:]
                        del v3[-3:]
                    case None if v3:
                        v8, v9 = [b'a', 10, (((MyInt(5))).__lt__(f'{{{v3!r}') | any(19[1])), (-7)]
                        v4 = (v9 or '')
                    case None if Box(int.__add__('ß', v1.count(v4))):
                        v11 = float(str.upper('a,b,,c'))
                        del v7[-1:]
                        v12 = ('' % range(7))
                    case _: show(n, 'none')
                v10 = 'ß'
            case list(v13) if v3:
                v12[7:]
                v14 = 0
                while v14 < 1:
                    v14 += 1
                    v6 //= [v11[0], (v1 and {9, 8}), (10)]
                    del v10
            case '%d' if (+((v9 == list(v3 for v16 in v6))).v):
                *v17, = [b'1 2'[5] for v18 in (v1 if [(1e-7 if Box(71) else b'1 2') for v19 in [v13, MyDict({'%d': -2.25}), (lambda *v20: v3)(v4, {37, 2}), None[:-1:]] for v21 in range(1)] else ((+False)).__class__.__name__) for v22 in range(2)]
                if ((v23 := (MyList([72, 26, 23])[-2] if v8 else v1)), v23):
                    v24 = v6
                    v6 |= ((v25 := f'{{{v15!s}-{v7}'), v25)
                elif v3:
                    del v13[1:]
                else:
                    v24
                    v12 &= (v24 & v10)
                    Sub(1)
                del v24[6:]
            case _: show(n, 'none')
    except Exception as e: show(n, clean(e))
    try:
        v6 = v9
    except Exception as e: show(n, clean(e))
    try:
        v6[4:7] = (v4 if (~v17) else v15)
    except Exception as e: show(n, clean(e))
    try:
        *v26, v27, v28 = (f'x {(3):}-{v10:*^9}-{v10!a:,}', )
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v3', clean(v3))
    except NameError: show(n, 'v3', 'unbound')
    try: show(n, 'v4', clean(v4))
    except NameError: show(n, 'v4', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
run(1, case1)
run(2, lambda: Box(95))
def case3(n=3):
    try:
        for v1 in {80: True}.items():
            if (1j * 7): break
            v1[-2:2] = f'x {v1}-{v1!r}-{v1!a}'
            def v2(v3, v4=Sub(47)):
                show(n, clean(False))
                v3
                v1[4:1] = v1
                return all(v3.get((8, '  x y ')))
            show(n, clean(v2({40, 30, 42, 40}, v4='a')))
    except Exception as e: show(n, clean(e))
    try:
        match Box(17):
            case v7 if (v1 and v1):
                del v7[6:]
            case 3 if Sub((0)):
                show(n, clean(f'x {v1}-{v8!s}-{Box([]):%}'))
            case None if v7:
                v13 = (v1 * -3)
                v11[-4:7] = (next(iter({5, 7, 39, 19, 8}), None) / (v7, {93: v13, None: v13, None: v8}.get(None, b'1 2'), print(('abc' <= {5, 19}), range(7), sep='abc', end='|\n'), ).index(f'{v13}'))
                def v14(v15, /, v16=-3):
                    f'x {v11!a}-{v13!s}-{v13!s:^7}'
                    v13 = Box(52)
                    return 'a,b,,c'.count('aaa')
                show(n, clean(v14(({None: Box(33), (-1, '12'): f'x {Sub((True))}-{v11!a:+}', 17: Sub(95)}[5] > Box((1))), (-(lambda v19=f'{v8}': v19)()))))
            case _: show(n, 'none')
    except Exception as e: show(n, clean(e))
    try:
        del v8
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v11', clean(v11))
    except NameError: show(n, 'v11', 'unbound')
    try: show(n, 'v13', clean(v13))
    except NameError: show(n, 'v13', 'unbound')
run(3, case3)
run(4, lambda: Box([4, 4, -18]))
run(5, lambda: ['12', 'x\ny\n', 95])
def case6(n=6):
    try:
        if 'é1':
            v1 = 0
            while v1 < 3:
                v1 += 1
                v2 = Box(-8)
            {48, 34, 43, 5}
        elif ['aaa', 9].count(list(range(4, 4))):
            def v3(v4):
                show(n, clean(v4))
                yield v2.lstrip('x\ny\n')
            show(n, clean(next(v3(((0) ** 2)))))
            v6 = sorted([(None[-4:7] / v5.pop(20, (v2 // {None: 30, (8, 'abc'): (10)}))) for v5 in ['Hello World', v2, (-7)]], key=repr)
        else:
            try:
                v7 = 1j
            except TypeError as v8:
                show(n, clean(v8), type(v8.__context__).__name__)
                v9 = v6
                v11 = next(iter((list(map(lambda v10: v9.expandtabs(5), v2))).start), round(v7, 0))
                v12 = ('  x y ' % {43, 18, 39}.intersection([(True or None), 8]))
            except LookupError as v13:
                show(n, clean(v13), type(v13.__context__).__name__)
                any(('a,b,,c' % (+v12[2])))
                v14 = 87[None]
                v12 += v7
                raise
            v15 = f'x {v12!s}'
    except Exception as e: show(n, clean(e))
    try:
        for v16 in enumerate(['  x y ', '  x y ', [(1), 45]]):
            v17 = v14
            v18 = 0
            while v18 < 2:
                v18 += 1
                v16.values()
                v6 = abs(MyDict({(0, 'a'): {None: None, (-2, '  x y '): ((v19 := True), v19)}[:], None: 2.675, 58: 93}))
        else:
            show(n, clean(sorted([(~(-(85 / -2))) for v20 in [-10, 26] if v9], key=repr)))
    except Exception as e: show(n, clean(e))
    try:
        try:
            show(n, clean((lambda v21=(((v14).__doc__ is None and (Sub(21)).numerator), sorted([(Box(-1)).imag for v22 in None], key=repr), Box([{32}.issubset(['-3.5', 'é1']), (v2 and ['é1'])]), )[-2]: (v21 - complex(v2)))()))
            raise ValueError(v12)
        finally:
            def v23(v24):
                (lambda **v25: v24[:1])(a=(Box(95), ).index(v17))
                v24
                yield v24[4]
                for v24 in [-16, 38, (-7)]:
                    yield dict(list(v11 for v28 in ((v17 if {49, 47, 5, 30} else range(-4)) if ('a' % v24) else (... not in 1j))))
                return v7
            show(n, clean(next(v23((0.1).__eq__(v16)))))
            class Cv30(Exception):
                attr = list(map(lambda v32: Sub(-4), f'{{{v6!a}'))
                def method(self, v31):
                    v37 = ('abc' % self[-2:3:1])
                    *v38, v39, v40 = [78, 51]
                    v39 = (Sub(56) if {14, 43, 1, 47} else ((v38 >= [{43, 31, 35, 16} for v41 in self if range(6)] <= b'a'), (None > MyList([(2**63-1)])), self.attr.as_integer_ratio(), ))
                    return iter(self.attr)
                @classmethod
                def other(self): return 0.1
            show(n, clean(Cv30({None: v9.to_bytes(6, 'big')}).method({13, 20, 15, 23})))
            show(n, clean(Cv30({None: v9.to_bytes(6, 'big')}).other))
            def v42(v43):
                show(n, clean(v2))
                yield v7
                yield from v17
            show(n, clean(next(v42(v6[7]))))
    except Exception as e: show(n, clean(e))
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v6', clean(v6))
    except NameError: show(n, 'v6', 'unbound')
    try: show(n, 'v7', clean(v7))
    except NameError: show(n, 'v7', 'unbound')
    try: show(n, 'v9', clean(v9))
    except NameError: show(n, 'v9', 'unbound')
    try: show(n, 'v11', clean(v11))
    except NameError: show(n, 'v11', 'unbound')
    try: show(n, 'v12', clean(v12))
    except NameError: show(n, 'v12', 'unbound')
run(6, case6)
run(7, lambda: ())
def case8(n=8):
    try:
        v1 = None
    except Exception as e: show(n, clean(e))
    v1 = v1
    v1 = ((((v1 ^ ...) or v1) + MyDict({(-4, 'AbC'): (None if {8} else v1), (-3, 'x\ny\n'): MyInt(None)})) and range(-4)[:7:-3])
    try:
        try:
            v2 = sorted(Box([]), key=repr)
            False
            raise IndexError({'abc': 'aaa', (5, 'é1'): Sub(43), (0, 'aaa'): v1.is_integer()})
        except ValueError as v3:
            show(n, clean(v3), type(v3.__context__).__name__)
            if v2:
                v1 += v1
            else:
                v2 /= list({27, 15, 12, 31}.difference([81, (True)]) for v4 in ['12', '', ''])
                v8 = v2
            try:
                show(n, clean(max(v1.popitem())))
            except ValueError as v9:
                show(n, clean(v9), type(v9.__context__).__name__)
                v10 = (2)
                v1 /= ord(Sub(98)[((v11 := v2), v11)])
                v12, v13, *v14 = (({None: list(['  x y '] for v15 in ('  x y ' and Box(79)))} - isinstance((v10).__doc__ is None, list[int])), f'{{{v8!r:zz}-{v10!r:b}', (Box([])[:5] or (not (pow(31, -3) == (Sub(77), ) != (v2).real))), )
            raise MyError(''.join(sorted([b'1 2' for v16 in ['%d', 'abc']], key=repr))) from v3
        finally:
            for v17 in list([][:4])[:5]:
                Sub(43)
                v12[(3, '-3.5')] = v1
                v13[-2:4] = ((v17.center(0) not in {*{v}}) if (~v17) else ({6: v12, (2, 'é1'): (v1).nope} * -3))
    except Exception as e: show(n, clean(e))
    try:
        v18 = 0
        while v18 < 3:
            v18 += 1
            if isinstance((Sub(33) ^ v13), (Sub, MyInt)): continue
            v19 = 0
            while v19 < 3:
                v19 += 1
                v20 = 'x\ny\n'
                show(n, clean(v12))
            if (lambda v21: v2)([(2**31), 29]):
                v1['ß'] = 45
                v22 = v1
                v23 = round(print(Box(['Hello World', 'a', v20]), v13[-3:8], sep='  x y ', end='|\n'), 8)
            else:
                v17 = (~(((MyDict({}) % v20) ^ {None: v10, None: {15}}) if v8 else {34, 42, 13}.discard(range(-3))))
                show(n, clean(...))
            v25 = ((v24 := v22), v24)
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
    try: show(n, 'v12', clean(v12))
    except NameError: show(n, 'v12', 'unbound')
    try: show(n, 'v13', clean(v13))
    except NameError: show(n, 'v13', 'unbound')
run(8, case8)
run(9, lambda: MyDict({(0, ''): (False // ('12' if ((0) >> 26) else '12'))}))
run(10, lambda: (repr({'a': ({47, 20, 38} - MyDict({None: -20})), 'abc': (() if '' else MyList([85, 49, -8])), (-4, 'x\ny\n'): (not Box(19))}) and {2, 20, 9}))
def case11(n=11):
    v1 = {47, 41, 8, 27}
    v2 = (v1 / ('ß' % (Box(v1)({91: 37, 50: -19, (7, 'é1'): 29}, k=v1) if (v1 and 'a,b,,c') else (v1 * -1))))
    class Cv3(Exception):
        attr = v2
        def method(self, v4):
            v5 = (f'{self!a}' is not ...)
            return ((v6 := 35), v6)
    show(n, clean(Cv3(((v7 := (Sub(3), )), v7)).method(v2)))
    show(n, clean(Cv3(((v7 := (Sub(3), )), v7)).attr))
    v2 = (-2.25).hex()
    try:
        v8 = f'{{{v2}-{v1!a}'
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v2', clean(v2))
    except NameError: show(n, 'v2', 'unbound')
    try: show(n, 'v8', clean(v8))
    except NameError: show(n, 'v8', 'unbound')
run(11, case11)
def case12(n=12):
    v1 = (-7 ** 1)
    try:
        del v1[-1:]
    except Exception as e: show(n, clean(e))
    def v2(v3):
        try:
            v1 = (+v1)
        finally:
            v4 = v1.replace(b'a', b'\x00\xff')
            v5 = v1
            ((sorted(v4, key=repr) is not True)).stop
        yield (v1 / issubclass(Sub, set))
        yield from (lambda **v6: list(map(lambda v7: 1j, 79)))(a=1e16)
        return v5
    show(n, clean(dict(enumerate(v2((lambda v12: enumerate(oct((2**64)[-2])))({3, 42, 38, 38}))))))
    v1[0:3] = (56 ** 4)
    try:
        v1 = list((MyDict({(1, 'é1'): v1, None: {}[v13], 64: (lambda **v15: Box(-6))(a=v1)})).args for v13 in [b'abc', 92] if {None: v13[6], (8, '{}'): v13, 50: ((lambda **v14: -18)(a=v1) not in MyDict({(4, 'a,b,,c'): {(False): 36, (-2, '12'): (2**63-1), 81: 42}, 20: MyList([81])}))})
    except Exception as e: show(n, clean(e))
    try:
        v16 = 1j
    except Exception as e: show(n, clean(e))
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v16', clean(v16))
    except NameError: show(n, 'v16', 'unbound')
run(12, case12)
def case13(n=13):
    try:
        def v1(*v2, **v3):
            try:
                v4 = v3[::7]
                list(range(-4, -3))
                raise ZeroDivisionError(f'{{{v2}-{v4!s}')
            finally:
                v5 = (((({14, 49, 7, 27} - v3) if v4[:-3:-3] else (not v4)) // Sub(87)) <= Box(41))
                v6 = Box((False))
                del v2[-4:]
            return (MyDict({}), min(v5, ('  x y ' % [43, 18])), )
        show(n, clean(v1()))
        show(n, clean(v1(1e-7[-2:], v3=((v7 := {14, 13, 46, 15, 2}), v7))))
    except Exception as e: show(n, clean(e))
    try:
        v9, v10, v11 = ()
    except Exception as e: show(n, clean(e))
    def v12(v13, v14):
        v11 = list(('é1'[2:8:5] % ('é1' % 'abc')) for v15 in b'' if v14)
        return list(map(lambda v16: '12'.casefold(), (v13 if ((v19 := Box((2**63-1))), v19) else ('x\ny\n' % v9))))
    show(n, clean(v12(((False)).to_bytes(5, 'big'), [(2)].index(v10, 6))))
    show(n, clean(v12(f'x {v9!s}-{v10:c}-{v10!r}', v14=v9)))
    try:
        v28 = (~v10)
    except Exception as e: show(n, clean(e))
    try: show(n, 'v9', clean(v9))
    except NameError: show(n, 'v9', 'unbound')
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
    try: show(n, 'v11', clean(v11))
    except NameError: show(n, 'v11', 'unbound')
    try: show(n, 'v28', clean(v28))
    except NameError: show(n, 'v28', 'unbound')
run(13, case13)
run(14, lambda: ((1e16).is_integer() <= '  x y '[:]))
run(15, lambda: (([][-2:-3] or (21 >> 56)) / (70 << 40)))
def case16(n=16):
    try:
        match ().index((33 if format(({'x\ny\n': 61}, 'ß', (-2**63), ), '#x') else (True[::] <= (Box(76)).__doc__ is None))):
            case v1 if 'ß'.upper():
                class Cv2:
                    attr = (type(1j) if v1 else v1.isdigit())
                    def method(self, v3):
                        v4 = self.attr
                        show(n, clean([]))
                        v3[None] = Box((True))
                        return self
                    @staticmethod
                    def other(self): return self
                show(n, clean(Cv2().method((not v1))))
                show(n, clean(Cv2().attr))
                v1 = ((v5 := v1), v5)
            case _: show(n, 'none')
    except Exception as e: show(n, clean(e))
    v1 /= v1
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
run(16, case16)
run(17, lambda: ('abc' % (lambda **v1: (('%.2f' % 0.0) and v1))(a=int('é1'))))
def case18(n=18):
    with Box(0) as v1:
        show(n, clean((~v1)))
        v1 = v1
        v2 = 0
        while v2 < 3:
            v2 += 1
            (v1 and (lambda **v3: v3)(a=(('a,b,,c' % v1) ^ ({5, 3} if v1 else -18))))
    v1[5:3] = range(''.join({}.setdefault('Hello World', v1)))
    v5 = (MyList(['AbC', '']) <= v1 < (v1 and ({None: [84], (10): v1, None: 3.0[None]} * '%d')))
    v1 /= ([v5 for v6 in ['aaa', v1, '{}', 91]] if MyList([42, 30]) else [])
    try: show(n, 'v1', clean(v1))
    except NameError: show(n, 'v1', 'unbound')
    try: show(n, 'v5', clean(v5))
    except NameError: show(n, 'v5', 'unbound')
run(18, case18)
def case19(n=19):
    try:
        show(n, clean(26))
    except Exception as e: show(n, clean(e))
    try:
        class Cv1(MyDict):
            attr = ('AbC' if (True) else -2[sorted([({4, 9, 46, 40} if Box([38]) else 'a') for v3 in [[44, (True), (10**20)]]], key=repr)])
            def method(self, v2):
                v4, v5, v6 = (chr(-11[1::8]), list(self.attr for v7 in [] if v7), )
                return ((True) << 69)
            @staticmethod
            def other(self): return v4
        show(n, clean(Cv1((5[:4] < 'Hello World')).method(('a').imag)))
        show(n, clean(Cv1((5[:4] < 'Hello World')).method(1)))
    except Exception as e: show(n, clean(e))
    list(((v9 := hasattr(None, '__len__')), v9) for v8 in MyList(['a,b,,c', (1), 64]))
    v10 = ('a' if {}.pop(None) else (~Sub(37)))
    with Box(2) as v11:
        try:
            v13 = ((v12 := list(range(0, -3))), v12)
            v11 = [(-2**63), {v14: v11 for v14 in f'x {v11!r:#x}-{v10}-{Box(98)!r:zz}'}].copy()
        except AttributeError as v15:
            show(n, clean(v15), type(v15.__context__).__name__)
            v10 = ([42, 24, 52, (2**64), 39].append(v13) & MyList([-1]))
        except KeyError as v16:
            show(n, clean(v16), type(v16.__context__).__name__)
            del v11[6]
        v10 = ((+v10)).qx
        v17 = 0
        while v17 < 2:
            v17 += 1
            show(n, clean((v11[0::] ^ v10)))
            v11 &= []
            v13[-1:2] = v10
    try: show(n, 'v10', clean(v10))
    except NameError: show(n, 'v10', 'unbound')
    try: show(n, 'v11', clean(v11))
    except NameError: show(n, 'v11', 'unbound')
    try: show(n, 'v13', clean(v13))
    except NameError: show(n, 'v13', 'unbound')
run(19, case19)
run(20, lambda: MyDict({}))
run(21, lambda: f'{Sub(31)}-{...}-{85}')
run(22, lambda: {'ß': sorted([v3 for v1 in [53, -20, (3)] if (((v2 := v1), v2) % (v1 or v1)) for v3 in range(2)], key=repr), None: False, 'AbC': (list(MyDict({}) for v4 in [] if list(dict.fromkeys(MyDict({}), 1j)) for v5 in range(2)) if (((v6 := '12'), v6)).imag else 25[-1::])})
