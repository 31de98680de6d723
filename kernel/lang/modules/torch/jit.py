"""Nothing needs compiling here: each function gives what it was given."""


def script(obj, *args, **kwargs):
    """The function or module itself."""
    return obj


def trace(func, example_inputs=None, *args, **kwargs):
    """The function or module itself."""
    return func


def ignore(drop=False, **kwargs):
    """The function itself."""
    return drop if callable(drop) else (lambda f: f)


unused = export = ignore


def is_scripting():
    """Never."""
    return False


is_tracing = is_scripting
