"""Exceptions as text."""

import sys as _sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_tb"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class FrameSummary:
    """One frame: filename, lineno, name, line."""

    def __init__(self, filename, lineno, name, line=None):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line
        self.locals = None

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """Frames, outermost first."""

    def format(self):
        """The lines."""
        return format_list(self)


def walk_tb(tb):
    """(frame, line) for each frame of a traceback."""
    while tb is not None:
        yield tb, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    frames = StackSummary()
    for entry, lineno in walk_tb(tb):
        name = getattr(entry, "tb_name", None) or entry.tb_frame.f_code.co_name
        frames.append(FrameSummary(getattr(entry, "tb_file", "<cell>"), lineno, name, getattr(entry, "tb_line", None)))
    if limit is not None:
        frames = StackSummary(frames[:limit] if limit >= 0 else frames[limit:])
    return frames


def extract_stack(f=None, limit=None):
    """No frames: the stack is not shown to programs."""
    return StackSummary()


def format_list(extracted_list):
    """The lines of frames."""
    lines = []
    for frame in extracted_list:
        filename, lineno, name, line = frame
        lines.append(f'  File "{filename}", line {lineno}, in {name}\n' + (f"    {line.strip()}\n" if line else ""))
    return lines


def format_tb(tb, limit=None):
    """The lines of a traceback."""
    return format_list(extract_tb(tb, limit))


def format_stack(f=None, limit=None):
    """No lines: the stack is not shown to programs."""
    return []


def _value_text(exc):
    try:
        return str(exc)
    except Exception:
        return "<exception str() failed>"


def format_exception_only(exc, /, value=None):
    """The last lines: class and text, and notes."""
    if isinstance(exc, type) or exc is None:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    cls = type(exc)
    name = cls.__qualname__
    if cls.__module__ not in ("__main__", "builtins"):
        name = f"{cls.__module__}.{name}"
    text = _value_text(exc)
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(exc, "__notes__", None) or ():
        lines.extend([line + "\n" for line in str(note).split("\n")])
    return lines


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    """All lines: what it came from, the frames, class and text."""
    if isinstance(exc, type) or exc is None:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    return _formatted(exc, limit, chain, set())


def _formatted(exc, limit, chain, seen):
    seen.add(id(exc))
    lines = []
    if chain:
        cause, context = exc.__cause__, exc.__context__
        if cause is not None and id(cause) not in seen:
            lines += _formatted(cause, limit, chain, seen) + [_CAUSE]
        elif context is not None and not exc.__suppress_context__ and id(context) not in seen:
            lines += _formatted(context, limit, chain, seen) + [_CONTEXT]
    if exc.__traceback__ is not None:
        lines.append("Traceback (most recent call last):\n")
        lines += format_tb(exc.__traceback__, limit)
    return lines + format_exception_only(exc)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    """Writes all lines to a file (stderr)."""
    (file or _sys.stderr).write("".join(format_exception(exc, value, tb, limit, chain)))


def format_exc(limit=None, chain=True):
    """The text of the exception being handled."""
    return "".join(format_exception(_sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Writes the exception being handled."""
    print_exception(_sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Writes the last exception that nobody handled."""
    if not hasattr(_sys, "last_value"):
        raise ValueError("no last exception")
    print_exception(_sys.last_value, limit=limit, file=file, chain=chain)


def print_tb(tb, limit=None, file=None):
    """Writes the frames of a traceback."""
    (file or _sys.stderr).write("".join(format_tb(tb, limit)))


def print_stack(f=None, limit=None, file=None):
    """Writes nothing: the stack is not shown to programs."""


def clear_frames(tb):
    """Nothing to clear: frames keep no variables."""


class TracebackException:
    """An exception ready to be shown later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, chain=True, **kwargs):
        self.exc_type, self._exc, self._limit = exc_type, exc_value, limit
        self.stack = extract_tb(exc_traceback, limit)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return _value_text(self._exc)

    def format(self, *, chain=True):
        """The lines."""
        yield from format_exception(self._exc, limit=self._limit, chain=chain)

    def format_exception_only(self):
        """The last lines."""
        yield from format_exception_only(self._exc)

    def print(self, *, file=None, chain=True):
        """Writes the lines."""
        print_exception(self._exc, file=file, chain=chain)
