"""Looking at functions, classes and modules."""

import types as _types
from enum import IntEnum as _IntEnum

__all__ = ["ArgInfo", "BoundArguments", "FullArgSpec", "Parameter", "Signature", "cleandoc", "classify_class_attrs",
           "currentframe", "getcallargs", "getdoc", "getfullargspec", "getmembers", "getmodule", "getmro", "getsource",
           "isabstract", "isbuiltin", "isclass", "iscode", "iscoroutinefunction", "isdatadescriptor", "isfunction",
           "isgenerator", "isgeneratorfunction", "ismethod", "ismethoddescriptor", "ismodule", "isroutine", "signature",
           "unwrap", "get_annotations", "istraceback", "isframe", "iscoroutine", "isasyncgenfunction", "getattr_static"]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32


# --- what something is --------------------------------------------------------------------------------------------


def ismodule(object):
    """Is it a module?"""
    return isinstance(object, _types.ModuleType)


def isclass(object):
    """Is it a class?"""
    return isinstance(object, type)


def isfunction(object):
    """Is it a function made by def or lambda?"""
    return isinstance(object, _types.FunctionType)


def ismethod(object):
    """Is it a bound method?"""
    return isinstance(object, _types.MethodType)


def isbuiltin(object):
    """Is it a builtin function or method?"""
    return isinstance(object, (_types.BuiltinFunctionType, _types.BuiltinMethodType))


def isroutine(object):
    """Is it a function or method of any kind?"""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    """Is it a method of a builtin class?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__")


def isdatadescriptor(object):
    """Is it a property or the like?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    """Is it a computed attribute of a builtin class?"""
    return isinstance(object, _types.GetSetDescriptorType)


def ismemberdescriptor(object):
    """Is it a member named in __slots__?"""
    return isinstance(object, _types.MemberDescriptorType)


def isgeneratorfunction(object):
    """Does calling it make a generator?"""
    object = getattr(object, "__func__", object)
    return isfunction(object) and bool(object.__code__.co_flags & CO_GENERATOR)


def isgenerator(object):
    """Is it a generator?"""
    return isinstance(object, _types.GeneratorType)


def iscode(object):
    """Is it code?"""
    return isinstance(object, _types.CodeType)


def istraceback(object):
    """Is it a traceback?"""
    return isinstance(object, _types.TracebackType)


def isabstract(object):
    """Is it a class with abstract methods?"""
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _never(object):
    """False: nothing is asynchronous, and frames are not shown."""
    return False


iscoroutinefunction = isasyncgenfunction = iscoroutine = isawaitable = isasyncgen = isframe = _never


def currentframe():
    """None: frames are not shown to programs."""
    return None


def stack(context=1):
    """No frames: they are not shown to programs."""
    return []


# --- members and texts --------------------------------------------------------------------------------------------


def getmro(cls):
    """The classes in the order of lookup."""
    return cls.__mro__


def getmembers(object, predicate=None):
    """(name, value) of all attributes, sorted by name."""
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


getmembers_static = getmembers
_missing = object()


def getattr_static(obj, attr, default=_missing):
    """The attribute as it is stored, without calling anything."""
    space = getattr(obj, "__dict__", {})
    if not isclass(obj) and attr in space:
        return space[attr]
    for cls in (obj if isclass(obj) else type(obj)).__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default


def getmodule(object, _filename=None):
    """The module in which something was defined."""
    import sys

    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=None)
    lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The documentation, also of a method that is overridden without any."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        if isclass(object):
            bases = object.__mro__[1:-1]
            doc = next((b.__doc__ for b in bases if b.__doc__), None)
        elif ismethod(object):
            name, owner = object.__name__, object.__self__
            for base in (owner if isclass(owner) else type(owner)).__mro__:
                doc = getattr(base.__dict__.get(name), "__doc__", None)
                if doc:
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def _no_source(object):
    raise OSError("could not get source code")


getsource = getsourcelines = getsourcefile = getfile = findsource = _no_source


def unwrap(func, *, stop=None):
    """What decorators wrapped."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations as a new dict."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__", {})
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, "__annotations__", None) or {}
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if eval_str:
        from typing import get_type_hints

        return get_type_hints(obj, globals, locals)
    return dict(found)


def formatannotation(annotation, base_module=None):
    """An annotation as a signature shows it."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


# --- signatures ---------------------------------------------------------------------------------------------------


class _empty:
    """There is no default, no annotation."""


