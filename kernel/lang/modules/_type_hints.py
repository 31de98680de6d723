"""What type hints are made of, and the hints of a class or function: typing.get_origin, get_args, get_type_hints."""

import collections.abc as _abc
from typing import (Annotated, ForwardRef, Generic, NotRequired, ParamSpec, Required, Union, _Alias, _AnnotatedAlias,
                    _BuiltinAlias, _CallableAlias, _LiteralAlias, _Member, _Named, _UnionType)


def get_origin(tp):
    """What is subscripted: get_origin(List[int]) is list."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, _UnionType):
        return _UnionType
    if isinstance(tp, (_Alias, _Named, _BuiltinAlias, _Member)) or type(tp) is _abc._CallableAlias:
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    """The subscript: get_args(Dict[str, int]) is (str, int)."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableAlias) or type(tp) is _abc._CallableAlias:
        *args, result = tp.__args__
        if len(args) == 1 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return args[0], result
        return args, result
    if isinstance(tp, (_Alias, _BuiltinAlias, _UnionType)):
        return tp.__args__
    return ()


def _without_extras(hint):
    """Without Annotated, Required and NotRequired."""
    if isinstance(hint, _AnnotatedAlias):
        return _without_extras(hint.__origin__)
    if isinstance(hint, _Alias):
        if hint.__origin__ in (Required, NotRequired):
            return _without_extras(hint.__args__[0])
        args = tuple([_without_extras(a) for a in hint.__args__])
        if args == hint.__args__:
            return hint
        return Union[args] if hint.__origin__ is Union else type(hint)(hint.__origin__, args, hint._name)
    if isinstance(hint, _BuiltinAlias):
        args = tuple([_without_extras(a) for a in hint.__args__])
        return hint if args == hint.__args__ else hint.__origin__[args]
    return hint


def _resolved(hint, globalns, localns):
    """With the types that texts name."""
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        from _type_text import read

        return _resolved(read(hint, globalns, localns), globalns, localns)
    if isinstance(hint, _Alias) and not isinstance(hint, (_LiteralAlias, _AnnotatedAlias)):
        args = tuple([_resolved(a, globalns, localns) if isinstance(a, (ForwardRef, _Alias, _BuiltinAlias)) else a
                      for a in hint.__args__])
        if args == hint.__args__:
            return hint
        return Union[args] if hint.__origin__ is Union else type(hint)(hint.__origin__, args, hint._name)
    if isinstance(hint, _BuiltinAlias):
        args = tuple([_resolved(a, globalns, localns) if isinstance(a, (str, ForwardRef, _Alias, _BuiltinAlias))
                      else a for a in hint.__args__])
        return hint if args == hint.__args__ else hint.__origin__[args]
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, function or module, with texts resolved."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        import sys

        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns if globalns is not None else getattr(module, "__dict__", {})
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(hint, names, localns or dict(base.__dict__))
    else:
        names = globalns
        if names is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            names = getattr(inner, "__globals__", None) or getattr(inner, "__dict__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if callable(obj):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, hint in annotations.items():
            hints[name] = _resolved(hint, names, localns or {})
    return hints if include_extras else {name: _without_extras(hint) for name, hint in hints.items()}
