"""Context managers."""

from functools import wraps as _wraps

__all__ = ["contextmanager", "closing", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager",
           "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress", "chdir"]


def __getattr__(name):
    # The abstract classes need the module abc, which few programs ask for.
    if name == "AbstractContextManager" or name == "AbstractAsyncContextManager":
        from abc import ABC, abstractmethod

        class AbstractContextManager(ABC):
            """Has __enter__ and __exit__."""

            __class_getitem__ = classmethod(type(list[int]))

            def __enter__(self):
                return self

            @abstractmethod
            def __exit__(self, exc_type, exc_value, traceback):
                """Ends the context; true swallows the exception."""
                return None

            @classmethod
            def __subclasshook__(cls, C):
                if cls.__name__ == "AbstractContextManager" and hasattr(C, "__enter__") and hasattr(C, "__exit__"):
                    return True
                return NotImplemented

        AbstractContextManager.__qualname__ = "AbstractContextManager"
        globals()["AbstractContextManager"] = AbstractContextManager
        globals()["AbstractAsyncContextManager"] = AbstractContextManager
        return AbstractContextManager
    raise AttributeError(f"module 'contextlib' has no attribute {name!r}")


class ContextDecorator:
    """Makes a context manager usable as a decorator of functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(ContextDecorator):
    """What a function decorated by contextmanager returns."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    """A context manager from a generator that yields once."""

    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing:
    """Calls thing.close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class nullcontext:
    """Does nothing; `as` gives enter_result."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class suppress:
    """Swallows exceptions of these classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class _RedirectStream:
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys

        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys

        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """What is printed goes to another stream."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """What is printed to sys.stderr goes to another stream."""

    _stream = "stderr"


class ExitStack:
    """Context managers and callbacks, ended in reverse order."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        """A new stack that takes all over."""
        new = type(self)()
        new._exits, self._exits = self._exits, []
        return new

    def push(self, exit):
        """Adds an __exit__ method, or a function like one."""
        method = getattr(type(exit), "__exit__", None)
        self._exits.append(exit if method is None else _bound(method, exit))
        return exit

    def enter_context(self, cm):
        """Enters a context manager; its result."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                            "protocol") from None
        result = enter(cm)
        self._exits.append(_bound(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function to be called at the end."""

        def run(exc_type, exc, tb):
            callback(*args, **kwds)

        run.__wrapped__ = callback
        self._exits.append(run)
        return callback

    def close(self):
        """Ends all now."""
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, typ, value, traceback):
        received = typ is not None
        current = value
        suppressed = pending = False
        while self._exits:
            exit = self._exits.pop()
            try:
                if exit(None if current is None else type(current), current,
                        getattr(current, "__traceback__", None)):
                    suppressed, pending, current = True, False, None
            except BaseException as exc:
                _chain(exc, current, value)
                pending, current = True, exc
        if pending:
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context
                raise
        return received and suppressed


def _bound(method, cm):
    def exit(exc_type, exc, tb):
        return method(cm, exc_type, exc, tb)

    exit.__self__ = cm
    return exit


def _chain(new, old, outside):
    """Gives `new` the context it would have in nested with statements."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            break
        new = context
    new.__context__ = old


class chdir:
    """Refused: a notebook's folder does not change."""

    def __init__(self, path):
        raise NotImplementedError("chdir: a notebook's folder does not change; use paths below it")
