"""Names for type hints. Nothing here checks a value."""

import collections as _collections
import collections.abc as _abc
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod

__all__ = ["AbstractSet", "Annotated", "Any", "AnyStr", "AsyncGenerator", "AsyncIterable", "AsyncIterator",
           "Awaitable", "BinaryIO", "ByteString", "Callable", "ChainMap", "ClassVar", "Collection",
           "Concatenate", "Container", "ContextManager", "Coroutine", "Counter", "DefaultDict", "Deque",
           "Dict", "Final", "ForwardRef", "FrozenSet", "Generator", "Generic", "Hashable", "IO",
           "ItemsView", "Iterable", "Iterator", "KeysView", "List", "Literal", "LiteralString", "Mapping",
           "MappingView", "Match", "MutableMapping", "MutableSequence", "MutableSet", "NamedTuple", "Never",
           "NewType", "NoReturn", "NotRequired", "Optional", "OrderedDict", "ParamSpec", "Pattern", "Protocol", "Required", "Reversible", "Self", "Sequence", "Set",
           "Sized", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex",
           "SupportsInt", "SupportsRound", "TYPE_CHECKING", "Text", "TextIO", "Tuple", "Type", "TypeAlias",
           "TypeGuard", "TypeVar", "TypeVarTuple", "TypedDict", "Union", "Unpack", "ValuesView",
           "assert_never", "assert_type", "cast", "clear_overloads", "dataclass_transform", "final",
           "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "no_type_check",
            "overload", "reveal_type", "runtime_checkable"]

TYPE_CHECKING = False
Generic = Protocol = None  # made below, asked for before

_BuiltinAlias = type(list[int])
_UnionType = type(int | str)


def _type_repr(obj):
    """How a type is written inside another one's repr."""
    if isinstance(obj, _BuiltinAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, type(_type_repr)):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _checked(arg, message):
    """A type from what stands in brackets: None and texts are converted."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg!r} is not valid as type argument")
    if isinstance(arg, _Alias) and arg.__origin__ in (ClassVar, Final):
        raise TypeError(f"{arg!r} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _parameters(args):
    """The type variables in arguments, in order of first use."""
    found = {}
    for arg in args:
        if isinstance(arg, TypeVar):
            found[arg] = None
        elif not isinstance(arg, type):
            for p in getattr(arg, "__parameters__", ()):
                found[p] = None
    return tuple(found)


def _unique(args):
    """Without repeated ones, unions inside unions opened."""
    flat = []
    for arg in args:
        inner = arg.__args__ if getattr(arg, "__origin__", None) is Union or isinstance(arg, _UnionType) else (arg,)
        for a in inner:
            if a not in flat:
                flat.append(a)
    return tuple(flat)


class _Final:
    """What stands for a type and is none."""

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")


class _Form(_Final):
    """Any, Union, Optional …: what a subscript means is a function."""

    def __init__(self, name, subscript, doc):
        self._name, self._subscript, self.__doc__ = name, subscript, doc

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        if name == "__module__":
            return "typing"
        raise AttributeError(name)

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if self._subscript is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._subscript(self, parameters)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _form(subscript):
    """Decorator: a form whose name and documentation are the function's."""
    return _Form(subscript.__name__.strip("_"), subscript, subscript.__doc__)


def _bare(name, doc):
    return _Form(name, None, doc)


def _one_type(form, parameters):
    return _Alias(form, (_checked(parameters, f"{form!r} accepts only single type."),))


# --- subscripted types --------------------------------------------------------------------------------------------


