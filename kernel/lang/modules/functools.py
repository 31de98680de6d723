"""Functions of functions."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple

_missing = object()

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes wrapper look like wrapped."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that calls update_wrapper."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


class partialmethod:
    """partial for methods, in a class body."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *[f"{k}={v!r}" for k, v in self.keywords.items()]]
        return f"functools.partialmethod({', '.join(parts)})"

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        bound = self.func if get is None else get(obj, cls)
        if bound is not self.func:
            return partial(bound, *self.args, **self.keywords)

        def method(self_or_cls, /, *args, **keywords):
            return self.func(self_or_cls, *self.args, *args, **{**self.keywords, **keywords})

        return method.__get__(obj, cls)


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def _cached(function, maxsize, typed):
    cache = update_wrapper(_lru_cache_wrapper(function, maxsize, typed, _missing, _CacheInfo), function)
    cache.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return cache


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the maxsize latest calls (None: of all)."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    """lru_cache without a limit."""
    return _cached(user_function, None, False)


class cached_property:
    """A property that is computed once for each object."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} "
                            "property.") from None
        value = values.get(name, _missing)
        if value is _missing:
            value = values[name] = self.func(instance)
        return value


def _derive(root, name):
    """The comparison `name` from the one that a class has."""
    call = {"__lt__": lambda a, b: type(a).__lt__(a, b), "__le__": lambda a, b: type(a).__le__(a, b),
            "__gt__": lambda a, b: type(a).__gt__(a, b), "__ge__": lambda a, b: type(a).__ge__(a, b)}[root]
    strict = root in ("__lt__", "__gt__")
    opposite = {"__lt__": ("__gt__", "__ge__"), "__gt__": ("__lt__", "__le__"),
                "__le__": ("__ge__", "__gt__"), "__ge__": ("__le__", "__lt__")}[root]

    def compare(self, other):
        r = call(self, other)
        if r is NotImplemented:
            return r
        if name in opposite:
            loose = name in ("__le__", "__ge__")
            if strict == loose:
                return not r
            return not r and self != other if strict else not r or self == other
        return r or self == other if strict else r and self != other

    compare.__name__ = name
    return compare


def total_ordering(cls):
    """Adds the orderings that a class lacks."""
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    roots = [n for n in names if getattr(cls, n, None) is not getattr(object, n, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(n for n in ("__lt__", "__le__", "__gt__", "__ge__") if n in roots)
    for name in names:
        if name not in roots:
            setattr(cls, name, _derive(root, name))
    return cls


def _most_special(classes):
    """The one of several abstract classes that is a subclass of all others."""
    for one in classes:
        if all([issubclass(one, other) for other in classes]):
            return one
    raise RuntimeError(f"Ambiguous dispatch: {classes[0]} or {classes[1]}")


def _find(registry, cls):
    """The class of the registry that answers for cls: along its bases; an abstract class counts where a base
    begins to be one."""
    bases = cls.__mro__
    for base in bases:
        if base in registry:
            return base
        abstract = [t for t in registry if t not in bases and issubclass(base, t)
                    and not any([issubclass(b, t) for b in base.__bases__])]
        if abstract:
            return _most_special(abstract)
    return object


def _classes_of(cls):
    """The classes of a union, or the class itself; () for what is neither."""
    if isinstance(cls, type):
        return (cls,)
    args = getattr(cls, "__args__", ())
    is_union = type(cls).__name__ == "UnionType" or getattr(cls, "__origin__", None).__class__.__name__ == "_SpecialForm"
    return args if is_union and all([isinstance(a, type) for a in args]) else ()


def singledispatch(func):
    """A function whose implementation is chosen by the type of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        return registry[_find(registry, cls)]

    def register(cls, func=None):
        classes = _classes_of(cls)
        if classes and func is None:
            return lambda f: register(cls, f)
        if not classes:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            if not getattr(func, "__annotations__", None):
                raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either "
                                "`@register(some_class)` or plain `@register` on an annotated function.")
            from typing import get_type_hints

            name, cls = next(iter(get_type_hints(func).items()))
            classes = _classes_of(cls)
            if not classes:
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for one in classes:
            registry[one] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            function = self.dispatcher.dispatch(args[0].__class__)
            return function.__get__(obj, cls)(*args, **keywords)

        return update_wrapper(method, self.func)
