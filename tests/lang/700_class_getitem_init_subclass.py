class Registry:
    known = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.known[key or cls.__name__.lower()] = cls
        cls.order = len(cls.known)
class ReLU(Registry): pass
class Gelu(Registry, key="gelu_new"): pass
class Sub(ReLU, key="sub"): pass
print({k: v.__name__ for k, v in Registry.known.items()}, ReLU.order, Gelu.order, Sub.order)
try:
    class X(Registry, size=3): pass
except TypeError as e: print(e)
try:
    class Y(object, a=1): pass
except TypeError as e: print(e)
class Shape:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"
print(Shape[3], Shape["B", "T"], Shape[...], Shape[1:2])
class Sub2(Shape): pass
print(Sub2[None])
try: print(int["x"])
except TypeError as e: print(e)
class Plain: pass
try: Plain[0]
except TypeError as e: print(e)
try: Plain()[0]
except TypeError as e: print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], list[int].__origin__, dict[str, int].__args__)
print(list[int] == list[int], list[int] == list[str], isinstance([], list), list[int]([1, 2]), set[str]("ab") == {"a", "b"})
try: isinstance([], list[int])
except TypeError as e: print(e)
class Meta(type):
    def __call__(cls, *a):
        print("meta call", cls.__name__, a)
        return super().__call__(*a)
    def __getitem__(cls, i): return (cls.__name__, i)
    def __len__(cls): return 7
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return f"<{cls.__name__}!>"
    @property
    def tag(cls): return "tag of " + cls.__name__
class M(metaclass=Meta):
    def __init__(self, a): self.a = a
print(M(4).a, M[2], len(M), list(M), 1 in M, 2 in M, M, M.tag, type(M) is Meta)
class N(M): pass
print(N, N.tag, isinstance(N, Meta))
class Conflict(type): pass
try:
    class Z(M, metaclass=Conflict): pass
except TypeError as e: print(e)
class Prep(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 42}
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
class W(metaclass=Prep, flag=True):
    y = injected + 1
print(W.y, W.injected)
