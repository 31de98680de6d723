"""Copies of values, shallow and deep."""

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """A value cannot be copied."""


error = Error


def _plain(x):
    pass


class _Class:
    def method(self):
        pass


_Method = type(_Class().method)
# What is the same after copying: immutable values and things that have an identity.
_ATOMIC = frozenset([type(None), bool, int, float, complex, str, bytes, type, range, slice, type(...),
                     type(NotImplemented), property, type(_plain), type(len), type([].append)])
_UNCOPYABLE = frozenset([type(_plain(x) for x in ()), type(iter({}.keys()))])


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _ATOMIC or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if isinstance(x, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x)
    return x if isinstance(reduced, str) else _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose contents are copies too. `memo` holds what was copied already, by id."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        return _deepcopy_tuple(x, memo)
    else:
        y = _deepcopy_object(x, cls, memo)
        if y is x:
            return x
        memo[key] = y
    _keep(x, memo)
    return y


def _keep(x, memo):
    """x lives as long as memo does, so that no other object gets its id."""
    kept = memo.get(id(memo))
    if kept is None:
        memo[id(memo)] = [x]
    else:
        kept.append(x)


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    known = memo.get(id(x))  # a tuple that holds itself, through a list
    if known is not None:
        return known
    for a, b in zip(x, items):
        if a is not b:
            y = memo[id(x)] = tuple(items)
            _keep(x, memo)
            return y
    return x


def _deepcopy_object(x, cls, memo):
    if isinstance(x, type):
        return x
    copier = getattr(x, "__deepcopy__", None)
    if copier is not None:
        return copier(memo)
    if cls is _Method:
        return _Method(x.__func__, deepcopy(x.__self__, memo))
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return x.copy()
    reduced = _reduce(x)
    return x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)


def _reduce(x):
    """How to make x again: (callable, arguments, state, items, pairs)."""
    cls = type(x)
    for name in ("__reduce_ex__", "__reduce__"):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return method(x, 4) if name == "__reduce_ex__" else method(x)
    if cls in _UNCOPYABLE or cls.__module__ == "builtins" and not isinstance(x, BaseException):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    if isinstance(x, BaseException):
        return cls, x.args, dict(x.__dict__) or None
    args = _new_arguments(x)
    items = list(x) if isinstance(x, list) else None
    pairs = list(dict.items(x)) if isinstance(x, dict) else None
    return _new, (cls, *args), _state(x), items, pairs


def _new(cls, *args):
    return cls.__new__(cls, *args)


def _new_arguments(x):
    """What __new__ needs beyond the class."""
    method = getattr(x, "__getnewargs__", None)
    if method is not None:
        return method()
    for base in (int, float, complex, str, bytes, tuple, set, frozenset, bytearray):
        if isinstance(x, base):
            return (base(x),)
    return ()


def _slot_names(cls):
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            yield name


def _state(x):
    """The attributes: a dict, or a pair of the __dict__ and the slots' values."""
    own = getattr(type(x), "__getstate__", None)
    if own is not None and own is not getattr(object, "__getstate__", None):
        return x.__getstate__()
    state = getattr(x, "__dict__", None) or None
    slots = {name: getattr(x, name) for name in _slot_names(type(x)) if hasattr(x, name)}
    return (state, slots) if slots else state


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    """A copy from what _reduce says; deep when there is a memo."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            _set_state(y, state)
    for item in items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        y[key] = value
    return y


def _set_state(y, state):
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    for name, value in (slots or {}).items():
        object.__setattr__(y, name, value)
