# classes
class A:
    x = 1
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A({self.v})'
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __add__(self, o): return A(self.v + (o.v if isinstance(o, A) else o))
    __radd__ = __add__
    def __neg__(self): return A(-self.v)
    def __bool__(self): return self.v != 0
    def __len__(self): return abs(self.v)
    def __getitem__(self, i): return (self.v, i)
    def __setitem__(self, i, x): print('set', i, x)
    def __delitem__(self, i): print('del', i)
    def __contains__(self, x): return x == self.v
    def __call__(self, *a, **k): return (a, k)
    def __iter__(self): return iter(range(self.v))
    def __enter__(self): print('enter'); return self
    def __exit__(self, *e): print('exit', e[0] and e[0].__name__, e[1]); return True
    def __format__(self, s): return f'<{s}>'
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __index__(self): return self.v
    def __complex__(self): return complex(self.v, 1)
    def __round__(self, n=None): return ('round', n)
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return 'divmod'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __matmul__(self, o): return 'matmul'
    def __iadd__(self, o): self.v += 1; return self
    def __invert__(self): return 'inv'
    def __reversed__(self): return iter('rev')
    def __getattr__(self, n):
        if n.startswith('q'): return n.upper()
        raise AttributeError(n)
    def __bytes__(self): return b'by'
    def __dir__(self): return ['z', 'a']
    def __trunc__(self): return 3
    def __floor__(self): return 4
    def __ceil__(self): return 5
a = A(3)
print(a, repr(a), str(a), f'{a}', f'{a:xx}', f'{a!r:>10}', '%s %r' % (a, a))
print(a == A(3), a != A(3), a < A(4), a > A(1), sorted([A(3), A(1)]))
print(a + 1, 1 + a, a + A(2), -a, bool(A(0)), len(a), a[1], a[1:2], a[1, 2], a[...])
a[3] = 4; del a[5]; print(3 in a, 4 in a, a(1, b=2), list(a), int(a), float(a), complex(a), hex(a), [1,2,3,4,5][a])
with a as q:
    raise ValueError('boo')
print(round(a), round(a, 2), abs(a), divmod(a, 1), a ** 2, pow(a, 2, 3), a @ 1, ~a, list(reversed(a)), a.qwe, bytes(a), dir(a))
import math
print(math.trunc(a), math.floor(a), math.ceil(a))
a += 1; print(a)
try: a.foo
except AttributeError as e: print(e, e.args)
try: a >= A(1)
except TypeError as e: print(e)
try: a - 1
except TypeError as e: print(e)
try: A()
except TypeError as e: print(e)
try: A(1, 2)
except TypeError as e: print(e)
try: A(v=1, w=2)
except TypeError as e: print(e)
print({A(1): 2}[A(1)], len({A(1), A(1)}))
class E:
    def __eq__(self, o): return True
try: hash(E())
except TypeError as e: print(e)
class B: pass
b = B()
def tr(f):
    try: f(); print('ok')
    except Exception as e: print(type(e).__name__, str(e).replace(hex(id(b)), 'ID'))
def setit(): b[0] = 1
def delit(): del b[0]
def iadd():
    global b
    b += 1
def wi():
    with b: pass
def un(): a, c = b
def dl(): del b.x
def ra(): raise b
def rb(): raise B
def rc(): raise 1 from 2
def rd(): raise ValueError from 2
def ex():
    try: 1/0
    except b: pass
for f in [lambda: len(b), lambda: b[0], setit, delit, lambda: iter(b), lambda: next(b), lambda: b(), lambda: -b, lambda: b+1, lambda: 1+b, iadd, lambda: b@b, lambda: 1 in b, lambda: int(b), lambda: float(b), lambda: complex(b), wi, lambda: [*b], lambda: {**b}, lambda: print(*b), lambda: print(**b), un, lambda: b<b, lambda: b.x, dl, lambda: round(b), lambda: abs(b), lambda: divmod(b,1), lambda: b**2, lambda: hex(b), lambda: [1][b], lambda: {}[[]], lambda: ~b, lambda: bytes(b), lambda: reversed(b), lambda: range(b), lambda: chr(b), lambda: 'a'*b, lambda: [1]*b, lambda: f'{b:x}', lambda: '%d' % b, lambda: min(b), lambda: sum(b), lambda: dict(b), lambda: b>>1, lambda: b|1, lambda: isinstance(1,b), lambda: issubclass(b,int), ra, rb, rc, rd, ex, lambda: getattr(b,1), lambda: [1,2][b:], lambda: 'abc'[b], lambda: (1,)[b], lambda: (1,)+[1], lambda: [1]+(1,), lambda: 'a'+1, lambda: 1+'a', lambda: b'a'+'b', lambda: [].foo, lambda: ''.foo, lambda: int.foo, lambda: B.foo, lambda: len.foo, lambda: None.foo, lambda: None[0], lambda: None(), lambda: 'a'(), lambda: (1)(), lambda: {}(), lambda: 1[0], lambda: [1]['a'], lambda: {}['a'], lambda: 'a'['b'], lambda: 'a'[5], lambda: [][0], lambda: ()[0], lambda: b''[0], lambda: range(3)[5], lambda: int('a'), lambda: 5 in 5, lambda: {}<{}, lambda: 1<'a', lambda: []<(), lambda: None<None, lambda: 1/0, lambda: 1//0, lambda: 1%0, lambda: 1.0//0, lambda: 1.0%0, lambda: 0**-1, lambda: 1<<-1, lambda: 'a'%1, lambda: '%d'%'a', lambda: '%s %s'%(1,), lambda: '{}'.format(), lambda: '{a}'.format(), lambda: '%z'%1, lambda: {1,2}[0], lambda: {1}+{2}, lambda: print(1)+1, lambda: b.__class__.__name__.x, lambda: type(b)()]:
    tr(f)
