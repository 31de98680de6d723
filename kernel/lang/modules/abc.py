"""Abstract base classes."""


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    """An abstract property; @property over @abstractmethod says the same."""

    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    """An abstract class method; @classmethod over @abstractmethod says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract static method; @staticmethod over @abstractmethod says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class _Registry:
    """What one abstract class knows of others."""

    __slots__ = ("registered", "answers", "generation")

    latest = 0  # grows with every registration: answers from before are void

    def __init__(self):
        self.registered = []
        self.answers = {}
        self.generation = _Registry.latest


def _abstract_names(cls, namespace):
    """The names that are abstract in cls: its own, and inherited ones that nobody has defined."""
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The class of abstract classes: knows abstract methods and registered classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Registry()
        return cls

    def register(cls, subclass):
        """Makes subclass count as a subclass of this one."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registered.append(subclass)
        _Registry.latest += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = type(instance)
        known = cls._abc_impl
        if known.generation == _Registry.latest:
            answer = known.answers.get(subclass)
            if answer is not None:
                if answer:
                    return True
                other = instance.__class__
                return other is not subclass and cls.__subclasscheck__(other)
        if cls.__subclasscheck__(subclass):
            return True
        other = instance.__class__
        return other is not subclass and cls.__subclasscheck__(other)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if known.generation != _Registry.latest:
            known.answers.clear()
            known.generation = _Registry.latest
        answer = known.answers.get(subclass)
        if answer is None:
            answer = known.answers[subclass] = _is_subclass(cls, subclass)
        return answer


def _is_subclass(cls, subclass):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return bool(answer)
    if type.__subclasscheck__(cls, subclass):
        return True
    for other in cls._abc_impl.registered:
        if issubclass(subclass, other):
            return True
    for other in type.__subclasses__(cls):
        if issubclass(subclass, other):
            return True
    return False


def update_abstractmethods(cls):
    """Computes anew what is abstract in a class that was changed after it was made."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = {name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())
             if getattr(getattr(cls, name, None), "__isabstractmethod__", False)}
    names.update(name for name, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False))
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    """A base class whose class is ABCMeta."""

    __slots__ = ()


def get_cache_token():
    """A number that grows with every registration."""
    return _Registry.latest
