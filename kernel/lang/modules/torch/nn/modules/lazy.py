"""Layers whose number of input channels is that of the first input."""

import torch
from torch.nn.modules.conv import (Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d)
from torch.nn.modules.normalization import (BatchNorm1d, BatchNorm2d, BatchNorm3d, InstanceNorm1d, InstanceNorm2d,
                                            InstanceNorm3d)
from torch.nn.parameter import Parameter, UninitializedParameter


class _Lazy:
    def has_uninitialized_params(self):
        """Has no input been seen yet?"""
        return any(isinstance(p, UninitializedParameter) for p in self.parameters())

    def forward(self, input, *args):
        with torch.no_grad():
            self._grow(input.shape[1])
        self.__class__ = self._made
        return self(input, *args)


def _lazy_conv(made):
    class LazyConv(_Lazy, made):
        _made = made

        def __init__(self, out_channels, kernel_size, **settings):
            bias = settings.pop("bias", True)
            made.__init__(self, 0, 0, kernel_size, bias=False, **settings)
            self.out_channels = out_channels
            self.weight = UninitializedParameter()
            if bias:
                self.bias = UninitializedParameter()

        def reset_parameters(self):
            """Draws new values, once the sizes are known."""
            if self.in_channels:
                made.reset_parameters(self)

        def _grow(self, channels):
            self.in_channels = channels
            if channels % self.groups:
                raise ValueError("in_channels must be divisible by groups")
            ends = (channels, self.out_channels // self.groups) if self.transposed else (self.out_channels, channels // self.groups)
            self.weight = Parameter(torch.empty(*ends, *self.kernel_size))
            if self.bias is not None:
                self.bias = Parameter(torch.empty(self.out_channels))
            self.reset_parameters()

    return _named(LazyConv, made)


def _lazy_norm(made):
    class LazyNorm(_Lazy, made):
        _made = made

        def __init__(self, eps=1e-5, momentum=0.1, affine=made.__name__.startswith("Batch"),
                     track_running_stats=made.__name__.startswith("Batch")):
            made.__init__(self, 0, eps, momentum, affine, track_running_stats)
            if affine:
                self.weight, self.bias = UninitializedParameter(), UninitializedParameter()

        def reset_parameters(self):
            """Weight 1 and bias 0, once the sizes are known."""
            if self.num_features:
                made.reset_parameters(self)

        def _grow(self, channels):
            self.num_features = channels
            if self.affine:
                self.weight, self.bias = Parameter(torch.ones(channels)), Parameter(torch.zeros(channels))
            if self.track_running_stats:
                self.running_mean, self.running_var = torch.zeros(channels), torch.ones(channels)

    return _named(LazyNorm, made)


def _named(cls, made):
    cls.__name__ = cls.__qualname__ = "Lazy" + made.__name__
    cls.__doc__ = f"{made.__name__} for as many channels as the first input has."
    return cls


LazyConv1d, LazyConv2d, LazyConv3d = _lazy_conv(Conv1d), _lazy_conv(Conv2d), _lazy_conv(Conv3d)
LazyConvTranspose1d, LazyConvTranspose2d = _lazy_conv(ConvTranspose1d), _lazy_conv(ConvTranspose2d)
LazyConvTranspose3d = _lazy_conv(ConvTranspose3d)
LazyBatchNorm1d, LazyBatchNorm2d, LazyBatchNorm3d = _lazy_norm(BatchNorm1d), _lazy_norm(BatchNorm2d), _lazy_norm(BatchNorm3d)
LazyInstanceNorm1d, LazyInstanceNorm2d = _lazy_norm(InstanceNorm1d), _lazy_norm(InstanceNorm2d)
LazyInstanceNorm3d = _lazy_norm(InstanceNorm3d)
