class A:
    "doc of A"
    count = 0
    def __init__(self, x, y=2):
        self.x, self.y = x, y
        A.count += 1
    def total(self): return self.x + self.y
    def __repr__(self): return f'A({self.x}, {self.y})'
a, b = A(1), A(3, y=4)
print(a, b, a.total(), A.total(b), A.count, A.__doc__, A.__name__, type(a) is A, isinstance(a, A))
a.z = 5; print(a.__dict__, hasattr(b, 'z'), vars(b))
A.extra = 'x'; print(a.extra, b.extra); b.extra = 'own'; print(a.extra, b.extra); del b.extra; print(b.extra)
m = a.total; a.x = 10; print(m(), m.__self__ is a, m.__func__ is A.total, m.__name__)
class B(A):
    def __init__(self, x): super().__init__(x, 0); self.w = 'w'
    def total(self): return ('B', super().total())
print(B(7), B(7).total(), B.__bases__, B.__mro__ == (B, A, object), issubclass(B, A), A.__subclasses__())
class Empty: pass
e = Empty(); e.a = 1; print(e.__dict__, Empty.__dict__['__module__'], sorted(k for k in Empty.__dict__ if k not in ('__dict__', '__weakref__')))
class WithClassAttrs:
    lst = []
    n = 0
    def add(self, v): self.lst.append(v); self.n += 1
p, q = WithClassAttrs(), WithClassAttrs()
p.add(1); q.add(2); print(p.lst, q.lst is p.lst, p.n, q.n, WithClassAttrs.n)
class Outer:
    class Inner:
        def who(self): return type(self).__qualname__
    def make(self): return self.Inner()
print(Outer().make().who(), Outer.Inner.__qualname__, Outer.make.__qualname__)
if True:
    class Cond: v = 1
print(Cond.v, (lambda: Cond)().v, type('Dyn', (A,), {'k': 9})(1).k)
x = 5
class Scope:
    x = x + 1
    y = [x, x * 2]
    def f(self): return x
    if x > 3: big = True
    for i in range(2): pass
print(Scope.x, Scope.y, Scope().f(), Scope.big, Scope.i)
print(A is A, A == B, A in {A, B}, {A: 1}[A], a == a, a != b, a is not b, hash(a) == hash(a))