class _Alias(_Final):
    """origin[args]."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._name = name
        self.__parameters__ = _parameters(self.__args__)
        self.__module__ = "typing" if name else getattr(origin, "__module__", "typing")

    def __getitem__(self, args):
        """Replaces the type variables."""
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self!r}")
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        args = tuple([_checked(a, "Parameters to generic types must be types.") for a in args])
        _check_count(self, args, len(self.__parameters__))
        return self._replaced(dict(zip(self.__parameters__, args)))

    def _replaced(self, values):
        new = []
        for arg in self.__args__:
            if isinstance(arg, TypeVar):
                arg = values.get(arg, arg)
            elif isinstance(arg, _Alias):
                arg = arg._replaced(values)
            elif isinstance(arg, _BuiltinAlias) and getattr(arg, "__parameters__", ()):
                arg = arg[tuple([values.get(p, p) for p in arg.__parameters__])]
            new.append(arg)
        if self.__origin__ is Union:
            return Union[tuple(new)]
        return type(self)(self.__origin__, tuple(new), self._name)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self.__origin__!r}")
        if self._name in _MADE_BY_ANOTHER_NAME:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        entries = [self.__origin__] if self.__origin__ not in bases else []
        if self._name is not None and Generic not in bases:
            others = [b for b in bases if b is not self and (isinstance(b, _Alias) or
                                                            isinstance(b, type) and issubclass(b, Generic))]
            if not others:
                entries.append(Generic)
        elif self.__origin__ is Generic and any(isinstance(b, _Alias) and b is not self for b in bases):
            if any(getattr(b, "__origin__", None) is Protocol for b in bases):
                return ()
        return tuple(entries)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "__origin__" not in self.__dict__:
            if name in ("__name__", "__qualname__") and "__origin__" in self.__dict__:
                return self._name or self.__origin__.__name__
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if self.__origin__ is Union and isinstance(other, (_Alias, _UnionType)):
            return set(self.__args__) == set(getattr(other, "__args__", ())) and (
                isinstance(other, _UnionType) or other.__origin__ is Union)
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        origin = self.__origin__
        if origin is Union and len(self.__args__) == 2 and type(None) in self.__args__:
            kept = self.__args__[self.__args__[0] is type(None)]
            return f"typing.Optional[{_type_repr(kept)}]"
        name = f"typing.{self._name}" if self._name else _type_repr(origin)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __iter__(self):
        yield _Unpacked(Unpack, (self,))


class _Unpacked(_Alias):
    def __repr__(self):
        return "*" + repr(self.__args__[0])


def _check_count(what, args, wanted):
    if len(args) != wanted:
        raise TypeError(f"Too {'many' if len(args) > wanted else 'few'} arguments for {what!r}; "
                        f"actual {len(args)}, expected {wanted}")


_MADE_BY_ANOTHER_NAME = frozenset(("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"))


class _Named(_Final):
    """List, Dict …: the old names of builtin classes."""

    def __init__(self, origin, count, name=None):
        self.__origin__ = origin
        self._count = count
        self._name = name or origin.__name__
        self.__parameters__ = ()
        self.__module__ = "typing"

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        args = tuple([_checked(a, "Parameters to generic types must be types.") for a in args])
        if self._count >= 0:
            _check_count(self, args, self._count)
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._name in _MADE_BY_ANOTHER_NAME:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        entries = [self.__origin__] if self.__origin__ not in bases else []
        if Generic not in bases and not any(isinstance(b, type) and issubclass(b, Generic) for b in bases):
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _TupleName(_Named):
    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        return _Alias(tuple, tuple([_checked(a, "Tuple[t0, t1, ...]: each t must be a type.") for a in args]),
                      "Tuple")


class _CallableName(_Named):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _checked(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, list):
            args = tuple([_checked(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in args])
            return _CallableAlias(self.__origin__, (*args, result), "Callable")
        if args is not ... and not isinstance(args, (ParamSpec, _Alias)):
            raise TypeError(f"Callable[args, result]: args must be a list. Got {args}")
        return _CallableAlias(self.__origin__, (args, result), "Callable")


class _CallableAlias(_Alias):
    def __repr__(self):
        *args, result = self.__args__
        if len(args) == 1 and (args[0] is ... or isinstance(args[0], (ParamSpec, _Alias)) and
                               getattr(args[0], "__origin__", None) in (None, Concatenate)):
            return f"typing.Callable[{_type_repr(args[0])}, {_type_repr(result)}]"
        return f"typing.Callable[[{', '.join(map(_type_repr, args))}], {_type_repr(result)}]"


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata, name=None):
        super().__init__(origin, (origin,))
        self.__metadata__ = metadata
        self.__module__ = "typing"

    def _replaced(self, values):
        origin = self.__origin__
        if isinstance(origin, TypeVar):
            origin = values.get(origin, origin)
        elif isinstance(origin, _Alias):
            origin = origin._replaced(values)
        return _AnnotatedAlias(origin, self.__metadata__)

    def __eq__(self, other):
        return (isinstance(other, _AnnotatedAlias) and self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


class _LiteralAlias(_Alias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return ({(v, type(v)) for v in self.__args__} == {(v, type(v)) for v in other.__args__})

    def __hash__(self):
        return hash(frozenset([(v, type(v)) for v in self.__args__]))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class ForwardRef(_Final):
    """A type named by a text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__, self.__forward_is_argument__, self.__forward_module__ = arg, is_argument, module

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


