"""Functions of layers that Python spells in its own way; the others are ATen's, found by name."""

import math

import torch

_op = torch._operator
_relu, _relu_, _dropout, _dropout_ = _op("relu"), _op("relu_"), _op("dropout"), _op("dropout_")
_feature_dropout, _feature_dropout_ = _op("feature_dropout"), _op("feature_dropout_")
_embedding, _embedding_renorm_, _embedding_bag = _op("embedding"), _op("embedding_renorm_"), _op("embedding_bag")
_layer_norm, _rms_norm, _group_norm = _op("layer_norm"), _op("rms_norm"), _op("group_norm")
_batch_norm, _instance_norm, _pad = _op("batch_norm"), _op("instance_norm"), _op("pad")


# --- activations ------------------------------------------------------------------------------------------


def _activation(name, *settings):
    """F.name(input, *settings, inplace=False) over the operators `name` and `name_`."""
    plain, in_place = _op(name), _op(name + "_")
    defaults = dict(settings)

    def function(input, *args, inplace=False, **kwargs):
        if not args and not kwargs:
            return in_place(input) if inplace else plain(input)
        values = dict(defaults)
        for key, value in zip([*defaults, "inplace"], args):
            values[key] = value
        inplace = values.pop("inplace", inplace)
        for key, value in kwargs.items():
            if key not in defaults:
                raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
            values[key] = value
        return (in_place if inplace else plain)(input, *values.values())

    function.__name__ = function.__qualname__ = name
    function.__doc__ = plain.__doc__
    return function


elu = _activation("elu", ("alpha", 1.0))
celu = _activation("celu", ("alpha", 1.0))
leaky_relu = _activation("leaky_relu", ("negative_slope", 0.01))
hardtanh = _activation("hardtanh", ("min_val", -1.0), ("max_val", 1.0))
selu, silu, mish, relu6 = _activation("selu"), _activation("silu"), _activation("mish"), _activation("relu6")
hardswish, hardsigmoid = _activation("hardswish"), _activation("hardsigmoid")
elu_, celu_, selu_, leaky_relu_, hardtanh_ = _op("elu_"), _op("celu_"), _op("selu_"), _op("leaky_relu_"), _op("hardtanh_")
relu_ = _relu_
logsigmoid, threshold_ = _op("log_sigmoid"), _op("threshold_")
_threshold, _rrelu, _rrelu_ = _op("threshold"), _op("rrelu"), _op("rrelu_")


def relu(input, inplace=False):
    """max(x, 0)."""
    return _relu_(input) if inplace else _relu(input)