class _ParameterKind(_IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        member = int.__new__(cls, len(cls.__members__))
        member._value_ = len(cls.__members__)
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD = _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_missing, kind=_missing, annotation=_missing, default=_missing):
        """With some parts changed."""
        return type(self)(self._name if name is _missing else name, self._kind if kind is _missing else kind,
                          default=self._default if default is _missing else default,
                          annotation=self._annotation if annotation is _missing else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    """Arguments by the names of their parameters."""

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        """The positional ones."""
        args = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if p.kind is _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        """The keyword ones."""
        kwargs, started = {}, False
        for name, p in self._signature.parameters.items():
            if not started:
                if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                    started = True
                else:
                    continue
            if name not in self.arguments:
                continue
            if p.kind is _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            elif p.kind is not _VAR_POSITIONAL:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Adds the defaults of what was not given."""
        filled = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif p.default is not _empty:
                filled[name] = p.default
            elif p.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif p.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        inside = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{type(self).__name__} ({inside})>"


class Signature:
    """The parameters of a callable, and what it returns."""

    __slots__ = ("_parameters", "_return")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, kind, defaults = {}, _POSITIONAL_ONLY, False
        for p in parameters or ():
            if p.kind < kind:
                raise ValueError(f"wrong parameter order: {kind.description} parameter before {p.kind.description} "
                                 "parameter")
            if p.kind > kind:
                kind = p.kind
            if p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if p.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError("non-default argument follows default argument")
            if p.name in found:
                raise ValueError(f"duplicate parameter name: {p.name!r}")
            found[p.name] = p
        self._parameters = _types.MappingProxyType(found)
        self._return = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Of a function, method or class."""
        return _signature_of(obj, cls, follow_wrapped)

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        """With some parts changed."""
        return type(self)(self._parameters.values() if parameters is _missing else parameters,
                          return_annotation=self._return if return_annotation is _missing else return_annotation)

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by their parameters; TypeError when they do not fit."""
        return self._bound(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same; some may be missing."""
        return self._bound(args, kwargs, True)

    def _bound(self, args, kwargs, partial):
        arguments, given = {}, list(args)
        for p in self._parameters.values():
            if p.kind is _VAR_POSITIONAL:
                if given or not partial and not given and args:
                    arguments[p.name] = tuple(given)
                elif given:
                    arguments[p.name] = tuple(given)
                if not arguments.get(p.name, True):
                    del arguments[p.name]
                given = []
            elif p.kind is _VAR_KEYWORD:
                continue
            elif given and p.kind is not _KEYWORD_ONLY:
                if p.name in kwargs and p.kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {p.name!r}") from None
                arguments[p.name] = given.pop(0)
            elif p.name in kwargs and p.kind is not _POSITIONAL_ONLY:
                arguments[p.name] = kwargs.pop(p.name)
            elif p.name in kwargs and p.default is _empty:
                raise TypeError(f"{p.name!r} parameter is positional only, but was passed as a keyword")
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {p.name!r}") from None
        if given:
            raise TypeError("too many positional arguments") from None
        if kwargs:
            rest = [p.name for p in self._parameters.values() if p.kind is _VAR_KEYWORD]
            if not rest:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest[0]] = kwargs
        return BoundArguments(self, arguments)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.values()) == list(other._parameters.values()) and self._return == other._return

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return))

    def __str__(self):
        parts, slash, star = [], False, True
        for p in self._parameters.values():
            if p.kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if p.kind is _VAR_POSITIONAL:
                star = False
            elif p.kind is _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(p))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        return text if self._return is _empty else f"{text} -> {formatannotation(self._return)}"

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


