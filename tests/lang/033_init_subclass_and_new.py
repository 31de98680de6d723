class I:
    subs = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); I.subs.append((cls.__name__, tag))
class I1(I, tag='x'): pass
class I2(I1): pass
print(I.subs)
try:
    class I3(I, foo=1): pass
except TypeError as e: print(e)
class N:
    def __new__(cls, *a, **k): print('new', cls.__name__, a, k); return super().__new__(cls)
    def __init__(self, *a, **k): print('init', a, k)
N(1, x=2)
class Sub(N):
    def __init__(self, v): super().__init__(v, 'extra'); self.v = v
print(Sub(3).v)
class Other:
    def __new__(cls): return 5
    def __init__(self): print('not called')
print(Other())
class Cache:
    _c = {}
    def __new__(cls, k):
        if k not in cls._c: cls._c[k] = super().__new__(cls)
        return cls._c[k]
    def __init__(self, k): self.k = k; self.inits = getattr(self, 'inits', 0) + 1
a, b = Cache('x'), Cache('x'); print(a is b, a.inits)
class Int(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(Int(4), type(Int(4)).__name__, Int(3) + 1, Int('ab' and 2))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __init__(self, *a): self.n = len(a)
print(T(1, 2, 3), T(1).n, T() == ())
class S(str):
    def __new__(cls, v, extra=None): o = super().__new__(cls, v.upper()); o.extra = extra; return o
print(S('ab', extra=5), S('x', 1).extra, S('q').extra)
class F(float):
    def __new__(cls, v): return float.__new__(cls, v + 0.5)
print(F(1), F(2) * 2)
class Fz(frozenset):
    def __new__(cls, it): return super().__new__(cls, [x for x in it if x > 1])
print(sorted(Fz([1, 2, 3])), type(Fz([]) | {5}).__name__)
class L(list):
    def __init__(self, *a): super().__init__(a); self.name = 'L'
print(L(1, 2), L(3).name)
class D(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self['init'] = 1
print(D(a=2), D({'q': 1}))
for f in (lambda: object(1), lambda: I(1), lambda: type('A', (), {})(1), lambda: type('A', (), {'__init__': lambda s: 5})(), lambda: type('A', (), {'__new__': lambda c: object.__new__(c)})(1), lambda: type('A', (), {'__init__': lambda s, a: None})(), lambda: object.__new__(), lambda: object.__new__(5), lambda: type('A', (), {'__new__': lambda c, a: object.__new__(c, a)})(1)):
    try: print(type(f()).__name__)
    except TypeError as e: print(e)
class Plug:
    registry = {}
    def __init_subclass__(cls, /, name=None): Plug.registry[name or cls.__name__.lower()] = cls
class Foo(Plug): pass
class Bar(Plug, name='custom'): pass
print({k: v.__name__ for k, v in Plug.registry.items()})
class SN:
    def __set_name__(self, owner, name): owner.names = getattr(owner, 'names', []) + [name]
class HasSN: a = SN(); b = SN(); c = 5
print(HasSN.names)
