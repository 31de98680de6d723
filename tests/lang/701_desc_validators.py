class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default
    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name
        owner.__dict__.get("fields", []).append(name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.owner.__name__}.{self.name} wants {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        if self.name not in obj.__dict__:
            raise AttributeError(self.name)
        del obj.__dict__[self.name]
    def __repr__(self):
        return f"<Typed {self.name}:{self.kind.__name__}>"

class Config:
    fields = []
    lr = Typed(float, 0.1)
    steps = Typed(int)
    name = Typed(str, "run")

c = Config()
print(Config.fields, Config.lr, c.lr, c.steps, c.name)
c.lr = 0.5
print(c.lr, vars(c))
for attr, value in [("lr", 1), ("steps", "x"), ("name", None), ("steps", True)]:
    try:
        setattr(c, attr, value)
        print(attr, "=", getattr(c, attr))
    except TypeError as e:
        print(e)
del c.lr
print(c.lr)
try:
    del c.lr
except AttributeError as e:
    print("no", e)

class NonData:
    def __get__(self, obj, owner):
        return ("get", obj is None, owner.__name__)
class A:
    x = NonData()
a = A()
print(A.x, a.x)
a.x = 5
print(a.x, A.x)
del a.x
print(a.x)

class Cached:
    def __init__(self, fn): self.fn = fn; self.__doc__ = fn.__doc__
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None: return self
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.fn(obj)
        return value
class Circle:
    def __init__(self, r): self.r = r
    @Cached
    def area(self):
        "area of it"
        return round(3.14159 * self.r ** 2, 3)
k = Circle(2)
print(k.area, k.area, Circle.area.__doc__)
del k.__dict__["area"]
print(k.area)
class Bad:
    def __set_name__(self, owner, name): raise ValueError("never")
try:
    class Owner:
        b = Bad()
except Exception as e:
    print(type(e).__name__, e, "|", type(e.__cause__).__name__, e.__cause__)
class RO:
    def __get__(self, o, t=None): return 1
    def __set__(self, o, v): raise AttributeError("read only")
class U: v = RO()
u = U()
try: u.v = 3
except AttributeError as e: print(e)
u.__dict__["v"] = 9
print(u.v, u.__dict__)
try: del u.v
except AttributeError as e: print("del:", e)
class P:
    @property
    def only(self): return 1
    @property
    def both(self): return self._b
    @both.setter
    def both(self, v): self._b = v * 2
    @both.deleter
    def both(self): print("deleting"); del self._b
p = P()
p.both = 4
print(p.both); del p.both
for f in (lambda: p.both, lambda: setattr(p, "only", 1), lambda: delattr(p, "only"), lambda: p.nothing):
    try: print(f())
    except AttributeError as e: print(e)
print(P.both.fget(p) if hasattr(p, "_b") else "gone", P.both.fset.__name__, P.only.fset)
class Q(P):
    @P.both.getter
    def both(self): return "sub"
print(Q().both)
