"""Classes that are mostly fields."""

from _synthesize import define as _define
from types import MappingProxyType as _MappingProxy

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was assigned to."""


class _MISSING_TYPE:
    """There is no default."""


MISSING = _MISSING_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    """The default of a parameter whose field has a factory."""

    def __repr__(self):
        return "<factory>"


_from_factory = _HAS_DEFAULT_FACTORY_CLASS()


class _KW_ONLY_TYPE:
    """`_: KW_ONLY`: the fields below are keyword-only."""


KW_ONLY = _KW_ONLY_TYPE()


class _Kind:
    """What an annotation in the class body stands for."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _Kind("_FIELD"), _Kind("_FIELD_CLASSVAR"), _Kind("_FIELD_INITVAR")
_no_metadata = _MappingProxy({})
_PARAMS = "__dataclass_params__"
_FIELDS = "__dataclass_fields__"


class InitVar:
    """InitVar[type]: a parameter of __init__ that goes to __post_init__ and is no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What a dataclass knows of one field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _no_metadata if metadata is None else _MappingProxy(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(type(list[int]))


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- collecting fields --------------------------------------------------------------------------------------------


def _kind_of(annotation):
    """_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR or KW_ONLY; annotations may be texts."""
    if isinstance(annotation, str):
        name = annotation.split("[")[0].strip().split(".")[-1]
        return {"ClassVar": _FIELD_CLASSVAR, "InitVar": _FIELD_INITVAR, "KW_ONLY": KW_ONLY}.get(name, _FIELD)
    if annotation is KW_ONLY:
        return KW_ONLY
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    if isinstance(annotation, type):
        return _FIELD
    import sys

    typing = sys.modules.get("typing")
    if typing and (annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return _FIELD_CLASSVAR
    return _FIELD


def _make_field(cls, name, annotation, kind, kw_only):
    if not name.isidentifier():
        raise TypeError(f"Field names must be valid identifiers: {name!r}")
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING  # a slot's
        f = field(default=default)
    f.name, f.type, f._field_type = name, annotation, kind
    if kind is _FIELD_CLASSVAR or kind is _FIELD_INITVAR:
        if f.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
    if kind is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if kind is _FIELD and f.default is not MISSING and getattr(type(f.default), "__hash__", None) is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _inherited(cls, frozen):
    """The bases' fields by name; checks that frozen and other classes do not mix."""
    found = {}
    any_frozen = has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None and _FIELDS in base.__dict__:
            has_bases = True
            found.update(base_fields)
            any_frozen = any_frozen or getattr(base, _PARAMS).frozen
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found


def _own_fields(cls, namespace, kw_only):
    found = []
    seen_marker = False
    for name, annotation in namespace.get("__annotations__", {}).items():
        kind = _kind_of(annotation)
        if kind is KW_ONLY:
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
        else:
            found.append(_make_field(cls, name, annotation, kind, kw_only))
    return found


def _place_defaults(cls, own, namespace):
    """Class attributes hold defaults, not Fields."""
    for f in own:
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    annotated = namespace.get("__annotations__", {})
    for name, value in namespace.items():
        if isinstance(value, Field) and name not in annotated:
            raise TypeError(f"{name!r} is a field but has no type annotation")


# --- the methods' text --------------------------------------------------------------------------------------------


def _parameter(f, space):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    space[f"_default_{f.name}"] = f.default if f.default is not MISSING else _from_factory
    return f"{f.name}=_default_{f.name}"


def _assignment(f, self_name, frozen, slots, space):
    """The line of __init__ for one field, or None."""
    if f._field_type is _FIELD_INITVAR:
        return None
    if f.default_factory is not MISSING:
        space[f"_factory_{f.name}"] = f.default_factory
        value = f"_factory_{f.name}()"
        if f.init:
            value += f" if {f.name} is _from_factory else {f.name}"
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        space[f"_default_{f.name}"] = f.default
        value = f"_default_{f.name}"
    else:
        return None
    if frozen:
        return f"    _set({self_name}, {f.name!r}, {value})\n"
    return f"    {self_name}.{f.name} = {value}\n"


def _init_text(cls, fields, frozen, slots, space):
    positional = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    self_name = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    params = [self_name] + [_parameter(f, space) for f in positional]
    if keyword:
        params += ["*"] + [_parameter(f, space) for f in keyword]
    lines = [_assignment(f, self_name, frozen, slots, space) for f in fields]
    if hasattr(cls, "__post_init__"):
        given = ", ".join([f.name for f in fields if f._field_type is _FIELD_INITVAR])
        lines.append(f"    {self_name}.__post_init__({given})\n")
    body = "".join([line for line in lines if line]) or "    pass\n"
    return f"def __init__({', '.join(params)}):\n{body}"


def _repr_text(fields):
    inside = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in fields if f.repr])
    return ("def __repr__(self):\n    key = id(self)\n    if key in _running:\n        return '...'\n"
            "    _running.add(key)\n    try:\n"
            f"        return f'{{self.__class__.__qualname__}}({inside})'\n"
            "    finally:\n        _running.discard(key)\n")


_running = set()


def _tuple_text(owner, fields):
    return "(" + "".join([f"{owner}.{f.name}, " for f in fields]) + ")"


def _compare_text(name, sign, fields):
    compared = [f for f in fields if f.compare]
    return (f"def {name}(self, other):\n    if other.__class__ is self.__class__:\n"
            f"        return {_tuple_text('self', compared)} {sign} {_tuple_text('other', compared)}\n"
            "    return NotImplemented\n")


def _hash_text(fields):
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    return f"def __hash__(self):\n    return hash({_tuple_text('self', hashed)})\n"


