"""Which implementation attention takes: every one gives the same numbers here."""

from enum import IntEnum

from torch._modes import _Mode


class SDPBackend(IntEnum):
    """The implementations there are elsewhere."""

    ERROR = -1
    MATH = 0
    FLASH_ATTENTION = 1
    EFFICIENT_ATTENTION = 2
    CUDNN_ATTENTION = 3


class sdpa_kernel(_Mode):
    """Accepted; the implementation is libtorch's choice."""

    def __init__(self, backends=None, set_priority=False):
        pass

    def _again(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False
