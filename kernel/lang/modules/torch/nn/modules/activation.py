"""Activations."""

import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter


class _Activation(Module):
    """A function with settings: `_settings` are (name, default), in order; `_shown` names those that print."""

    _settings, _shown = (), None

    def __init__(self, *args, **kwargs):
        super().__init__()
        names = [name for name, _ in self._settings]
        if len(args) > len(names):
            raise TypeError(f"{type(self).__name__}.__init__() takes {'from 1 to ' if names else ''}{len(names) + 1} positional "
                            f"argument{'s' if names else ''} but {len(args) + 1} were given")
        for name in kwargs:
            if name not in names:
                raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument '{name}'")
        for i, (name, default) in enumerate(self._settings):
            value = args[i] if i < len(args) else kwargs.get(name, default)
            if value is _REQUIRED:
                raise TypeError(f"{type(self).__name__}.__init__() missing 1 required positional argument: '{name}'")
            self.__dict__[name] = value

    def extra_repr(self):
        names = [name for name, _ in self._settings if name != "inplace"] if self._shown is None else self._shown
        parts = [f"{name}={getattr(self, name)!r}" for name in names]
        return ", ".join(parts + (["inplace=True"] if getattr(self, "inplace", False) else []))


_REQUIRED = object()
_INPLACE = (("inplace", False),)


class ReLU(_Activation):
    """max(x, 0)."""

    _settings = _INPLACE

    def forward(self, input):
        return F.relu(input, self.inplace)


class ReLU6(_Activation):
    """min(max(x, 0), 6)."""

    _settings = _INPLACE

    def forward(self, input):
        return F.relu6(input, inplace=self.inplace)

    def extra_repr(self):
        return "inplace=True" if self.inplace else ""


class RReLU(_Activation):
    """x, or x times a random slope below 0."""

    _settings = ("lower", 1.0 / 8), ("upper", 1.0 / 3), ("inplace", False)

    def forward(self, input):
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)


class GELU(_Activation):
    """x Φ(x)."""

    _settings = (("approximate", "none"),)

    def forward(self, input):
        return F.gelu(input, approximate=self.approximate)


class SiLU(_Activation):
    """x sigmoid(x)."""

    _settings = _INPLACE

    def forward(self, input):
        return F.silu(input, inplace=self.inplace)


class Mish(_Activation):
    """x tanh(softplus(x))."""

    _settings = _INPLACE

    def forward(self, input):
        return F.mish(input, inplace=self.inplace)


class SELU(_Activation):
    """Scaled exponential linear unit."""

    _settings = _INPLACE

    def forward(self, input):
        return F.selu(input, inplace=self.inplace)


class ELU(_Activation):
    """Exponential linear unit."""

    _settings = ("alpha", 1.0), ("inplace", False)

    def forward(self, input):
        return F.elu(input, self.alpha, inplace=self.inplace)


class CELU(_Activation):
    """Continuous exponential linear unit."""

    _settings = ("alpha", 1.0), ("inplace", False)

    def forward(self, input):
        return F.celu(input, self.alpha, inplace=self.inplace)


class LeakyReLU(_Activation):
    """x, or a small slope below 0."""

    _settings = ("negative_slope", 0.01), ("inplace", False)

    def forward(self, input):
        return F.leaky_relu(input, self.negative_slope, inplace=self.inplace)


class Sigmoid(_Activation):
    """1 / (1 + exp(-x))."""

    def forward(self, input):
        return torch.sigmoid(input)


class Tanh(_Activation):
    """tanh(x)."""

    def forward(self, input):
        return torch.tanh(input)


class LogSigmoid(_Activation):
    """log(sigmoid(x))."""

    def forward(self, input):
        return F.logsigmoid(input)


class Softplus(_Activation):
    """log(1 + exp(x))."""

    _settings = ("beta", 1.0), ("threshold", 20.0)

    def forward(self, input):
        return F.softplus(input, self.beta, self.threshold)


class Softsign(_Activation):
    """x / (1 + |x|)."""

    def forward(self, input):
        return F.softsign(input)


class Softmax(_Activation):
    """Probabilities along a dimension."""

    _settings = (("dim", None),)

    def forward(self, input):
        return F.softmax(input, self.dim)


class Softmax2d(_Activation):
    """Probabilities over channels."""

    def forward(self, input):
        if input.ndim not in (3, 4):
            raise ValueError(f"Softmax2d: expected input to be 3D or 4D, got {input.ndim}D instead")
        return F.softmax(input, -3)


class LogSoftmax(_Activation):
    """Logarithms of softmax."""

    _settings = (("dim", None),)

    def forward(self, input):
        return F.log_softmax(input, self.dim)


class Softmin(_Activation):
    """Softmax of -x."""

    _settings = (("dim", None),)

    def forward(self, input):
        return F.softmin(input, self.dim)


class Hardtanh(_Activation):
    """x within limits."""

    _settings = ("min_val", -1.0), ("max_val", 1.0), ("inplace", False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.max_val <= self.min_val:
            raise AssertionError(f"max_val ({self.max_val}) must be greater than min_val ({self.min_val})")

    def forward(self, input):
        return F.hardtanh(input, self.min_val, self.max_val, inplace=self.inplace)


class Hardsigmoid(_Activation):
    """Piecewise linear sigmoid."""

    _settings, _shown = _INPLACE, ()

    def forward(self, input):
        return F.hardsigmoid(input, inplace=self.inplace)

    def extra_repr(self):
        return ""


class Hardswish(_Activation):
    """x hardsigmoid(x)."""

    _settings = _INPLACE

    def forward(self, input):
        return F.hardswish(input, inplace=self.inplace)

    def extra_repr(self):
        return ""


class Tanhshrink(_Activation):
    """x - tanh(x)."""

    def forward(self, input):
        return F.tanhshrink(input)


class Softshrink(_Activation):
    """Shrinks towards 0."""

    _settings = (("lambd", 0.5),)

    def forward(self, input):
        return F.softshrink(input, self.lambd)

    def extra_repr(self):
        return str(self.lambd)


class Hardshrink(_Activation):
    """0 near 0."""

    _settings = (("lambd", 0.5),)

    def forward(self, input):
        return F.hardshrink(input, self.lambd)

    def extra_repr(self):
        return f"{self.lambd}"


class Threshold(_Activation):
    """x above the threshold, else value."""

    _settings = ("threshold", _REQUIRED), ("value", _REQUIRED), ("inplace", False)

    def forward(self, input):
        return F.threshold(input, self.threshold, self.value, self.inplace)


class GLU(_Activation):
    """The first half times sigmoid of the second."""

    _settings = (("dim", -1),)

    def forward(self, input):
        return F.glu(input, self.dim)


class PReLU(Module):
    """max(x, 0) + weight · min(x, 0)."""

    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        self.num_parameters, self.init = num_parameters, init
        self.weight = Parameter(torch.empty(num_parameters, device=device, dtype=dtype))
        self.reset_parameters()

    def reset_parameters(self):
        """The slope at the beginning."""
        torch.nn.init.constant_(self.weight, self.init)

    def forward(self, input):
        return F.prelu(input, self.weight)

    def extra_repr(self):
        return f"num_parameters={self.num_parameters}"
