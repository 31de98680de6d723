# descriptors, properties, slots, mro, super, metaclass
class D:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.n = '_' + name
    def __get__(self, o, t=None):
        if o is None: return self
        return getattr(o, self.n, 'default')
    def __set__(self, o, v): print('set', v); setattr(o, self.n, v)
    def __delete__(self, o): print('delete'); delattr(o, self.n)
class C:
    d = D()
    @property
    def p(self): "doc of p"; return self._p
    @p.setter
    def p(self, v):
        if v < 0: raise ValueError('neg')
        self._p = v
    @p.deleter
    def p(self): del self._p
    @classmethod
    def cm(cls, x=1): return (cls.__name__, x)
    @staticmethod
    def sm(x): return x * 2
    @property
    def ro(self): return 1
c = C()
print(c.d); c.d = 5; print(c.d, c.__dict__); del c.d; print(c.d)
c.p = 3; print(c.p); del c.p
try: c.p
except AttributeError as e: print(e)
try: c.p = -1
except ValueError as e: print(e)
try: c.ro = 1
except AttributeError as e: print(e)
try: del c.ro
except AttributeError as e: print(e)
print(C.p.__doc__, C.cm(), c.cm(2), C.sm(2), c.sm(3), type(C.__dict__['cm']).__name__, type(C.p).__name__)
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S()
print(s.a)
try: s.b
except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)
try: s.__dict__
except AttributeError as e: print(e)
del s.a
try: s.a
except AttributeError as e: print(e)
class S2(S): pass
x = S2(); x.zz = 1; print(x.zz, x.__dict__)
class S3(S):
    __slots__ = ['c']
y = S3(); y.c = 2; print(y.c, y.a)
class A:
    def f(self): return ['A']
class B1(A):
    def f(self): return ['B1'] + super().f()
class B2(A):
    def f(self): return ['B2'] + super().f()
class Z(B1, B2):
    def f(self): return ['Z'] + super().f()
print(Z().f(), [k.__name__ for k in Z.__mro__], Z.mro() == list(Z.__mro__), Z.__bases__, Z.__base__)
try:
    class Bad(A, B1): pass
except TypeError as e: print(e)
try:
    class Dup(A, A): pass
except TypeError as e: print(e)
try:
    class BB(bool): pass
except TypeError as e: print(e)
class M(type):
    def __new__(m, name, bases, ns, **kw): print('new', name, sorted(k for k in ns if not k.startswith('__')), kw); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print('init', name); super().__init__(name, bases, ns)
    def __call__(cls, *a): print('call', cls.__name__, a); return super().__call__(*a)
    def __getattr__(cls, n): return 'meta ' + n
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 7
    def __contains__(cls, x): return x == 1
    @property
    def mp(cls): return 'mp ' + cls.__name__
    def __instancecheck__(cls, o): return o == 5
    def __repr__(cls): return f'<M {cls.__name__}>'
    @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', name, kw); return {}
class K(metaclass=M, opt=1):
    y = 2
    def __init__(self, *a): self.a = a
k = K(1, 2)
print(k.a, K.foo, list(K), len(K), 1 in K, K.mp, isinstance(5, K), K, type(K))
class K2(K): pass
class I:
    subs = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); I.subs.append((cls.__name__, tag))
class I1(I, tag='x'): pass
class I2(I1): pass
print(I.subs)
try:
    class I3(I, foo=1): pass
except TypeError as e: print(e)
T = type('T', (A,), {'x': 5, 'g': lambda self: self.x})
print(T().g(), T.__name__, T().f(), T.__module__, T.__qualname__)
class N:
    def __new__(cls, *a): print('new', a); o = super().__new__(cls); return o
    def __init__(self, *a): print('init', a)
N(1, 2)
class Int(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __add__(self, o): return Int(int(self) + o)
    def __repr__(self): return f'Int({int(self)})'
print(Int(4), Int(4) + 1, Int(4) * 2, isinstance(Int(1), int), type(Int(4) * 2), Int(4) == 8, {8: 1}[Int(4)])
class L(list):
    def append(self, x): super().append(x * 2)
    def __repr__(self): return 'L' + super().__repr__()
l = L([1]); l.append(2); print(l, len(l), l[1], l + [1], isinstance(l, list), type(l[:]), sorted(l))
class Di(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = Di(a=1); d['b'] = 1; print(d, d['zz'], d.get('q'), 'zz' in d)
class St(str):
    def up(self): return self.upper()
    def __len__(self): return 99
print(St('ab').up(), len(St('ab')), St('ab') + 'c', type(St('a') + 'c'), St('a') == 'a', f'{St("x"):>4}')
class Tu(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def x(self): return self[0]
print(Tu(1, 2), Tu(1, 2).x, Tu(1) + (2,), hash(Tu(1)) == hash((1,)))
class F(float):
    def __repr__(self): return f'F({float(self)})'
print(F(1.5), F(1.5) + 1, str(F(2)))
class Ex(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
try: raise Ex(3, 'm')
except Ex as e: print(e, repr(e), e.args, e.code)
class At:
    def __getattribute__(self, n): return 'ga ' + n
    def __setattr__(self, n, v): print('sa', n, v)
    def __delattr__(self, n): print('da', n)
o = At(); print(o.x); o.y = 1; del o.z
class Op:
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
print(Op() == 1, Op() != 1)
try: Op() < 1
except TypeError as e: print(e)
print(A.f.__qualname__, A().f.__name__, A.f.__name__, C.cm.__func__.__name__, A.__dict__['f'].__name__)
print(super.__name__, super(Z, Z()).f(), super(B1, Z).f)if 0 else None
class Outer:
    class Inner:
        def m(self): pass
    def g(self):
        class Loc: pass
        return Loc
print(Outer.Inner.__qualname__, Outer.Inner.m.__qualname__, Outer().g().__qualname__)
print(type(Outer()), Outer.Inner)
class V:
    a: int = 1
    b: 'str'
print(V.__annotations__)
def fn(x: int, *a: str, y: float = 1, **k) -> bool: pass
print(fn.__annotations__, fn.__defaults__, fn.__kwdefaults__)

