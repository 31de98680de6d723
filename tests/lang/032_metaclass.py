class M(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        ns['added'] = name.lower()
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print('init', name); super().__init__(name, bases, ns)
    def __call__(cls, *a): print('call', cls.__name__, a); return super().__call__(*a)
    def __getattr__(cls, n): return 'meta ' + n
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 7
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return ('item', k)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __add__(cls, o): return ('add', o)
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 1
    def method(cls): return 'class-level ' + cls.__name__
    @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', name, kw); return {'pre': 1}
class K(metaclass=M, opt=1):
    y = 2
    def __init__(self, *a): self.a = a
k = K(1, 2)
print(k.a, K.foo, list(K), len(K), 1 in K, K[3], isinstance(5, K), issubclass(int, K), K, type(K), K + 1, K.method(), K.added, K.pre, k.added)
try: k.method()
except AttributeError as e: print(e)
class K2(K): pass
print(type(K2).__name__, K2.added, K.__name__)
class Singleton(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class One(metaclass=Singleton):
    def __init__(self, v): self.v = v
print(One(1) is One(2), One(3).v)
class Reg(type):
    all = {}
    def __new__(m, n, b, ns):
        c = super().__new__(m, n, b, ns)
        m.all[n] = c
        return c
class R1(metaclass=Reg): pass
class R2(R1): pass
print(sorted(Reg.all), type(R2) is Reg)
class Auto(type):
    def __prepare__(n, b): return {}
    def __new__(m, n, b, ns): return type.__new__(m, n, b, {k: v for k, v in ns.items() if k != 'drop'})
class A1(metaclass=Auto): keep = 1; drop = 2
print(A1.keep, hasattr(A1, 'drop'))
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
try:
    class X3(X1, X2): pass
except TypeError as e: print(e)
class M3(M1, M2): pass
class X4(X1, X2, metaclass=M3): pass
print(type(X4).__name__)
class F(metaclass=lambda n, b, ns: (n, b, sorted(k for k in ns if k[0] != '_'))): q = 1
print(F)
print(type('T', (X1,), {}).__class__.__name__, type(X1)('D', (), {'v': 1}).v)
class Abstract(type):
    def __call__(cls, *a):
        if cls.__dict__.get('abstract'): raise TypeError(f'{cls.__name__} is abstract')
        return super().__call__(*a)
class Ab(metaclass=Abstract): abstract = True
class Co(Ab): pass
try: Ab()
except TypeError as e: print(e)
print(type(Co()).__name__)
