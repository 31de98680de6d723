"""Tensors: what Python spells in its own way. Everything else of torch is ATen's, found by name.

`float`, `int` and `bool` are dtypes in this module, so its functions live in modules of their own."""

import math

inf, nan, pi, e = math.inf, math.nan, math.pi, math.e
newaxis = None
__version__ = "2.13.0"
default_generator = _default_generator()

from torch._modes import enable_grad, inference_mode, no_grad, set_grad_enabled
from torch import return_types
from torch._functions import *
from torch._functions import _chosen
from torch._settings import *
from torch import _tensor


def autocast(device_type, dtype=None, enabled=True, cache_enabled=None):
    """Products in a narrower dtype, inside a block: torch.amp.autocast."""
    from torch import amp

    return amp.autocast(device_type, dtype, enabled, cache_enabled)


def load(*args, **kwargs):
    """Reads what save wrote: torch.serialization.load."""
    from torch import serialization

    return serialization.load(*args, **kwargs)


def save(*args, **kwargs):
    """Writes tensors and containers of them to a stream: torch.serialization.save."""
    from torch import serialization

    return serialization.save(*args, **kwargs)
