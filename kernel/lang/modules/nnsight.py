"""What nnsight spells in Python: exceptions, settings, and the names of older versions."""

import builtins
import enum


class EarlyStopException(Exception):
    """Ends a trace block; the block's end takes it."""


class _NoSuchLayer(AttributeError, IndexError):
    """An index out of range in a list of modules: nnsight raises AttributeError, a list IndexError; this is both."""


_NoSuchLayer.__name__ = _NoSuchLayer.__qualname__ = "AttributeError"
_NoSuchLayer.__module__ = "builtins"


def _no_such_layer(text):
    """What is to be raised."""
    return _NoSuchLayer(text)


class _Api:
    """Where remote=True sends its jobs, and with which key."""

    def __init__(self):
        self.HOST = None
        self.APIKEY = None


class _App:
    """Settings that nnsight has and that have no meaning here."""

    def __init__(self):
        self.REMOTE_LOGGING = True
        self.DEBUG = False
        self.PYMOUNT = True


class _Config:
    """CONFIG.API.HOST and CONFIG.API.APIKEY; the environment's GLASSBOX_HOST and NDIF_HOST count too."""

    def __init__(self):
        self.API = _Api()
        self.APP = _App()

    def set_default_api_key(self, apikey):
        """The key that remote jobs are sent with."""
        self.API.APIKEY = apikey

    def set_default_app_debug(self, debug):
        """Accepted; has no meaning here."""
        self.APP.DEBUG = debug

    def save(self):
        """Accepted: settings belong to the session."""


CONFIG = _Config()


class JobStatus(enum.Enum):
    """How far a remote job is."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    COMPLETED = "COMPLETED"
    ERROR = "ERROR"
    CANCELLED = "CANCELLED"


# Plain Python's own, under the names that older versions needed.
list, dict, int, float, str, bool, tuple, set = (builtins.list, builtins.dict, builtins.int, builtins.float,
                                                  builtins.str, builtins.bool, builtins.tuple, builtins.set)
iter = builtins.iter


def apply(function, *args, **kwargs):
    """function(*args, **kwargs)."""
    return function(*args, **kwargs)


def log(*values):
    """print."""
    print(*values)


class cond:
    """`with nnsight.cond(x):` is accepted for a true x only; plain `if` does both."""

    def __init__(self, condition):
        if not condition:
            raise NotImplementedError("`with cond(...)` cannot skip its block: write `if condition:`")

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def local(*args, **kwargs):
    """Everything is local unless remote=True says otherwise."""
    return args[0] if args else None


from nnsight._net import Envoy as _ModuleEnvoy, NNsight
