"""einops as modules of torch.nn."""

import einops
import torch
from torch import nn


def _settings(lengths):
    return "".join(f", {name}={value}" for name, value in lengths.items())


class Rearrange(nn.Module):
    """rearrange(x, pattern, **lengths) as a module."""

    def __init__(self, pattern, **axes_lengths):
        super().__init__()
        self.pattern, self.axes_lengths = pattern, axes_lengths
        einops._check_pattern(pattern, "rearrange", axes_lengths)

    def forward(self, input):
        return einops.rearrange(input, self.pattern, **self.axes_lengths)

    def __repr__(self):
        return f"Rearrange({self.pattern!r}{_settings(self.axes_lengths)})"


class Reduce(nn.Module):
    """reduce(x, pattern, reduction, **lengths) as a module."""

    def __init__(self, pattern, reduction, **axes_lengths):
        super().__init__()
        self.pattern, self.reduction, self.axes_lengths = pattern, reduction, axes_lengths
        einops._check_pattern(pattern, reduction, axes_lengths)

    def forward(self, input):
        return einops.reduce(input, self.pattern, self.reduction, **self.axes_lengths)

    def __repr__(self):
        return f"Reduce({self.pattern!r}, {self.reduction!r}{_settings(self.axes_lengths)})"


class EinMix(nn.Module):
    """A product with a weight whose axes are named: EinMix("b t c -> b t d", weight_shape="c d", c=4, d=2)."""

    def __init__(self, pattern, weight_shape, bias_shape=None, **axes_lengths):
        super().__init__()
        self.pattern, self.weight_shape, self.bias_shape, self.axes_lengths = pattern, weight_shape, bias_shape, axes_lengths
        left, right = (side.strip() for side in pattern.split("->"))
        before, after = left.replace("(", " ").replace(")", " ").split(), right.replace("(", " ").replace(")", " ").split()
        weight, bias = weight_shape.split(), (bias_shape or "").split()
        for name in {*weight, *bias}:
            if name not in axes_lengths:
                raise einops.EinopsError(f"Dimension {name} of weight should be specified" if name in weight else
                                         f"Sizes of bias dimensions not provided: {{{name!r}}}")
        for name in bias:
            if name not in after:
                raise einops.EinopsError(f"Bias axes {bias_shape} not present in output")
        lengths = {k: v for k, v in axes_lengths.items() if k in before}
        self._apart = f"{left} -> {' '.join(before)}" if "(" in left else None
        self._together = f"{' '.join(after)} -> {right}" if "(" in right else None
        self._lengths, self._after = lengths, {k: v for k, v in axes_lengths.items() if k in after}
        self._product = f"{' '.join(before)}, {' '.join(weight)} -> {' '.join(after)}"
        fan_in = 1
        for name in weight:
            fan_in *= axes_lengths[name] if name not in after else 1
        self.weight = nn.Parameter(torch.empty([axes_lengths[n] for n in weight]).uniform_(-((3 / fan_in) ** 0.5), (3 / fan_in) ** 0.5))
        if bias_shape is None:
            self.bias = None
        else:
            shape = [axes_lengths[n] if n in bias else 1 for n in after]
            self.bias = nn.Parameter(torch.empty(shape).uniform_(-((1 / fan_in) ** 0.5), (1 / fan_in) ** 0.5))

    def forward(self, input):
        x = input if self._apart is None else einops.rearrange(input, self._apart, **self._lengths)
        x = einops.einsum(x, self.weight, self._product)
        x = x if self.bias is None else x + self.bias
        return x if self._together is None else einops.rearrange(x, self._together, **self._after)

    def __repr__(self):
        bias = "" if self.bias_shape is None else f", {self.bias_shape!r}"
        return f"EinMix({self.pattern!r}, {self.weight_shape!r}{bias}{_settings(self.axes_lengths)})"
