"""Functions of functions."""

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


def reduce(function, iterable, initial=_missing, /):
    """function(function(initial, x0), x1) …"""
    iterator = iter(iterable)
    if initial is _missing:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for x in iterator:
        initial = function(initial, x)
    return initial


class partial:
    """partial(f, *args, **keywords)(…) is f(*args, …, **keywords)."""

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{k}={v!r}" for k, v in self.keywords.items()]
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    """partial for methods, in a class body."""

    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        if obj is None:
            return partial(self.func, *self.args, **self.keywords)
        func = self.func
        if hasattr(func, "__get__"):
            return partial(func.__get__(obj, cls), *self.args, **self.keywords)
        return partial(func, obj, *self.args, **self.keywords)


class _CacheInfo(tuple):
    """hits, misses, maxsize, currsize."""

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def _cache_key(args, keywords, typed):
    key = args
    if keywords:
        key = (args, tuple(keywords.items()), _missing)
    if typed:
        key = (key, tuple([type(x) for x in args]), tuple([type(x) for x in keywords.values()]))
    return key


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._hits = self._misses = 0
        update_wrapper(self, function)

    def __call__(self, /, *args, **keywords):
        if keywords or self._typed or len(args) != 1:
            key = _cache_key(args, keywords, self._typed)
        else:
            key = args[0]
            if type(key) is not int and type(key) is not str:
                key = args
        cache = self._cache
        value = cache.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **keywords)
        maxsize = self._maxsize
        if maxsize == 0 or key in cache:
            return value
        if maxsize is not None and len(cache) >= maxsize:
            del cache[next(iter(cache))]
        cache[key] = value
        return value

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return _BoundCache(self, obj)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object of {self._function!r}>"

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


class _BoundCache:
    """A cached method of one object."""

    def __init__(self, cache, obj):
        self.__func__, self.__self__ = cache, obj
        self.__name__ = getattr(cache, "__name__", None)
        self.__wrapped__ = cache.__wrapped__

    def __call__(self, /, *args, **keywords):
        return self.__func__(self.__self__, *args, **keywords)

    def __getattr__(self, name):
        return getattr(self.__func__, name)


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the maxsize latest calls (None: of all)."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _lru_cache_wrapper(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    """lru_cache without a limit."""
    return _lru_cache_wrapper(user_function, None, False)


class cached_property:
    """A property that is computed once for each object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__.get(self.attrname, _missing)
        if value is _missing:
            value = instance.__dict__[self.attrname] = self.func(instance)
        return value


def cmp_to_key(mycmp):
    """A key function from one that compares two items (negative, 0, positive)."""

    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


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


def singledispatch(func):
    """A function whose implementation is chosen by the type of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, implementation=None):
        if implementation is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            implementation = cls
            hints = list(getattr(implementation, "__annotations__", {}).values())
            if not hints:
                raise TypeError(f"Invalid first argument to `register()`: {implementation!r}. Use either "
                                "`@register(some_class)` or plain `@register` on an annotated function.")
            cls = hints[0]
        registry[cls] = implementation
        return implementation

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods."""

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
