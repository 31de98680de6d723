"""Dropout layers."""

import torch.nn.functional as F
from torch.nn.modules.module import Module


class _DropoutNd(Module):
    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
        self.p, self.inplace = p, inplace

    def forward(self, input):
        return type(self)._function(input, self.p, self.training, self.inplace)

    def extra_repr(self):
        return f"p={self.p}, inplace={self.inplace}"


class Dropout(_DropoutNd):
    """Zeros elements at random while training."""

    _function = staticmethod(F.dropout)


class Dropout1d(_DropoutNd):
    """Zeros whole channels of [N, C, L] at random while training."""

    _function = staticmethod(F.dropout1d)


class Dropout2d(_DropoutNd):
    """Zeros whole channels of [N, C, H, W] at random while training."""

    _function = staticmethod(F.dropout2d)


class Dropout3d(_DropoutNd):
    """Zeros whole channels of [N, C, D, H, W] at random while training."""

    _function = staticmethod(F.dropout3d)


class AlphaDropout(_DropoutNd):
    """Dropout that keeps mean and variance."""

    _function = staticmethod(F.alpha_dropout)


class FeatureAlphaDropout(_DropoutNd):
    """The same for whole channels."""

    _function = staticmethod(F.feature_alpha_dropout)
