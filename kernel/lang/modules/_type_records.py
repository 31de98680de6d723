"""typing.NamedTuple and TypedDict."""

import collections as _collections
from typing import Generic, NotRequired, Required, _checked, _class_item, _parameters

_RESERVED = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
             "_make", "_replace", "_asdict", "_source")


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        hints = {name: _checked(hint, f"field {name} annotation must be a type")
                 for name, hint in namespace.get("__annotations__", {}).items()}
        defaults = []
        for name in hints:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _collections.namedtuple(typename, hints, defaults=[namespace[n] for n in defaults],
                                       module=namespace.get("__module__"))
        made.__annotations__ = made.__new__.__annotations__ = hints
        if Generic in bases:
            made.__class_getitem__ = classmethod(_class_item)
            made.__parameters__ = _parameters(namespace.get("__orig_bases__", ()))
        for name, value in namespace.items():
            if name in _RESERVED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in ("__module__", "__qualname__", "__annotations__", "__orig_bases__") \
                    and name not in made._fields and not (name == "__doc__" and value is None):
                setattr(made, name, value)
        made.__qualname__ = namespace.get("__qualname__", typename)
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """class Point(NamedTuple): x: int — or NamedTuple('Point', [('x', int)])."""
    if fields is None:
        fields = kwargs.items()
    hints = {name: _checked(hint, f"field {name} annotation must be a type") for name, hint in fields}
    made = _collections.namedtuple(typename, hints)
    made.__annotations__ = made.__new__.__annotations__ = hints
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        made = type.__new__(_TypedDictMeta, name, (dict,), namespace)
        own = {n: _checked(hint, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
               for n, hint in namespace.get("__annotations__", {}).items()}
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        hints.update(own)
        for key, hint in own.items():
            origin = getattr(hint, "__origin__", None)
            needed = origin is Required or origin is not NotRequired and total
            (required if needed else optional).add(key)
        made.__annotations__ = hints
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        if not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """class Movie(TypedDict): name: str — a dict with known keys."""
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or kwargs), "__module__": "__main__"},
                          total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Was the class made by TypedDict?"""
    return isinstance(tp, _TypedDictMeta)
