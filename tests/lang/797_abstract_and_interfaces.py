from abc import ABC, abstractmethod, ABCMeta
import abc
class Shape(ABC):
    registry = []
    def __init_subclass__(cls, **k): super().__init_subclass__(**k); Shape.registry.append(cls.__name__)
    @abstractmethod
    def area(self): "area of it"; return 0
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def unit(cls): ...
    def describe(self): return f"{self.name} {self.area():.2f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return super().area() + self.s ** 2
    name = "square"
    @classmethod
    def unit(cls): return cls(1)
class Half(Shape):
    def area(self): return 1
for c in (Shape, Half):
    try: c()
    except TypeError as e: print(e)
print(Sq(2).describe(), Sq.unit().area(), Shape.registry, sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Sq.__abstractmethods__, isinstance(Sq(1), Shape), Shape.area.__isabstractmethod__, abc.ABC.__name__)
class One(ABC):
    @abstractmethod
    def only(self): ...
try: One()
except TypeError as e: print(e)
class Plug(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, "run") else NotImplemented
class Runner:
    def run(self): pass
class Other: pass
print(issubclass(Runner, Plug), isinstance(Runner(), Plug), issubclass(Other, Plug)); print(Plug.register(Other), issubclass(Other, Plug), isinstance(Other(), Plug))
class Mixin:
    def to_dict(self): return {k: v for k, v in vars(self).items() if not k.startswith("_")}
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.to_dict().items())})"
class Cmp:
    def __eq__(self, o): return self.key() == o.key() if isinstance(o, Cmp) else NotImplemented
    def __lt__(self, o): return self.key() < o.key()
    def __hash__(self): return hash(self.key())
class Ver(Mixin, Cmp):
    def __init__(self, s): self.text = s; self._p = tuple(map(int, s.split(".")))
    def key(self): return self._p
vs = [Ver(s) for s in ("1.10", "1.9", "1.2.3")]; print(sorted(vs), max(vs), Ver("1.2") == Ver("1.2"), Ver("1") != Ver("2"), len({Ver("1"), Ver("1")}), Ver("1") == 1, vs[0].to_dict())
class Template:
    def run(self): return " ".join([self.before(), self.main(), self.after()])
    def before(self): return "<"
    def after(self): return ">"
    def main(self): raise NotImplementedError(f"{type(self).__name__}.main")
class Impl(Template):
    def main(self): return "impl"
    def after(self): return super().after() * 2
print(Impl().run())
try: Template().run()
except NotImplementedError as e: print("NotImplementedError", e)
class Visitor:
    def visit(self, n): return getattr(self, f"visit_{type(n).__name__}", self.generic)(n)
    def generic(self, n): return f"?{n!r}"
    def visit_int(self, n): return n
    def visit_list(self, n): return sum(self.visit(x) for x in n if not isinstance(x, str))
print(Visitor().visit([1, [2, 3], "s"]), Visitor().visit("s"), Visitor().visit(2.5))
class Builder:
    def __init__(self): self.parts = []
    def __getattr__(self, n): return lambda *a: self.parts.append((n, a)) or self
    def __str__(self): return ".".join(f"{n}({', '.join(map(str, a))})" for n, a in self.parts)
print(Builder().select("a", "b").where(1).limit(5))
class Prototype:
    def __init__(self, **k): self.__dict__ = k
    def clone(self, **k): return type(self)(**{**vars(self), **k})
p = Prototype(a=1, b=[2]); q = p.clone(a=5); q.b.append(3); print(vars(p), vars(q))
