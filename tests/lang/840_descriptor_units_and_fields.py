"""Fields of a model's configuration as descriptors: types, ranges, derived values, change notices."""
import math

class Field:
    _order = 0

    def __init__(self, kind, *, default=None, low=-math.inf, high=math.inf, doc=""):
        self.kind, self.default, self.low, self.high, self.__doc__ = kind, default, low, high, doc
        self.order, Field._order = Field._order, Field._order + 1

    def __set_name__(self, owner, name):
        self.name, self.slot = name, f"_{name}"

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{type(instance).__name__}.{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name}={value!r} is not in [{self.low}, {self.high}]")
        before = self.__get__(instance)
        setattr(instance, self.slot, value)
        if before != value:
            instance.changed(self.name, before, value)

    def __delete__(self, instance):
        if not hasattr(instance, self.slot):
            raise AttributeError(self.name)
        delattr(instance, self.slot)

class Derived:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = self.function(instance)
        vars(instance)[self.name] = value
        return value

class Config:
    width = Field(int, default=64, low=1, high=4096, doc="width of the stream")
    heads = Field(int, default=4, low=1)
    dropout = Field(float, default=0.0, low=0.0, high=0.5)

    def __init__(self, **values):
        self.log = []
        for name, value in values.items():
            if not isinstance(getattr(type(self), name, None), Field):
                raise TypeError(f"no field {name!r}")
            setattr(self, name, value)

    def changed(self, name, before, after):
        self.log.append(f"{name}: {before}->{after}")
        vars(self).pop("head_width", None)

    @Derived
    def head_width(self):
        """width of one head"""
        self.log.append("computed")
        return self.width // self.heads

    @classmethod
    def fields(cls):
        found = {k: v for base in reversed(cls.__mro__) for k, v in vars(base).items() if isinstance(v, Field)}
        return sorted(found, key=lambda k: found[k].order)

class Wide(Config):
    width = Field(int, default=1024)
    depth = Field(int, default=2)

c = Config(heads=8)
print(c.head_width, c.head_width, c.log)
c.width = 128
c.width = 128
print(c.head_width, c.log, vars(c))
for change in (lambda: setattr(c, "width", "wide"), lambda: setattr(c, "dropout", 0.7), lambda: setattr(c, "heads", 0),
               lambda: Config(size=3), lambda: Config(head_width=3), lambda: delattr(c, "dropout"), lambda: setattr(c, "dropout", 0)):
    try:
        change()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, "|", error)
del c.width
print(c.width, c.head_width, Config.width.__doc__, Config.head_width.__doc__, Config.width is vars(Config)["width"])
print(Config.fields(), Wide.fields(), Wide().width, Wide(depth=3).head_width)