def threshold(input, threshold, value, inplace=False):
    """x where it is above the threshold, else value."""
    return (threshold_ if inplace else _threshold)(input, threshold, value)


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    """x, or x times a random slope below 0."""
    return (_rrelu_ if inplace else _rrelu)(input, lower, upper, training)


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Probabilities along a dimension."""
    return input.softmax(_dim(input, dim)) if dtype is None else input.softmax(_dim(input, dim), dtype=dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Logarithms of softmax."""
    return input.log_softmax(_dim(input, dim)) if dtype is None else input.log_softmax(_dim(input, dim), dtype=dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    """Softmax of -x."""
    return softmax(-input, _dim(input, dim), dtype=dtype)


def _dim(input, dim):
    return dim if dim is not None else 0 if input.ndim in (0, 1, 3) else 1


def softsign(input):
    """x / (1 + |x|)."""
    return input / (input.abs() + 1)


def tanhshrink(input):
    """x - tanh(x)."""
    return input - input.tanh()


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """A sample that gradients flow through."""
    noise = -torch.empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    return torch.zeros_like(logits).scatter_(dim, index, 1.0) - soft.detach() + soft


# --- dropout ------------------------------------------------------------------------------------------------


def _check_p(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")


def dropout(input, p=0.5, training=True, inplace=False):
    """Zeros elements at random while training."""
    _check_p(p)
    return (_dropout_ if inplace else _dropout)(input, p, training)


def _channels(input, p, training, inplace, dims):
    _check_p(p)
    batched = input.ndim != dims
    out = (_feature_dropout_ if inplace else _feature_dropout)(input if batched else input.unsqueeze(0), p, training)
    return out if batched else out.squeeze(0)


def dropout1d(input, p=0.5, training=True, inplace=False):
    """Zeros whole channels of [N, C, L] at random while training."""
    return _channels(input, p, training, inplace, 2)


def dropout2d(input, p=0.5, training=True, inplace=False):
    """Zeros whole channels of [N, C, H, W] at random while training."""
    return _channels(input, p, training, inplace, 0)


def dropout3d(input, p=0.5, training=True, inplace=False):
    """Zeros whole channels of [N, C, D, H, W] at random while training."""
    return _channels(input, p, training, inplace, 4)


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """Dropout that keeps mean and variance."""
    _check_p(p)
    return _op("alpha_dropout_" if inplace else "alpha_dropout")(input, p, training)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    """The same for whole channels."""
    _check_p(p)
    return _op("feature_alpha_dropout_" if inplace else "feature_alpha_dropout")(input, p, training)


# --- embeddings -----------------------------------------------------------------------------------------------


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """Rows of the table `weight` [V, D] by index."""
    if padding_idx is not None:
        if not -weight.shape[0] <= padding_idx < weight.shape[0]:
            raise AssertionError("Padding_idx must be within num_embeddings")
        padding_idx %= weight.shape[0]
    if max_norm is not None:
        with torch.no_grad():
            _embedding_renorm_(weight, input.contiguous(), max_norm, norm_type)
    return _embedding(weight, input, -1 if padding_idx is None else padding_idx, scale_grad_by_freq, sparse)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode="mean",
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """Sums, means or maxima of rows of a table."""
    shape = input.shape
    if input.ndim == 2:
        if offsets is not None:
            raise ValueError("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length "
                             f"sequences. However, found offsets of type {type(offsets)}")
        offsets = torch.arange(0, input.numel(), input.shape[1], dtype=input.dtype)
        input = input.reshape(-1)
        per_sample_weights = None if per_sample_weights is None else per_sample_weights.reshape(-1)
    elif offsets is None:
        raise ValueError("offsets has to be a 1D Tensor but got None")
    if max_norm is not None:
        with torch.no_grad():
            _embedding_renorm_(weight, input.contiguous(), max_norm, norm_type)
    if per_sample_weights is not None and per_sample_weights.shape != input.shape:
        raise ValueError(f"embedding_bag: If per_sample_weights ({per_sample_weights.shape}) is not None, then it must have the "
                         f"same shape as the input ({shape})")
    if per_sample_weights is not None and mode != "sum":
        raise NotImplementedError("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for "
                                  f"mode='sum' (got mode='{mode}'). Please open a feature request on GitHub.")
    modes = {"sum": 0, "mean": 1, "max": 2}
    if mode not in modes:
        raise ValueError("mode has to be one of sum, mean or max")
    return _embedding_bag(weight, input, offsets, scale_grad_by_freq, modes[mode], sparse, per_sample_weights,
                          include_last_offset, padding_idx)[0]


def one_hot(tensor, num_classes=-1):
    """[…] of classes as […, C] of zeros and ones."""
    return _op("one_hot")(tensor, num_classes)


# --- normalisation ----------------------------------------------------------------------------------------------


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """Mean 0 and variance 1 over the last dimensions."""
    return _layer_norm(input, normalized_shape, weight, bias, eps)


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """Root mean square 1 over the last dimensions."""
    return _rms_norm(input, normalized_shape, weight, eps)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """Mean 0 and variance 1 over groups of channels."""
    if input.ndim < 2:
        raise RuntimeError(f"Expected at least 2 dimensions for input tensor but received {input.ndim}")
    return _group_norm(input, num_groups, weight, bias, eps)


def _check_batch(shape):
    values = shape[0]
    for n in shape[2:]:
        values *= n
    if values == 1:
        raise ValueError(f"Expected more than 1 value per channel when training, got input size {shape}")


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """Mean 0 and variance 1 of each channel over the batch, or by the running statistics."""
    if training:
        _check_batch(input.shape)
    return _batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, True)


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1,
                  eps=1e-5):
    """Mean 0 and variance 1 of each channel of each instance."""
    if use_input_stats and math.prod(input.shape[2:]) == 1:
        raise ValueError(f"Expected more than 1 spatial element when training, got input size {input.shape}")
    return _instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, True)


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """Divided by a norm over neighbouring channels."""
    div = input.mul(input).unsqueeze(1)
    if input.ndim == 3:
        div = avg_pool2d(pad(div, (0, 0, size // 2, (size - 1) // 2)), (size, 1), stride=1).squeeze(1)
    else:
        shape = input.shape
        div = div.reshape(shape[0], 1, shape[1], shape[2], -1)
        div = avg_pool3d(pad(div, (0, 0, 0, 0, size // 2, (size - 1) // 2)), (size, 1, 1), stride=1).squeeze(1)
        div = div.view(shape)
    return input / div.mul(alpha).add(k).pow(beta)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """Vectors along a dimension with norm 1."""
    return torch.div(input, input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input), out=out)


# --- padding and sizes ---------------------------------------------------------------------------------------------


def pad(input, pad, mode="constant", value=None):
    """Widens the last dimensions: pad is (left, right, top, bottom, …)."""
    return _pad(input, pad, mode, value)


def _list(value, n):
    return list(value) if isinstance(value, (list, tuple)) else [value] * n


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None,
                antialias=False):
    """The spatial dimensions at another resolution."""
    dims = input.ndim - 2
    if mode in ("nearest", "area", "nearest-exact"):
        if align_corners is not None:
            raise ValueError("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | "
                             "trilinear")
    elif align_corners is None:
        align_corners = False
    if size is None and scale_factor is None:
        raise ValueError("either size or scale_factor should be defined")
    if size is not None and scale_factor is not None:
        raise ValueError("only one of size or scale_factor should be defined")
    for name, value, kind in (("output size of", size, "output size in (o1, o2, ...,oK)"),
                              ("scale_factor of shape", scale_factor, "scale_factor in (s1, s2, ...,sK)")):
        if isinstance(value, (list, tuple)) and len(value) != dims:
            raise ValueError(f"Input and {'output' if kind[0] == 'o' else 'scale_factor'} must have the same number of spatial "
                             f"dimensions, but got input with spatial dimensions of {list(input.shape[2:])} and {name} {value}. "
                             f"Please provide input tensor in (N, C, d1, d2, ...,dK) format and {kind} format.")
    if recompute_scale_factor and size is not None:
        raise ValueError("recompute_scale_factor is not meaningful with an explicit size.")
    if antialias and not (mode in ("bilinear", "bicubic", "lanczos") and input.ndim == 4):
        raise ValueError("Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as "
                         "input")
    if mode == "lanczos" and input.ndim == 4 and (align_corners or not antialias):
        raise ValueError("Lanczos mode does not support align_corners=True" if align_corners else
                         "Lanczos mode requires antialias=True")
    size = None if size is None else _list(size, dims)
    scales = None if scale_factor is None else [float(s) for s in _list(scale_factor, dims)]
    if scales is not None and (mode == "area" or recompute_scale_factor):
        size, scales = [math.floor(n * s) for n, s in zip(input.shape[2:], scales)], None
    if mode == "area" and dims in (1, 2, 3):
        return (adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d)[dims - 1](input, size)
    spatial = {"nearest": f"upsample_nearest{dims}d", "nearest-exact": f"_upsample_nearest_exact{dims}d"}
    fixed = {("linear", 3): "upsample_linear1d", ("bilinear", 4): "upsample_bilinear2d", ("bicubic", 4): "upsample_bicubic2d",
             ("lanczos", 4): "upsample_lanczos2d", ("trilinear", 5): "upsample_trilinear3d"}
    name = spatial.get(mode) if dims in (1, 2, 3) else None
    name = name or fixed.get((mode, input.ndim))
    needs = {"linear": 3, "bilinear": 4, "trilinear": 5}.get(mode, input.ndim)
    if needs != input.ndim and input.ndim in (3, 4, 5):
        raise NotImplementedError(f"Got {input.ndim}D input, but {mode} mode needs {needs}D input")
    if name is None:
        raise NotImplementedError(f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.ndim}D) for the modes: "
                                  "nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact "
                                  f"(got {mode})")
    if antialias:
        name = "_" + name + "_aa"
    settings = () if mode.startswith("nearest") else (align_corners,)
    return _op(name)(input, size, *settings, scales)


def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """interpolate under its old name."""
    return interpolate(input, size, scale_factor, mode, align_corners)


def upsample_nearest(input, size=None, scale_factor=None):
    """interpolate by the nearest element."""
    return interpolate(input, size, scale_factor, "nearest")


def upsample_bilinear(input, size=None, scale_factor=None):
    """interpolate between four neighbours, corners on corners."""
    return interpolate(input, size, scale_factor, "bilinear", True)


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    """[N, C, H, W] to the columns of its windows."""
    return _op("im2col")(input, _list(kernel_size, 2), _list(dilation, 2), _list(padding, 2), _list(stride, 2))


def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
    """Columns of windows back to [N, C, H, W], added up."""
    return _op("col2im")(input, _list(output_size, 2), _list(kernel_size, 2), _list(dilation, 2), _list(padding, 2),
                         _list(stride, 2))


def affine_grid(theta, size, align_corners=None):
    """Where each place of the output looks into the input."""
    return _op("affine_grid_generator")(theta, list(size), bool(align_corners))


def grid_sample(input, grid, mode="bilinear", padding_mode="zeros", align_corners=None):
    """The input at the places of a grid."""
    modes = {"bilinear": 0, "nearest": 1, "bicubic": 2}
    paddings = {"zeros": 0, "border": 1, "reflection": 2}
    if mode not in modes:
        raise ValueError(f"nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{mode}'")
    if padding_mode not in paddings:
        raise ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: "
                         f"'{padding_mode}'")
    return _op("grid_sampler")(input, grid, modes[mode], paddings[padding_mode], bool(align_corners))


from torch.nn._attention import multi_head_attention_forward
from torch.nn._loss import *
from torch.nn._pooling import *
