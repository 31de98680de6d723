"""How parameters get their first values."""

import math
import warnings

import torch

_NAMES = ("linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid", "tanh",
          "relu", "leaky_relu", "selu")


def _fans(tensor):
    if tensor.ndim < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    field = math.prod(tensor.shape[2:])
    return tensor.shape[1] * field, tensor.shape[0] * field


_calculate_fan_in_and_fan_out = _fans


def _fan(tensor, mode):
    mode = mode.lower()
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']")
    return _fans(tensor)[mode == "fan_out"]


def calculate_gain(nonlinearity, param=None):
    """The factor that keeps the variance through a nonlinearity."""
    if nonlinearity not in _NAMES:
        raise ValueError(f"Unsupported nonlinearity {nonlinearity}")
    if nonlinearity == "leaky_relu":
        if param is not None and (isinstance(param, bool) or not isinstance(param, (int, float))):
            raise ValueError(f"negative_slope {param} not a valid number")
        return math.sqrt(2.0 / (1 + (0.01 if param is None else param) ** 2))
    return {"tanh": 5.0 / 3, "relu": math.sqrt(2.0), "selu": 3.0 / 4}.get(nonlinearity, 1)


def _in_place(change):
    """Runs without recording; gives the tensor."""

    def wrapped(tensor, *args, **kwargs):
        with torch.no_grad():
            change(tensor, *args, **kwargs)
        return tensor

    wrapped.__name__ = wrapped.__qualname__ = change.__name__
    wrapped.__doc__ = change.__doc__
    return wrapped


@_in_place
def uniform_(tensor, a=0.0, b=1.0, generator=None):
    """Uniform in [a, b)."""
    tensor.uniform_(a, b, generator=generator)


@_in_place
def normal_(tensor, mean=0.0, std=1.0, generator=None):
    """Normal with mean and standard deviation."""
    tensor.normal_(mean, std, generator=generator)


@_in_place
def constant_(tensor, val):
    """One value everywhere."""
    tensor.fill_(val)


@_in_place
def zeros_(tensor):
    """Zeros."""
    tensor.zero_()


@_in_place
def ones_(tensor):
    """Ones."""
    tensor.fill_(1.0)


@_in_place
def eye_(tensor):
    """The identity matrix."""
    if tensor.ndim != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    tensor.copy_(torch.eye(*tensor.shape))


@_in_place
def dirac_(tensor, groups=1):
    """Convolutions that keep their input."""
    if tensor.ndim not in (3, 4, 5):
        raise ValueError("Only tensors with 3, 4, or 5 dimensions are supported")
    if tensor.shape[0] % groups:
        raise ValueError("dim 0 must be divisible by groups")
    out, middle = tensor.shape[0] // groups, [n // 2 for n in tensor.shape[2:]]
    tensor.zero_()
    for g in range(groups):
        for d in range(min(out, tensor.shape[1])):
            tensor[(g * out + d, d, *middle)] = 1


@_in_place
def xavier_uniform_(tensor, gain=1.0, generator=None):
    """Uniform, variance by fan in and fan out."""
    bound = math.sqrt(3.0) * (gain * math.sqrt(2.0 / float(sum(_fans(tensor)))))
    tensor.uniform_(-bound, bound, generator=generator)


@_in_place
def xavier_normal_(tensor, gain=1.0, generator=None):
    """Normal, variance by fan in and fan out."""
    tensor.normal_(0.0, gain * math.sqrt(2.0 / float(sum(_fans(tensor)))), generator=generator)


@_in_place
def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """Uniform, variance by one fan and the nonlinearity."""
    if 0 in tensor.shape:
        warnings.warn("Initializing zero-element tensors is a no-op", stacklevel=2)
        return
    bound = math.sqrt(3.0) * (calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor, mode)))
    tensor.uniform_(-bound, bound, generator=generator)


@_in_place
def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """Normal, variance by one fan and the nonlinearity."""
    if 0 in tensor.shape:
        warnings.warn("Initializing zero-element tensors is a no-op", stacklevel=2)
        return
    tensor.normal_(0, calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor, mode)), generator=generator)


@_in_place
def orthogonal_(tensor, gain=1, generator=None):
    """Rows or columns orthogonal to each other."""
    if tensor.ndim < 2:
        raise ValueError("Only tensors with 2 or more dimensions are supported")
    if tensor.numel() == 0:
        return
    rows, columns = tensor.shape[0], tensor.numel() // tensor.shape[0]
    flat = tensor.new_empty((rows, columns)).normal_(0, 1, generator=generator)
    if rows < columns:
        flat.t_()
    q, r = torch.linalg.qr(flat)
    q *= torch.diag(r, 0).sign()
    if rows < columns:
        q.t_()
    tensor.view_as(q).copy_(q)
    tensor.mul_(gain)


@_in_place
def sparse_(tensor, sparsity, std=0.01, generator=None):
    """Normal, but a part of each column is zero."""
    if tensor.ndim != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    zeros = math.ceil(sparsity * tensor.shape[0])
    tensor.normal_(0, std, generator=generator)
    for column in range(tensor.shape[1]):
        tensor[torch.randperm(tensor.shape[0])[:zeros], column] = 0


@_in_place
def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    """Normal, cut to [a, b]."""
    if mean < a - 2 * std or mean > b + 2 * std:
        warnings.warn("mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be "
                      "incorrect.", stacklevel=2)
    below = lambda x: (1.0 + math.erf(x / math.sqrt(2.0))) / 2.0
    low, high = below((a - mean) / std), below((b - mean) / std)
    if high - low > 0.3:  # most draws fit: those that do not are drawn anew
        low, high = tensor.new_tensor(a).item(), tensor.new_tensor(b).item()
        tensor.normal_(mean, std, generator=generator)
        while (outside := (tensor < low) | (tensor > high)).any():
            tensor.copy_(torch.where(outside, torch.empty_like(tensor).normal_(mean, std, generator=generator), tensor))
        return
    peak = -0.5 * ((max(a, min(mean, b)) - mean) / std) ** 2
    level = lambda x: ((x - mean) / std) ** 2 * -0.5 - peak  # log density below its greatest value
    tensor.uniform_(a, b, generator=generator)
    draw = torch.empty_like(tensor)
    waiting = draw.uniform_(generator=generator).log() > level(tensor)
    while waiting.any():
        fresh = torch.empty_like(tensor).uniform_(a, b, generator=generator)
        tensor.copy_(torch.where(waiting, fresh, tensor))
        waiting = waiting & (draw.uniform_(generator=generator).log() > level(fresh))


uniform, normal, constant, eye = uniform_, normal_, constant_, eye_
xavier_uniform, xavier_normal, kaiming_uniform, kaiming_normal = (xavier_uniform_, xavier_normal_, kaiming_uniform_,
                                                                  kaiming_normal_)
orthogonal, sparse, dirac = orthogonal_, sparse_, dirac_
