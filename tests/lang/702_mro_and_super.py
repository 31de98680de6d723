class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
class E(C, B): pass
print(D().who(), E().who(), [c.__name__ for c in D.__mro__], [c.__name__ for c in E.mro()])
try:
    class F(A, B): pass
except TypeError as e: print(e)
try:
    class G(D, E): pass
except TypeError as e: print(e)
try:
    class H(A, A): pass
except TypeError as e: print(e)
try:
    class I(int, str): pass
except TypeError as e: print(e)
try:
    class J(bool): pass
except TypeError as e: print(e)
try:
    class K(5): pass
except TypeError as e: print(e)
print(super(B, D()).who(), super(D, D()).who(), super(B, D).who(D()))
print(super(B, D()), super(B, D).__self_class__ is D, super(C, D()).__thisclass__ is C)
class Base:
    @classmethod
    def make(cls, *a): return cls.__name__, a
    @staticmethod
    def util(x): return x * 2
    def __getattr__(self, n): return f"dyn_{n}"
class Derived(Base):
    @classmethod
    def make(cls, *a): return ("derived",) + super().make(*a)
    @staticmethod
    def util(x): return super(Derived, Derived).util(x) + 1
print(Derived.make(1), Derived().make(2), Derived.util(5), Derived().foo)
class Cell:
    def f(self):
        return [super(Cell, self).__class__.__name__ for _ in range(1)], __class__.__name__
print(Cell().f())
try:
    super()
except RuntimeError as e: print(e)
def g(): super().x
try: g()
except RuntimeError as e: print(e)
try: super(A, 5).who()
except TypeError as e: print(e)
class Coop:
    def __init__(self, **kw):
        self.log = getattr(self, "log", []) + ["Coop"]
        assert not kw, kw
class X(Coop):
    def __init__(self, x, **kw): super().__init__(**kw); self.x = x; self.log.append("X")
class Y(Coop):
    def __init__(self, y, **kw): super().__init__(**kw); self.y = y; self.log.append("Y")
class XY(X, Y): pass
o = XY(x=1, y=2)
print(o.log, o.x, o.y)
try: XY(x=1, y=2, z=3)
except AssertionError as e: print("assert", e)
try: XY(1)
except TypeError as e: print(e)
print(XY.__bases__, X.__subclasses__(), A.__subclasses__(), issubclass(XY, (int, Y)), XY.__base__)
class Diamond(D):
    who = None
try: Diamond().who()
except TypeError as e: print(e)
B.extra = 10
print(D.extra, D().extra, hasattr(C, "extra"))
del B.extra
print(hasattr(D, "extra"))
