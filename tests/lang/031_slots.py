class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S()
print(s.a, S.__slots__, type(S.a).__name__)
def t(f):
    try: print(f())
    except (AttributeError, TypeError, ValueError) as e: print(type(e).__name__, e)
def setc(): s.c = 1
def dela(): del s.a
t(lambda: s.b); t(setc); t(lambda: s.__dict__); dela(); t(lambda: s.a); t(dela)
s.a = [1]; s.a.append(2); print(s.a)
class S2(S): pass
x = S2(); x.zz = 1; print(x.zz, x.__dict__, x.a)
class S3(S): __slots__ = ['c']
y = S3(); y.c = 2; y.b = 3; print(y.c, y.a, y.b)
def setd(): y.d = 1
t(setd)
class Sd: __slots__ = ('a', '__dict__')
z = Sd(); z.a = 1; z.other = 2; print(z.a, z.other, z.__dict__)
class Plain: pass
class SP(Plain): __slots__ = ('k',)
q = SP(); q.k = 1; q.dyn = 2; print(q.k, q.dyn, q.__dict__)
class W: __slots__ = 'only'
w = W(); w.only = 1; print(w.only)
class E: __slots__ = ()
t(lambda: setattr(E(), 'x', 1))
t(lambda: type('Bad', (), {'__slots__': ('x',), 'x': 1})); t(lambda: type('Bad', (), {'__slots__': (1,)}))
class Defaults:
    __slots__ = ('v',)
    def __init__(self, v=5): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f'{type(self).__name__}({self.v})'
print(Defaults(), Defaults(3) == Defaults(3), [Defaults(i) for i in range(3)])
class Point:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __iter__(self): return (getattr(self, n) for n in self.__slots__)
print(tuple(Point(1, 2)), [getattr(Point(3, 4), n) for n in Point.__slots__])
class Parent: __slots__ = ('a',)
class Child(Parent): __slots__ = ('b',); c = 'class attr'
k = Child(); k.a, k.b = 1, 2; print(k.a, k.b, k.c, hasattr(k, '__dict__'))
t(lambda: setattr(k, 'c', 5))
class Tup(tuple):
    __slots__ = ()
    @property
    def first(self): return self[0]
print(Tup((7, 8)).first, Tup((7, 8)))
t(lambda: setattr(Tup((1,)), 'x', 1))
