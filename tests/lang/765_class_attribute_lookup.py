class Meta(type):
    meta_attr = "from meta"
    def __getattr__(cls, n): return f"{cls.__name__}?{n}"
    def method(cls): return "meta method of " + cls.__name__
class Base(metaclass=Meta):
    shared = []
    def __init__(self): self.own = 1
    def __getattribute__(self, n):
        if n == "secret": return "intercepted"
        return super().__getattribute__(n)
    def __getattr__(self, n):
        if n.startswith("auto_"): return n[5:]
        raise AttributeError(f"{type(self).__name__} lacks {n}", name=n, obj=self)
class Sub(Base):
    shared_too = {}
    def __setattr__(self, n, v): super().__setattr__(n, v if n != "clamped" else min(v, 10))
s = Sub(); s.clamped = 99; s.shared.append(1); s.shared_too = 5
print(s.clamped, Base.shared, Sub.shared_too, s.secret, s.auto_x, s.own, vars(s), Sub.nothing, Sub.meta_attr, Sub.method(), hasattr(s, "zzz"), hasattr(Sub, "zzz"), getattr(s, "zzz", "dflt"), getattr(Sub, "__name__"), s.__class__.__name__, type(s).__mro__[1].__name__)
try: s.zzz
except AttributeError as e: print(e, e.name, e.obj is s)
for f in (lambda: s.meta_attr, lambda: s.method()):
    try: print(f())
    except AttributeError as e: print(e)
class Prop:
    def __init__(self): self._x = 0
    x = property(lambda s: s._x, lambda s, v: setattr(s, "_x", v * 2), doc="x doubled")
    @property
    def broken(self): return self.missing_inner
    @property
    def guarded(self): raise ValueError("from property")
p = Prop(); p.x = 4; p.__dict__["x"] = "shadow"; print(p.x, Prop.x.__doc__, Prop.x.fget(p), "x" in vars(p))
for n in ("broken", "guarded", "absent"):
    try: print(getattr(p, n))
    except Exception as e: print(type(e).__name__, e)
print(hasattr(p, "broken"), getattr(p, "broken", "default"))
class A: v = 1
class B(A): pass
class C(A): v = 2
class D(B, C): pass
print(D.v, D().v); B.v = 3; print(D.v); del B.v; A.v = 9; print(D.v, B.v); D.v = 0; print(D.v, C.v, D.__dict__["v"])
a = A(); a.f = lambda: "instance"; A.f = lambda self: "class"; print(a.f(), A().f(), A.f(a)); del a.f; print(a.f())
A.__len__ = lambda self: 42; a.__len__ = lambda: 1; print(len(a), a.__len__()); A.__call__ = lambda self, *x: x; print(a(1, 2), callable(a)); A.__bool__ = lambda self: False; print(bool(a)); del A.__bool__; print(bool(a))
A.__getitem__ = lambda self, k: k; print(a[1:2], a[...], a["k", 2], list(zip(range(2), a))); A.__eq__ = lambda s, o: True; print(a == 5, 5 == a, a != 5, a in [1])
try: hash(a)
except TypeError as e: print(e)
print(A.__hash__ is None if "__hash__" in vars(A) else "inherited") 
bound = a.f; A.f = lambda self: "new"; print(bound(), a.f(), bound.__self__ is a, bound.__func__(a), a.f == a.f, a.f is a.f)
class Slot:
    __slots__ = ("a", "__dict__"); b = 5
    def __init__(self): self.a = 1; self.c = 2
o = Slot(); print(o.a, o.c, o.__dict__, Slot.a.__get__(o), type(Slot.a).__name__)
class Counted:
    n = 0
    def __new__(cls, *a): cls.n += 1; self = super().__new__(cls); self.k = cls.n; return self
print(Counted().k, Counted(1).k, Counted.n, type("Dyn", (Counted,), {"extra": lambda self: self.k * 10})().extra())