def _frozen_methods(cls, fields):
    names = frozenset([f.name for f in fields])

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


# --- the class ----------------------------------------------------------------------------------------------------

_ORDERINGS = (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="))


def _bind(cls, space, names):
    for name in names:
        function = space[name]
        function.__qualname__ = f"{cls.__qualname__}.{name}"
        function.__module__ = cls.__module__
        setattr(cls, name, function)


def _define_methods(cls, fields, params, slots, namespace):
    space = {"__name__": cls.__module__, "_from_factory": _from_factory, "_set": object.__setattr__,
             "_running": _running}
    real = [f for f in fields if f._field_type is _FIELD]
    texts = {}
    if params.init:
        texts["__init__"] = _init_text(cls, fields, params.frozen, slots, space)
    if params.repr and "__repr__" not in namespace:
        texts["__repr__"] = _repr_text(real)
    if params.eq and "__eq__" not in namespace:
        texts["__eq__"] = _compare_text("__eq__", "==", real)
    if params.order:
        for name, sign in _ORDERINGS:
            if name in namespace:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
            texts[name] = _compare_text(name, sign, real)
    if params.frozen:
        methods = _frozen_methods(cls, real)
        for name in methods:
            if name in namespace:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
        _bind(cls, methods, methods)
    hash_wanted = _wants_hash(cls, params, namespace)
    if hash_wanted:
        texts["__hash__"] = _hash_text(real)
    _define("".join(texts.values()), space)
    _bind(cls, space, texts)
    if "__repr__" in texts:
        space["__repr__"]._of_fields = True  # for pprint
    if hash_wanted is None:
        cls.__hash__ = None
    if params.init:
        space["__init__"].__annotations__ = {
            **{f.name: f.type.type if isinstance(f.type, InitVar) else f.type for f in fields if f.init},
            "return": None}


def _wants_hash(cls, params, namespace):
    """True: make one; None: unhashable; False: leave it."""
    own = namespace.get("__hash__", MISSING)
    explicit = not (own is MISSING or own is None and "__eq__" in namespace)
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        return True
    if not params.eq or explicit:
        return False
    return True if params.frozen else None


def _annotation_text(annotation):
    if isinstance(annotation, type) and type(annotation) is not type(list[int]):
        if annotation.__module__ in ("builtins", None):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


def _signature_text(fields):
    parts = []
    for f in sorted([f for f in fields if f.init], key=lambda f: bool(f.kw_only)):
        if f.kw_only and "*" not in parts:
            parts.append("*")
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"({', '.join(parts)})"


def _with_slots(cls, names, weakref_slot):
    """A new class like cls with __slots__."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    namespace["__slots__"] = tuple([n for n in names if n not in inherited] +
                                   (["__weakref__"] if weakref_slot and "__weakref__" not in inherited else []))
    for name in (*names, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = cls.__qualname__
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    cls.__qualname__ = qualname
    return cls


def _state_of_slots(self):
    return [getattr(self, f.name) for f in fields(self)]


def _restore_slots(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _process(cls, params, match_args, kw_only, slots, weakref_slot):
    namespace = dict(cls.__dict__)
    by_name = _inherited(cls, params.frozen)
    own = _own_fields(cls, namespace, kw_only)
    for f in own:
        by_name[f.name] = f
    _place_defaults(cls, own, namespace)
    setattr(cls, _FIELDS, by_name)
    setattr(cls, _PARAMS, params)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    known = [f for f in by_name.values() if f._field_type is not _FIELD_CLASSVAR]
    _define_methods(cls, known, params, slots, namespace)
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(known)
    if match_args and "__match_args__" not in namespace:
        cls.__match_args__ = tuple([f.name for f in known if f.init and not f.kw_only])
    if slots:
        real = [f.name for f in known if f._field_type is _FIELD]
        cls = _with_slots(cls, real, weakref_slot)
        if params.frozen:
            methods = _frozen_methods(cls, [f for f in known if f._field_type is _FIELD])
            _bind(cls, methods, methods)
            if "__getstate__" not in namespace:
                cls.__getstate__ = _state_of_slots
            if "__setstate__" not in namespace:
                cls.__setstate__ = _restore_slots
    if hasattr(cls, "__abstractmethods__"):
        import abc

        abc.update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds __init__, __repr__, __eq__ and more to a class, from its annotated names."""
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)

    def wrap(cls):
        return _process(cls, params, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


# --- functions of dataclasses -------------------------------------------------------------------------------------


def fields(class_or_instance):
    """The fields, as a tuple of Field."""
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in known.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Is it a dataclass or an instance of one?"""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


_ATOMIC = frozenset([type(None), bool, int, float, str, bytes, complex, type])


def _converted(obj, of_instance):
    """The value with every dataclass instance inside it converted and all else copied."""
    cls = type(obj)
    if cls in _ATOMIC:
        return obj
    if hasattr(cls, _FIELDS):
        return of_instance([(f.name, _converted(getattr(obj, f.name), of_instance)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_converted(v, of_instance) for v in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_converted(v, of_instance) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_converted(k, of_instance), _converted(v, of_instance)) for k, v in obj.items()]
        return cls(obj.default_factory, pairs) if hasattr(cls, "default_factory") else cls(pairs)
    from copy import deepcopy

    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields' values as a tuple, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A new dataclass of these fields: names, (name, type) or (name, type, field(...))."""
    from keyword import iskeyword

    members = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, members[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    members["__annotations__"] = annotations
    members.setdefault("__module__", "types")
    meta = type(bases[0]) if bases else type
    return dataclass(meta(cls_name, tuple(bases), members), init=init, repr=repr, eq=eq, order=order,
                     unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