# --- forms --------------------------------------------------------------------------------------------------------


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class Any(metaclass=_AnyMeta):
    """Every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _bare("NoReturn", "A function that never returns.")
Never = _bare("Never", "The type that no value has.")
Self = _bare("Self", "The class of self.")
LiteralString = _bare("LiteralString", "Text that stands in the program.")
TypeAlias = _bare("TypeAlias", "Says that an assignment names a type.")


@_form
def ClassVar(form, parameters):
    """An attribute of the class, not of its instances."""
    return _one_type(form, parameters)


@_form
def Final(form, parameters):
    """A name that is not assigned again."""
    return _one_type(form, parameters)


@_form
def Union(form, parameters):
    """Union[X, Y]: one of these."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    args = _unique([_checked(p, "Union[arg, ...]: each arg must be a type.") for p in parameters])
    return args[0] if len(args) == 1 else _Alias(form, args)


@_form
def Optional(form, parameters):
    """Optional[X] is Union[X, None]."""
    return Union[_checked(parameters, f"{form!r} requires a single type."), type(None)]


@_form
def Literal(form, parameters):
    """One of these values."""
    flat = []
    for p in parameters if isinstance(parameters, tuple) else (parameters,):
        flat.extend(p.__args__ if isinstance(p, _LiteralAlias) else (p,))
    seen = []
    for value in flat:
        if not any(type(value) is type(other) and value == other for other in seen):
            seen.append(value)
    return _LiteralAlias(form, tuple(seen))


@_form
def Concatenate(form, parameters):
    """Parameters put before a ParamSpec's."""
    return _Alias(form, parameters if isinstance(parameters, tuple) else (parameters,))


@_form
def TypeGuard(form, parameters):
    """The result of a function that tells a type."""
    return _one_type(form, parameters)


@_form
def Required(form, parameters):
    """A key that a TypedDict must have."""
    return _one_type(form, parameters)


@_form
def NotRequired(form, parameters):
    """A key that a TypedDict may lack."""
    return _one_type(form, parameters)


@_form
def Unpack(form, parameters):
    """The types of a tuple, one by one."""
    return _Unpacked(form, (parameters,))


class Annotated:
    """Annotated[X, note…]: the type X with notes."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        origin, *metadata = params
        origin = _checked(origin, "Annotated[t, ...]: t must be a type.")
        if isinstance(origin, _AnnotatedAlias):
            return _AnnotatedAlias(origin.__origin__, origin.__metadata__ + tuple(metadata))
        return _AnnotatedAlias(origin, tuple(metadata))


# --- type variables -----------------------------------------------------------------------------------------------


class TypeVar(_Final):
    """A type to be filled in."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple([_checked(t, "TypeVar(name, constraint, ...): constraints must be types.")
                                      for t in constraints])
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__module__ = "__main__"

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ParamSpec(TypeVar):
    """Parameters to be filled in."""

    @property
    def args(self):
        return _Member(self, "args")

    @property
    def kwargs(self):
        return _Member(self, "kwargs")


