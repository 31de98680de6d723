"""Layers folded into one."""

import copy

import torch
from torch.nn.parameter import Parameter


def _fused(layer, bn, scale_shape):
    fused = copy.deepcopy(layer)
    scale = torch.rsqrt(bn.running_var + bn.eps)
    weight = torch.ones_like(bn.running_mean) if bn.weight is None else bn.weight
    shift = torch.zeros_like(bn.running_mean) if bn.bias is None else bn.bias
    bias = torch.zeros_like(bn.running_mean) if layer.bias is None else layer.bias
    fused.weight = Parameter((layer.weight * (weight * scale).reshape(scale_shape)).detach())
    fused.bias = Parameter(((bias - bn.running_mean) * scale * weight + shift).detach())
    return fused


def fuse_conv_bn_eval(conv, bn, transpose=False):
    """A convolution and its batch normalisation as one convolution."""
    dims = [1] * (conv.weight.ndim - 1)
    return _fused(conv, bn, [1, -1, *dims[1:]] if transpose else [-1, *dims])


def fuse_linear_bn_eval(linear, bn):
    """A linear layer and its batch normalisation as one linear layer."""
    return _fused(linear, bn, [-1, 1])
