"""Layers whose sizes are those of the first input."""

import torch
from torch.nn.modules.conv import (Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d)
from torch.nn.modules.linear import Linear
from torch.nn.modules.normalization import (BatchNorm1d, BatchNorm2d, BatchNorm3d, InstanceNorm1d, InstanceNorm2d,
                                            InstanceNorm3d)
from torch.nn.parameter import UninitializedBuffer, UninitializedParameter, is_lazy


class LazyModuleMixin:
    """Parameters get their sizes before the first forward: initialize_parameters(*args) says which."""

    cls_to_become = None  # what the module is from then on

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._load_hook = self.register_load_state_dict_pre_hook(LazyModuleMixin._take_sizes)
        self._initialize_hook = self.register_forward_pre_hook(LazyModuleMixin._infer_parameters, with_kwargs=True)

    def _take_sizes(self, state_dict, prefix, *rest):
        """A state dict that is loaded says the sizes too."""
        for name, value in [*self._parameters.items(), *self._buffers.items()]:
            given = state_dict.get(prefix + name)
            if given is not None and is_lazy(value) and not is_lazy(given):
                value.materialize(given.shape)

    def initialize_parameters(self, *args, **kwargs):
        """Gives all parameters their sizes."""
        raise NotImplementedError(f"initialize_parameters is not implemented for {type(self).__name__}")

    def has_uninitialized_params(self):
        """Has no input been seen yet?"""
        return any(is_lazy(value) for value in [*self._parameters.values(), *self._buffers.values()])

    def reset_parameters(self):
        """Draws new values, once the sizes are known."""
        if not self.has_uninitialized_params():
            super().reset_parameters()

    def _infer_parameters(self, args, kwargs):
        self.initialize_parameters(*args, **kwargs)
        if self.has_uninitialized_params():
            raise RuntimeError(f"module {self._get_name()} has not been fully initialized")
        self._initialize_hook.remove()
        self._load_hook.remove()
        del self._initialize_hook, self._load_hook
        if self.cls_to_become is not None:
            self.__class__ = self.cls_to_become


class LazyLinear(LazyModuleMixin, Linear):
    """A Linear whose in_features is known at the first forward."""

    cls_to_become = Linear

    def __init__(self, out_features, bias=True, device=None, dtype=None):
        super().__init__(0, 0, False)
        self.out_features = out_features
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self):
        """Draws new values, once the sizes are known."""
        if self.in_features:
            super().reset_parameters()

    def initialize_parameters(self, input):
        """in_features is the input's last size."""
        if self.has_uninitialized_params():
            with torch.no_grad():
                self.in_features = input.shape[-1]
                self.weight.materialize((self.out_features, self.in_features))
                if self.bias is not None:
                    self.bias.materialize((self.out_features,))
                self.reset_parameters()
        if self.in_features == 0:
            if input.shape[-1] != self.weight.shape[-1]:
                raise AssertionError(f"The in_features inferred from input: {input.shape[-1]} is not equal to in_features from "
                                     f"self.weight: {self.weight.shape[-1]}")
            self.in_features = input.shape[-1]


def _lazy_conv(made):
    class LazyConv(LazyModuleMixin, made):
        cls_to_become = made

        def __init__(self, out_channels, kernel_size, *args, **settings):
            place = 5 if made.__name__.startswith("ConvTranspose") else 4  # of bias after kernel_size
            bias = args[place] if len(args) > place else settings.pop("bias", True)
            args = args[:place] + (False,) + args[place + 1:] if len(args) > place else args
            super().__init__(0, 0, kernel_size, *args, **(settings if len(args) > place else {**settings, "bias": False}))
            self.out_channels = out_channels
            kind = {"device": settings.get("device"), "dtype": settings.get("dtype")}
            self.weight = UninitializedParameter(**kind)
            if bias:
                self.bias = UninitializedParameter(**kind)

        def reset_parameters(self):
            """Draws new values, once the sizes are known."""
            if self.in_channels:
                super().reset_parameters()

        def initialize_parameters(self, input, *args, **kwargs):
            """in_channels is what the input has."""
            if not self.has_uninitialized_params():
                return
            dims = len(self.kernel_size)
            if input.dim() not in (dims + 1, dims + 2):
                raise RuntimeError(f"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {type(self).__name__}, "
                                   f"but got input of size: {input.shape}")
            self.in_channels = input.shape[1 if input.dim() == dims + 2 else 0]
            if self.in_channels % self.groups:
                raise ValueError("in_channels must be divisible by groups")
            ends = ((self.in_channels, self.out_channels // self.groups) if self.transposed
                    else (self.out_channels, self.in_channels // self.groups))
            self.weight.materialize((*ends, *self.kernel_size))
            if self.bias is not None:
                self.bias.materialize((self.out_channels,))
            self.reset_parameters()

    return _named(LazyConv, made)


def _lazy_norm(made):
    usual = made.__name__.startswith("Batch")

    class LazyNorm(LazyModuleMixin, made):
        cls_to_become = made

        def __init__(self, eps=1e-5, momentum=0.1, affine=usual, track_running_stats=usual, device=None, dtype=None):
            super().__init__(0, eps, momentum, False, False)
            self.affine, self.track_running_stats = affine, track_running_stats
            kind = {"device": device, "dtype": dtype}
            if affine:
                self.weight, self.bias = UninitializedParameter(**kind), UninitializedParameter(**kind)
            if track_running_stats:
                self.running_mean, self.running_var = UninitializedBuffer(**kind), UninitializedBuffer(**kind)
                self.num_batches_tracked = torch.tensor(0)

        def reset_parameters(self):
            """Weight 1 and bias 0, once the sizes are known."""
            if self.num_features:
                super().reset_parameters()

        def initialize_parameters(self, input):
            """num_features is the number of channels."""
            if not self.has_uninitialized_params():
                return
            self.num_features = input.shape[1]
            for value in (self.weight, self.bias, self.running_mean, self.running_var):
                if value is not None:
                    value.materialize((self.num_features,))
            self.reset_parameters()

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
