"""The types that have no name of their own, and small classes."""


def _function():
    pass


def _generator():
    yield


class _Class:
    def method(self):
        pass


class _Slot:
    __slots__ = ("slot",)


def _cell():
    x = 1

    def inner():
        return x

    return inner.__closure__[0]


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
CellType = type(_cell())
GeneratorType = type(_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(int.__add__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
MemberDescriptorType = type(_Slot.slot)
GetSetDescriptorType = type(FunctionType.__code__)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
MappingProxyType = type(type.__dict__)
UnionType = type(int | str)
ModuleType = type(__import__("sys"))


def _traceback_types():
    try:
        raise TypeError
    except TypeError as exc:
        trace = exc.__traceback__
        return type(trace), type(getattr(trace, "tb_frame", None))


TracebackType, FrameType = _traceback_types()


class SimpleNamespace:
    """An object with attributes, made from keywords."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __getattr__(self, name):
        cls = "types.SimpleNamespace" if type(self) is SimpleNamespace else type(self).__name__
        raise AttributeError(f"'{cls}' object has no attribute '{name}'", name=name, obj=self)

    def __repr__(self):
        if id(self) in _running:
            return "namespace(...)"
        _running.add(id(self))
        try:
            name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
            return f"{name}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"
        finally:
            _running.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


_running = set()


class DynamicClassAttribute:
    """A property of instances; through the class the metaclass is asked."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class made by calling its metaclass."""
    resolved = resolve_bases(bases)
    meta, space, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(space)
    if resolved is not bases:
        space["__orig_bases__"] = bases
    return meta(name, resolved, space, **kwds)


def resolve_bases(bases):
    """Bases that are no classes, replaced by what stands for them."""
    new = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            new.extend(base.__mro_entries__(bases))
        else:
            new.append(base)
    return bases if list(bases) == new else tuple(new)


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the remaining keywords."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
    prepare = getattr(meta, "__prepare__", None)
    return meta, prepare(name, bases, **kwds) if prepare else {}, kwds


def get_original_bases(cls, /):
    """The bases as the class statement named them."""
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def coroutine(func):
    """Accepted: there are no coroutines to make."""
    return func