class _Member(_Final):
    """P.args, P.kwargs."""

    def __init__(self, origin, name):
        self.__origin__, self._name = origin, name

    def __eq__(self, other):
        return isinstance(other, _Member) and (self.__origin__, self._name) == (other.__origin__, other._name)

    def __hash__(self):
        return hash((self.__origin__, self._name))

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._name}"


class TypeVarTuple(TypeVar):
    """Several types to be filled in."""

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield _Unpacked(Unpack, (self,))


AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = "typing"


# --- classes ------------------------------------------------------------------------------------------------------


def _class_item(cls, params):
    """cls[params] of generic classes."""
    params = params if isinstance(params, tuple) else (params,)
    if cls is Generic or cls is Protocol:
        if not params:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(isinstance(p, TypeVar) or isinstance(p, _Unpacked) for p in params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                            "specification variables.")
        if len(set(params)) != len(params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _Alias(cls, params)
    wanted = cls.__parameters__
    if not wanted:
        raise TypeError(f"{cls} is not a generic class")
    if not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in wanted):
        params = tuple([_checked(p, "Parameters to generic types must be types.") for p in params])
        _check_count(cls, params, len(wanted))
    return _Alias(cls, params)


class Generic:
    """Base of classes with type variables: class Stack(Generic[T])."""

    __slots__ = ()
    _is_protocol = False
    __class_getitem__ = classmethod(_class_item)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            cls.__parameters__ = ()
            return
        variables = _parameters([b for b in bases if not isinstance(b, type)])
        explicit = [b for b in bases if getattr(b, "__origin__", None) is Generic]
        if len(explicit) > 1:
            raise TypeError("Cannot inherit from Generic[...] multiple types.")
        if explicit:
            missing = [v for v in variables if v not in explicit[0].__parameters__]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                f"Generic[{', '.join(map(str, explicit[0].__parameters__))}]")
            variables = explicit[0].__parameters__
        cls.__parameters__ = tuple(variables)


