class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'V({self.v})'
    def _op(name):
        def f(self, o): return (name, self.v, o.v if isinstance(o, V) else o)
        return f
    for n in 'add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod divmod rdivmod pow rpow lshift rlshift rshift rrshift and rand or ror xor rxor matmul rmatmul'.split():
        locals()[f'__{n}__'] = _op(n)
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
a, b = V(1), V(2)
print(a + b, a + 5, 5 + a, a - b, 5 - a, a * 2, 2 * a, a / 2, 2 / a, a // 2, 2 // a, a % 2, 'x' % a if False else '', 7 % a)
print(divmod(a, 2), divmod(2, a), a ** 2, 2 ** a, pow(a, 3), a << 1, 1 << a, a >> 1, 1 >> a, a & 1, 1 & a, a | 1, 1 | a, a ^ 1, 1 ^ a, a @ 1, 1 @ a)
print(-a, +a, ~a, abs(a), [1] + a, 'a' + a, 1.5 * a, None | a, (1,) * a, {1} - a)
class N:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
for f in (lambda: N() + 1, lambda: 1 + N(), lambda: N() + N(), lambda: N() == 1, lambda: N() != N(), lambda: N() < 1, lambda: 1 < N(), lambda: N() - 1, lambda: -N(), lambda: N() ** 2, lambda: divmod(N(), 1), lambda: N() @ N()):
    try: print(f())
    except TypeError as e: print(e)
class Base:
    def __add__(self, o): return 'base add'
    def __radd__(self, o): return 'base radd'
class Der(Base):
    def __radd__(self, o): return 'der radd'
class Der2(Base): pass
print(Base() + Der(), Der() + Base(), Base() + Der2(), Base() + Base(), 1 + Der(), Der() + 1)
class Vec:
    def __init__(self, *c): self.c = c
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.c, o.c)))
    def __mul__(self, k): return Vec(*(a * k for a in self.c)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self.c, k.c))
    __rmul__ = __mul__
    def __eq__(self, o): return self.c == o.c
    def __repr__(self): return f'Vec{self.c}'
    def __abs__(self): return sum(x * x for x in self.c) ** .5
    def __iter__(self): return iter(self.c)
    def __bool__(self): return any(self.c)
print(Vec(1, 2) + Vec(3, 4), Vec(1, 2) * 3, 3 * Vec(1, 2), Vec(1, 2) * Vec(3, 4), abs(Vec(3, 4)), list(Vec(5, 6)), bool(Vec(0, 0)), Vec(1) == Vec(1), sum([Vec(1), Vec(2)], Vec(0)))
class P:
    def __pow__(self, e, m=None): return ('pow', e, m)
    def __rpow__(self, b): return ('rpow', b)
    def __ipow__(self, e): return 'ipow'
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __complex__(self): return 1j
    def __index__(self): return 3
import math
p = P(); print(pow(p, 2), pow(p, 2, 3), 5 ** p, round(p), round(p, 2), math.trunc(p), math.floor(p), math.ceil(p), int(p), float(p), complex(p), hex(p), [0, 1, 2, 3][p], 'abcdef'[p:], range(p), bytes(p), 'x' * p, math.sqrt(p))
p **= 2; print(p)
