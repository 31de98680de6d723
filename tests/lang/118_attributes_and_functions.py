# attributes, __getattr__, __dict__, vars, dir, type()
class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): pass
a = A()
print(a.__dict__, vars(a), sorted(k for k in A.__dict__ if not k.startswith('__')), hasattr(a, 'y'), hasattr(a, 'z'), getattr(a, 'z', 5), getattr(a, 'x'))
setattr(a, 'w', 3); print(a.w); delattr(a, 'w'); print(hasattr(a, 'w'))
a.x = 10; print(a.x, A.x); del a.x; print(a.x)
try: del a.x
except AttributeError as e: print(e)
A.z = 5; print(a.z); del A.z
try: a.z
except AttributeError as e: print(e)
try: del A.q
except AttributeError as e: print(e)
a.__dict__['dyn'] = 1; print(a.dyn); a.__dict__ = {'n': 1}; print(a.n, hasattr(a, 'y'))
print([n for n in dir(a) if not n.startswith('__')], [n for n in dir(A) if not n.startswith('__')])
print(type(a) is A, a.__class__ is A, isinstance(a, A), issubclass(A, object), A.__name__, A.__qualname__, A.__module__, A.__bases__, A.__mro__, A.__dict__['x'], type(A), type(type(A)))
class B(A): pass
a.__class__ = B; print(type(a).__name__, isinstance(a, B), A.__subclasses__())
print(B.m is A.m, a.m.__self__ is a, a.m.__func__ is A.m, a.m == a.m, a.m is a.m)
class L:
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError('custom bad')
        return n * 2
l = L(); print(l.foo, hasattr(l, 'bad'), getattr(l, 'bad', 'def'))
try: l.bad
except AttributeError as e: print(e)
class RO:
    def __setattr__(self, n, v):
        if n.startswith('_'): super().__setattr__(n, v)
        else: raise AttributeError(f'no {n}')
    def __getattribute__(self, n):
        if n == 'secret': return 42
        return super().__getattribute__(n)
r = RO(); r._x = 1; print(r._x, r.secret)
try: r.x = 1
except AttributeError as e: print(e)
try: r.nope
except AttributeError as e: print(e)
class Proxy:
    def __init__(self, o): object.__setattr__(self, '_o', o)
    def __getattr__(self, n): return getattr(object.__getattribute__(self, '_o'), n)
    def __setattr__(self, n, v): setattr(self._o, n, v)
    def __delattr__(self, n): delattr(self._o, n)
    def __len__(self): return len(self._o)
p = Proxy([1, 2]); p.append(3); print(len(p), p._o)
for bad in [lambda: (5).x, lambda: setattr(5, 'x', 1), lambda: setattr([], 'x', 1), lambda: setattr(object(), 'x', 1), lambda: setattr(int, 'x', 1), lambda: setattr(len, 'x', 1), lambda: delattr(5, 'real'), lambda: setattr(5, 'real', 1), lambda: ''.x, lambda: None.x, lambda: A.x.y, lambda: a.m.x, lambda: A.foo(), lambda: a.foo(), lambda: vars(5), lambda: vars(), lambda: object().x, lambda: print.x, lambda: (lambda: 1).x, lambda: type.x, lambda: A().__dict__['q'], lambda: super().x, lambda: getattr(a, 'b' * 3), lambda: setattr(a.m, 'x', 1), lambda: A.__name__.x, lambda: delattr(A, '__dict__'), lambda: setattr(A, '__name__', 5), lambda: type('X', (), {}).y, lambda: type('X', (5,), {}), lambda: type('X', int, {}), lambda: type(5, (), {}), lambda: object.__new__(5), lambda: A.__init__(), lambda: A.m(), lambda: list.append([]), lambda: list.append(5, 1), lambda: str.join(5, []), lambda: dict.get(), lambda: int.__add__('a', 1), lambda: [].append.foo]:
    try: r = bad(); print('ok', type(r).__name__)
    except Exception as e: print(type(e).__name__, e)
def f(): "doc"; return 1
f.attr = 5; print(f.attr, f.__dict__, f.__doc__, f.__name__, f.__qualname__, f.__module__, f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames, f.__defaults__, f.__closure__, f.__kwdefaults__, f.__annotations__)
f.__name__ = 'g'; print(f.__name__, f.__qualname__); f.__doc__ = 'new'; print(f.__doc__)
def h(a, b=2, *c, d=3, **e): x = 1
print(h.__defaults__, h.__kwdefaults__, h.__code__.co_varnames, h.__code__.co_argcount, h.__code__.co_kwonlyargcount, h.__code__.co_flags & 4 > 0)
h.__defaults__ = (9,); h.__kwdefaults__ = {'d': 8}
def outer():
    v = 10
    def inner(): return v
    return inner
print(outer().__closure__[0].cell_contents, outer().__code__.co_freevars, outer.__code__.co_cellvars)
class D:
    "class doc"
    def meth(self): "meth doc"
    @property
    def pr(self): "pr doc"
    @staticmethod
    def st(): "st doc"
    @classmethod
    def cl(cls): "cl doc"
print(D.__doc__, D.meth.__doc__, D.pr.__doc__, D.st.__doc__, D.cl.__doc__, D().meth.__doc__, D().__doc__)
class E2(D): pass
print(E2.__doc__, E2.meth.__doc__)
def nodoc(): pass
print(nodoc.__doc__, (lambda: 1).__doc__, (lambda: 1).__name__)
class Sl:
    __slots__ = ('a', '__dict__')
s = Sl(); s.a = 1; s.b = 2; print(s.a, s.b, s.__dict__)
class Sub(Sl): __slots__ = ('c',)
q = Sub(); q.c = 3; q.a = 4; q.z = 5; print(q.c, q.a, q.z, q.__dict__)
try:
    class Bad2:
        __slots__ = ('x',); x = 1
except ValueError as e: print(e)
class W: __slots__ = 'only'
w = W(); w.only = 1; print(w.only)
try: w.other = 2
except AttributeError as e: print(e)
print(Sl.a, Sl.__slots__)

