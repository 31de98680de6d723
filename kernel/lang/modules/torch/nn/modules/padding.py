"""Padding layers."""

import torch.nn.functional as F
from torch.nn.modules.module import Module


class _PadNd(Module):
    def __init__(self, padding):
        super().__init__()
        n = 2 * self._n
        self.padding = tuple(padding) if isinstance(padding, (list, tuple)) else (padding,) * n

    def forward(self, input):
        return F.pad(input, self.padding, self._mode)

    def extra_repr(self):
        return f"{self.padding}"


class _ConstantPad(_PadNd):
    def __init__(self, padding, value):
        super().__init__(padding)
        self.value = value

    def forward(self, input):
        return F.pad(input, self.padding, "constant", self.value)

    def extra_repr(self):
        return f"padding={self.padding}, value={self.value}"


class _ZeroPad(_ConstantPad):
    def __init__(self, padding):
        super().__init__(padding, 0.0)

    def extra_repr(self):
        return f"{self.padding}"


def _kinds(name, base, doc, **fields):
    return tuple(type(f"{name}{n}d", (base,), {"_n": n, "__doc__": doc, "__module__": __name__, **fields}) for n in (1, 2, 3))


ConstantPad1d, ConstantPad2d, ConstantPad3d = _kinds("ConstantPad", _ConstantPad, "A value around.")
ZeroPad1d, ZeroPad2d, ZeroPad3d = _kinds("ZeroPad", _ZeroPad, "Zeros around.")
ReflectionPad1d, ReflectionPad2d, ReflectionPad3d = _kinds("ReflectionPad", _PadNd, "The input mirrored around.", _mode="reflect")
ReplicationPad1d, ReplicationPad2d, ReplicationPad3d = _kinds("ReplicationPad", _PadNd, "The edge repeated around.",
                                                              _mode="replicate")
CircularPad1d, CircularPad2d, CircularPad3d = _kinds("CircularPad", _PadNd, "The other end around.", _mode="circular")
