from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Area."""

    @property
    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area():.2f}"


class Sq(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s**2

    @property
    def name(self):
        return "square"


print(Sq(3).describe(), isinstance(Sq(1), Shape), issubclass(Sq, Shape), Shape.__abstractmethods__ == frozenset({"area", "name"}))
for cls in (Shape,):
    try:
        cls()
    except TypeError as e:
        print(e)


class Half(Shape):
    def area(self):
        return 1


try:
    Half()
except TypeError as e:
    print(e)


class M(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abstractmethod
    def util():
        pass


try:
    M()
except TypeError as e:
    print(e)


class Impl(M):
    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def util():
        return 5


print(type(Impl.make()).__name__, Impl.util())


class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Mallard:
    def quack(self):
        return "q"


print(isinstance(Mallard(), Duck), isinstance(3, Duck), issubclass(Mallard, Duck))


class Plugin(ABC):
    pass


@Plugin.register
class Ext:
    pass


print(issubclass(Ext, Plugin), isinstance(Ext(), Plugin), Plugin in Ext.__mro__)


class WithDefault(ABC):
    @abstractmethod
    def run(self):
        return "base"


class Calls(WithDefault):
    def run(self):
        return super().run() + "+child"


print(Calls().run(), Calls.__abstractmethods__, type(Shape).__name__, getattr(Shape.area, "__isabstractmethod__"))


class Sub(Sq):
    @abstractmethod
    def extra(self):
        pass


try:
    Sub(1)
except TypeError as e:
    print(e)