_NOT_MEMBERS = frozenset([
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__abstractmethods__",
    "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "_abc_impl", "__qualname__", "__match_args__", "__init_subclass__"])


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base is Protocol or base is Generic:
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", {})):
            if not name.startswith("_abc_") and name not in _NOT_MEMBERS:
                names.add(name)
    return names


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(_ABCMeta):
    """isinstance looks at what an object has."""

    def __instancecheck__(cls, instance):
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for name in _protocol_members(cls):
            if not hasattr(instance, name):
                return False
            if callable(getattr(cls, name, None)) and getattr(instance, name) is None:
                return False
        return True

    def __subclasscheck__(cls, other):
        if not getattr(cls, "_is_protocol", False) or cls is Protocol:
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if type.__subclasscheck__(cls, other):
            return True
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        members = _protocol_members(cls)
        if any(not callable(getattr(cls, name, None)) for name in members):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return all(getattr(other, name, None) is not None for name in members)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what an object must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib", "typing")
                    or getattr(base, "_is_protocol", False)):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """Lets isinstance look at a protocol's members."""
    if not isinstance(cls, type) or not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


def _supports(name, method, kind):
    def member(self):
        pass

    member.__name__ = method
    made = _ProtocolMeta(name, (Protocol,), {method: _abstractmethod(member), "__module__": "typing",
                                             "__slots__": (), "_is_protocol": True})
    return runtime_checkable(made)


def __getattr__(name):
    # Rarely used: made when asked for.
    if name in ("NamedTuple", "TypedDict", "is_typeddict", "get_origin", "get_args", "get_type_hints"):
        if name.startswith("get"):
            import _type_hints as source
        else:
            import _type_records as source
        made = globals()[name] = getattr(source, name)
        made.__module__ = "typing"
        return made
    if name.startswith("Supports"):
        methods = {"SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__",
                   "SupportsBytes": "__bytes__", "SupportsIndex": "__index__", "SupportsAbs": "__abs__",
                   "SupportsRound": "__round__"}
        if name in methods:
            made = globals()[name] = _supports(name, methods[name], None)
            return made
    if name == "ChainMap":
        made = globals()[name] = _Named(_collections.ChainMap, 2)
        return made
    if name in ("Pattern", "Match"):
        import re

        made = globals()[name] = _Named(getattr(re, name), 1, name)
        return made
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        made = globals()[name] = _Named(getattr(contextlib, "Abstract" + name), 1, name)
        return made
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


# --- NewType ----------------------------------------------------------------------------------------------------


class NewType(_Final):
    """A name for a type that checkers keep apart from it; calling it returns the argument."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`")


# --- old names ----------------------------------------------------------------------------------------------------

List, Dict, Set, FrozenSet, Type = (_Named(list, 1, "List"), _Named(dict, 2, "Dict"), _Named(set, 1, "Set"),
                                    _Named(frozenset, 1, "FrozenSet"), _Named(type, 1, "Type"))
Tuple = _TupleName(tuple, -1, "Tuple")
Callable = _CallableName(_abc.Callable, 2, "Callable")
Deque, DefaultDict = _Named(_collections.deque, 1, "Deque"), _Named(_collections.defaultdict, 2, "DefaultDict")
OrderedDict, Counter = _Named(_collections.OrderedDict, 2), _Named(_collections.Counter, 1)
AbstractSet = _Named(_abc.Set, 1, "AbstractSet")
Hashable, Sized, ByteString = _Named(_abc.Hashable, 0), _Named(_abc.Sized, 0), _Named(_abc.ByteString, 0)
for _name, _count in (("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1), ("AsyncIterator", 1),
                      ("AsyncGenerator", 2), ("Iterable", 1), ("Iterator", 1), ("Reversible", 1), ("Container", 1),
                      ("Collection", 1), ("MutableSet", 1), ("Mapping", 2), ("MutableMapping", 2), ("Sequence", 1),
                      ("MutableSequence", 1), ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2),
                      ("ValuesView", 1), ("Generator", 3)):
    globals()[_name] = _Named(getattr(_abc, _name), _count)
Text = str


class IO(Generic[AnyStr]):
    """A stream."""


class TextIO(IO[str]):
    """A stream of text."""


class BinaryIO(IO[bytes]):
    """A stream of bytes."""


# --- functions ----------------------------------------------------------------------------------------------------


def cast(typ, val):
    """val."""
    return val


def assert_type(val, typ, /):
    """val."""
    return val


def reveal_type(obj, /):
    """Prints the type to stderr; returns obj."""
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """For places that are never reached."""
    text = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {text[:100]}{'...' if len(text) > 100 else ''}")


_overloads = {}


def overload(func):
    """One of several signatures; the function itself follows without a decorator."""
    f = getattr(func, "__func__", func)
    _overloads.setdefault((getattr(f, "__module__", None), f.__qualname__), []).append(func)

    def stub(*args, **kwds):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated "
                                  "functions outside a stub module should always be followed by an implementation "
                                  "that is not @overload-ed.")

    return stub


def get_overloads(func):
    """The signatures given by @overload."""
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    """Forgets all of them."""
    _overloads.clear()


def final(f):
    """Says that nobody overrides it."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Says that the hints are no types."""
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(),
                        **kwargs):
    """Says that a decorator makes dataclasses."""

    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {"eq_default": eq_default, "order_default": order_default,
                                             "kw_only_default": kw_only_default,
                                             "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn

    return decorate
