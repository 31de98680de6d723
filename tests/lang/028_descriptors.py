class D:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.n = '_' + name
    def __get__(self, o, t=None):
        if o is None: return f'class access {t.__name__}'
        return getattr(o, self.n, 'default')
    def __set__(self, o, v): print('set', v); setattr(o, self.n, v)
    def __delete__(self, o): print('delete'); delattr(o, self.n)
class C:
    d = D()
    e = D()
c = C()
print(c.d, C.d); c.d = 5; print(c.d, c.__dict__); c.__dict__['d'] = 'hidden'; print(c.d); del c.d; print(c.d)
class NonData:
    def __get__(self, o, t): return 'nondata'
class ND: x = NonData()
n = ND(); print(n.x); n.x = 'inst'; print(n.x); del n.x; print(n.x, ND.x)
class SetOnly:
    def __set__(self, o, v): o.__dict__['s'] = v * 2
class SO: s = SetOnly()
s = SO(); print(type(s.s).__name__); s.s = 4; print(s.s)
class ReadOnly:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError('read only')
class RO: r = ReadOnly()
try: RO().r = 2
except AttributeError as e: print(e)
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t): return self if o is None else o.__dict__[self.n]
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError(f'{self.n} must be {self.t.__name__}')
        o.__dict__[self.n] = v
class Person:
    name, age = Typed(str), Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = Person('A', 3); print(p.name, p.age, type(Person.name).__name__)
try: p.age = 'x'
except TypeError as e: print(e)
try: Person(1, 2)
except TypeError as e: print(e)
class Cached:
    def __init__(self, f): self.f = f; self.n = f.__name__
    def __get__(self, o, t):
        if o is None: return self
        print('compute'); v = o.__dict__[self.n] = self.f(o)
        return v
class Ca:
    @Cached
    def heavy(self): return 42
x = Ca(); print(x.heavy, x.heavy)
class Meth:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return lambda *a: ('bound', type(o).__name__, self.f(o, *a))
class M:
    @Meth
    def go(self, v): return v
print(M().go(3), M.__dict__['go'].__class__.__name__)
class Base:
    @property
    def v(self): return 'base'
class Over(Base):
    v = 'plain'
print(Over().v, Base().v)
def f(self): return 'func'
print(f.__get__(5)(), f.__get__(None, int) is f, type(f.__get__(1)).__name__, C.__dict__['d'].__get__(c, C))
class SetName:
    def __set_name__(self, o, n): raise ValueError('bad name')
try:
    class X: a = SetName()
except (ValueError, RuntimeError) as e: print(type(e).__name__, e)
