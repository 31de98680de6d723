"""numpy.fft over torch.fft."""

import torch
from numpy._array import floating, ndarray, tensor_of


def _call(name):
    function = getattr(torch.fft, name)

    def call(a, *args, **keywords):
        return ndarray(function(floating(tensor_of(a)), *args, **keywords))

    call.__name__ = name
    return call


for _name in ("fft", "ifft", "rfft", "irfft", "fft2", "ifft2", "fftshift", "ifftshift"):
    globals()[_name] = _call(_name)


def fftfreq(n, d=1.0):
    return ndarray(torch.fft.fftfreq(n, d, dtype=torch.float64))


def rfftfreq(n, d=1.0):
    return ndarray(torch.fft.rfftfreq(n, d, dtype=torch.float64))
