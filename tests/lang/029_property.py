class C:
    def __init__(self): self._p = 1
    @property
    def p(self):
        "doc of p"
        return self._p
    @p.setter
    def p(self, v):
        if v < 0: raise ValueError('negative')
        self._p = v
    @p.deleter
    def p(self): print('deleting'); del self._p
    @property
    def ro(self): return 'ro'
    q = property(lambda self: 'q', None, None, 'q doc')
    w = property(None, lambda self, v: print('w =', v))
c = C()
print(c.p, C.p.__doc__, c.q, C.q.__doc__, type(C.p).__name__)
c.p = 5; print(c.p); c.p += 1; print(c.p); del c.p
c.w = 3
for f in (lambda: c.p, lambda: setattr(c, 'p', -1), lambda: setattr(c, 'ro', 1), lambda: delattr(c, 'ro'), lambda: c.w, lambda: delattr(c, 'w'), lambda: setattr(c, 'q', 1)):
    try: f()
    except (AttributeError, ValueError) as e: print(type(e).__name__, e)
class D(C):
    @property
    def ro(self): return 'D' + super().ro
    @C.p.getter
    def p(self): return 'overridden getter'
    @C.p.setter
    def p2(self, v): print('p2', v)
d = D(); print(d.ro, d.p); d.p2 = 9
c2 = C(); c2.__dict__['ro'] = 'shadow'; print(c2.ro)
print(C.p.fget(c2), C.p.fset is not None, C.ro.fset, isinstance(C.p, property))
class Temp:
    def __init__(self, c): self.c = c
    f = property(lambda s: s.c * 9 / 5 + 32, lambda s, v: setattr(s, 'c', (v - 32) * 5 / 9))
t = Temp(100); print(t.f); t.f = 32; print(t.c)
class Lazy:
    @property
    def data(self):
        try: return self._data
        except AttributeError: self._data = [1, 2]; return self._data
l = Lazy(); l.data.append(3); print(l.data)
import functools
class CP:
    n = 0
    @functools.cached_property
    def v(self): CP.n += 1; return CP.n
x = CP(); print(x.v, x.v, CP().v, 'v' in x.__dict__)
class Meta(type):
    @property
    def cp(cls): return 'class property ' + cls.__name__
class K(metaclass=Meta): pass
print(K.cp)
try: K().cp
except AttributeError as e: print(e)
class PropErr:
    @property
    def bad(self): return self.nonexistent
try: PropErr().bad
except AttributeError as e: print(e)
class Subprop(property): pass
class SP:
    @Subprop
    def x(self): return 'sub'
print(SP().x, type(SP.x).__name__)