def _of_function(func, cls):
    code, hints = func.__code__, getattr(func, "__annotations__", {}) or {}
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_posonlyargcount
    defaults, keyword_defaults = func.__defaults__ or (), func.__kwdefaults__ or {}
    first_default = positional - len(defaults)
    found = []
    for i, name in enumerate(names[:positional]):
        found.append(Parameter(name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
                               annotation=hints.get(name, _empty),
                               default=defaults[i - first_default] if i >= first_default else _empty))
    at = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        found.append(Parameter(names[at], _VAR_POSITIONAL, annotation=hints.get(names[at], _empty)))
    for name in names[positional:at]:
        found.append(Parameter(name, _KEYWORD_ONLY, annotation=hints.get(name, _empty),
                               default=keyword_defaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        at += bool(code.co_flags & CO_VARARGS)
        found.append(Parameter(names[at], _VAR_KEYWORD, annotation=hints.get(names[at], _empty)))
    return cls(found, return_annotation=hints.get("return", _empty))


_VALUES = {"None": None, "True": True, "False": False, "()": ()}


def _default_of(text):
    if text in _VALUES:
        return _VALUES[text]
    if text[0] in "'\"":
        return text[1:-1]
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return _empty


def _of_text(text, cls, with_self):
    """From the signature text of a builtin function: '(x, /, y=None, *args)'."""
    found, kind = [], _POSITIONAL_OR_KEYWORD
    if with_self:
        found.append(Parameter("self", _POSITIONAL_ONLY))
    for part in [p.strip() for p in text.strip("()").split(",") if p.strip()]:
        if part == "/":
            found = [p.replace(kind=_POSITIONAL_ONLY) for p in found]
        elif part == "*":
            kind = _KEYWORD_ONLY
        elif part.startswith("**"):
            found.append(Parameter(part[2:], _VAR_KEYWORD))
        elif part.startswith("*"):
            found.append(Parameter(part[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            name, _, default = part.partition("=")
            found.append(Parameter(name, kind, default=_default_of(default) if default not in ("", "?") else _empty))
    return cls(found)


def _without_first(sig):
    found = list(sig.parameters.values())
    if not found or found[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if found[0].kind is not _VAR_POSITIONAL:
        found = found[1:]
    return sig.replace(parameters=found)


def _of_partial(partial, cls, follow):
    sig = _signature_of(partial.func, cls, follow)
    bound = sig.bind_partial(*partial.args, **partial.keywords)
    found, keyword_only = [], False
    for name, p in sig.parameters.items():
        if name in partial.keywords:
            keyword_only = True
            found.append(p.replace(kind=_KEYWORD_ONLY, default=partial.keywords[name]))
        elif name in bound.arguments and p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            continue
        elif keyword_only and p.kind is _POSITIONAL_OR_KEYWORD:
            found.append(p.replace(kind=_KEYWORD_ONLY))
        else:
            found.append(p)
    return sig.replace(parameters=found)


def _of_class(obj, cls, follow):
    call = getattr(type(obj), "__call__", None)
    if type(obj) is not type and isinstance(call, _types.FunctionType) and type(obj).__name__ != "EnumType":
        return _without_first(_of_function(call, cls))
    for name in ("__new__", "__init__"):
        for base in obj.__mro__[:-1]:
            method = base.__dict__.get(name)
            method = getattr(method, "__func__", method)
            if isfunction(method) and not (name == "__new__" and base.__module__ == "typing"):
                return _without_first(_signature_of(method, cls, follow))
    if obj.__mro__[-2:-1] and all(b.__module__ != "builtins" for b in obj.__mro__[:-1]):
        return cls()
    raise ValueError(f"no signature found for builtin type {obj!r}")


def _signature_of(obj, cls, follow):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, cls, follow))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, cls, follow)
    own = getattr(obj, "__signature__", None)
    if own is not None and not isclass(obj) or isinstance(own, Signature):
        return own
    if isfunction(obj):
        return _of_function(obj, cls)
    if type(obj).__name__ == "partial" and hasattr(obj, "keywords"):
        return _of_partial(obj, cls, follow)
    if isclass(obj):
        return _of_class(obj, cls, follow)
    if isbuiltin(obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _of_text(text, cls, False)
    call = getattr(type(obj), "__call__", None)
    if call is None:
        raise ValueError(f"callable {obj!r} is not supported by signature")
    return _without_first(_signature_of(call, cls, follow))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The parameters of a callable."""
    return _signature_of(obj, Signature, follow_wrapped)


def __getattr__(name):
    # namedtuple is known to few programs that look at functions.
    if name in ("FullArgSpec", "ArgInfo", "Attribute"):
        from collections import namedtuple

        fields = {"FullArgSpec": "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations",
                  "ArgInfo": "args varargs keywords locals", "Attribute": "name kind defining_class object"}
        made = globals()[name] = namedtuple(name, fields[name])
        return made
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


def getfullargspec(func):
    """The parameters as lists of names."""
    try:
        sig = _signature_of(func, Signature, False)
    except ValueError as ex:
        raise TypeError("unsupported callable") from ex
    args, defaults, keyword, keyword_defaults, hints = [], (), [], {}, {}
    star = double = None
    if sig.return_annotation is not _empty:
        hints["return"] = sig.return_annotation
    if ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    for p in sig.parameters.values():
        if p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(p.name)
            if p.default is not _empty:
                defaults += (p.default,)
        elif p.kind is _VAR_POSITIONAL:
            star = p.name
        elif p.kind is _KEYWORD_ONLY:
            keyword.append(p.name)
            if p.default is not _empty:
                keyword_defaults[p.name] = p.default
        else:
            double = p.name
        if p.annotation is not _empty:
            hints[p.name] = p.annotation
    return __getattr__("FullArgSpec")(args, star, double, defaults or None, keyword, keyword_defaults or None, hints)


def getcallargs(func, /, *positional, **named):
    """The arguments of a call by name."""
    bound = signature(func).bind(*positional, **named)
    given = dict(bound.arguments)
    bound.apply_defaults()
    found = {name: given[name] for name in given if bound.signature.parameters[name].kind is not _VAR_KEYWORD}
    for kind in (_VAR_POSITIONAL, _VAR_KEYWORD, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
        for p in bound.signature.parameters.values():
            if p.kind is kind:
                found.setdefault(p.name, bound.arguments[p.name])
    return found


def classify_class_attrs(cls):
    """(name, kind, defining class, object) of all attributes."""
    made, found = __getattr__("Attribute"), []
    for name in dir(cls):
        owner = next((b for b in cls.__mro__ if name in b.__dict__), cls)
        value = owner.__dict__.get(name, getattr(cls, name, None))
        kind = ("class method" if isinstance(value, classmethod) else
                "static method" if isinstance(value, staticmethod) else
                "property" if isinstance(value, property) else "method" if isroutine(value) else "data")
        found.append(made(name, kind, owner, value))
    return found
