"""The interpreter: what it is, where its texts go, its limits."""


class _Fields(tuple):
    """A tuple whose items have names, printed as `sys.NAME(field=value, …)`."""

    _names = ()
    _title = ""

    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(f"{type(self)._title!r} object has no attribute {name!r}")

    def __repr__(self):
        return f"{self._title}({', '.join(f'{n}={v!r}' for n, v in zip(self._names, self))})"


def _fields(title, **values):
    kind = type(title.rpartition(".")[2], (_Fields,), {"_names": tuple(values), "_title": title})
    return kind(*values.values())


version_info = _fields("sys.version_info", major=3, minor=11, micro=7, releaselevel="final", serial=0)
hexversion = 0x030B07F0
version = f"3.11.7 (Glassbox {_glassbox_version})"
copyright = "Copyright (c) the Glassbox authors."
api_version = 1013
platform = "linux"
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 1114111
float_repr_style = "short"
float_info = _fields(
    "sys.float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308,
    min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _fields("sys.int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                   str_digits_check_threshold=640)
hash_info = _fields("sys.hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003,
                    algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
flags = _fields(
    "sys.flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
    ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0, isolated=0, dev_mode=False,
    utf8_mode=1, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)


class _Namespace:
    """Names printed as `namespace(name=value, …)`."""

    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return f"namespace({', '.join(f'{n}={v!r}' for n, v in self.__dict__.items())})"


implementation = _Namespace(name="glassbox", cache_tag=None, version=version_info, hexversion=hexversion)

argv = [""]
orig_argv = [""]
path = [""]
meta_path = []
path_hooks = []
warnoptions = []
dont_write_bytecode = True
executable = ""
prefix = exec_prefix = base_prefix = base_exec_prefix = ""
builtin_module_names = ()

stdout = __stdout__ = _stream(1)
stderr = __stderr__ = _stream(2)
stdin = __stdin__ = _stream(0)


def exit(status=None, /):
    """Ends the program: raises SystemExit(status)."""
    raise SystemExit(status) if status is not None else SystemExit


def exc_info():
    """(class, exception, None) of what is being handled, or three Nones."""
    exception = _handled()
    if exception is None:
        return (None, None, None)
    return (type(exception), exception, getattr(exception, "__traceback__", None))


def exception():
    """The exception being handled, or None."""
    return _handled()


def displayhook(value, /):
    """Prints the repr of what an expression gave."""
    if value is not None:
        print(repr(value))


__displayhook__ = displayhook


def excepthook(exctype, value, traceback, /):
    """Prints an exception to stderr."""
    print(f"{exctype.__name__}: {value}" if str(value) else exctype.__name__, file=stderr)


__excepthook__ = excepthook


def getdefaultencoding():
    """'utf-8'."""
    return "utf-8"


def getfilesystemencoding():
    """'utf-8'."""
    return "utf-8"


def getswitchinterval():
    """There is one thread; what CPython answers."""
    return 0.005


def gettrace():
    """None: nothing traces."""
    return None


def getprofile():
    """None: nothing profiles."""
    return None


def is_finalizing():
    """False."""
    return False
