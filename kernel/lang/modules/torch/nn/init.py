"""How parameters get their first values."""

import math

import torch


def _fan(tensor):
    if tensor.ndim < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    field = math.prod(tensor.shape[2:])
    return tensor.shape[1] * field, tensor.shape[0] * field


def calculate_gain(nonlinearity, param=None):
    """The factor that keeps the variance through a nonlinearity."""
    gains = {"tanh": 5.0 / 3, "relu": math.sqrt(2.0), "selu": 3.0 / 4}
    if nonlinearity == "leaky_relu":
        return math.sqrt(2.0 / (1 + (0.01 if param is None else param) ** 2))
    return gains.get(nonlinearity, 1)


def _in_place(change):
    """Runs without recording; gives the tensor."""

    def wrapped(tensor, *args, **kwargs):
        with torch.no_grad():
            change(tensor, *args, **kwargs)
        return tensor

    wrapped.__name__ = change.__name__
    wrapped.__doc__ = change.__doc__
    return wrapped


@_in_place
def uniform_(tensor, a=0.0, b=1.0, generator=None):
    """Uniform in [a, b)."""
    tensor.uniform_(a, b)


@_in_place
def normal_(tensor, mean=0.0, std=1.0, generator=None):
    """Normal with mean and standard deviation."""
    tensor.normal_(mean, std)


@_in_place
def constant_(tensor, val):
    """One value everywhere."""
    tensor.fill_(val)


@_in_place
def zeros_(tensor):
    """Zeros."""
    tensor.fill_(0.0)


@_in_place
def ones_(tensor):
    """Ones."""
    tensor.fill_(1.0)


@_in_place
def eye_(tensor):
    """The identity matrix."""
    tensor.copy_(torch.eye(*tensor.shape))


@_in_place
def xavier_uniform_(tensor, gain=1.0, generator=None):
    """Uniform, variance by fan in and fan out."""
    bound = math.sqrt(3.0) * gain * math.sqrt(2.0 / sum(_fan(tensor)))
    tensor.uniform_(-bound, bound)


@_in_place
def xavier_normal_(tensor, gain=1.0, generator=None):
    """Normal, variance by fan in and fan out."""
    tensor.normal_(0.0, gain * math.sqrt(2.0 / sum(_fan(tensor))))


@_in_place
def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """Uniform, variance by one fan and the nonlinearity."""
    std = calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor)[mode == "fan_out"])
    bound = math.sqrt(3.0) * std
    tensor.uniform_(-bound, bound)


@_in_place
def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """Normal, variance by one fan and the nonlinearity."""
    tensor.normal_(0, calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor)[mode == "fan_out"]))


@_in_place
def orthogonal_(tensor, gain=1, generator=None):
    """Rows or columns orthogonal to each other."""
    rows, columns = tensor.shape[0], tensor.numel() // tensor.shape[0]
    flat = torch.empty(rows, columns).normal_(0, 1)
    if rows < columns:
        flat = flat.t()
    q, r = torch.linalg.qr(flat)
    q = q * torch.diag(r, 0).sign()
    tensor.copy_((q.t() if rows < columns else q).view_as(tensor) * gain)


@_in_place
def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    """Normal, cut to [a, b]."""
    below = lambda x: (1.0 + math.erf(x / math.sqrt(2.0))) / 2.0
    low, high = below((a - mean) / std), below((b - mean) / std)
    tensor.uniform_(2 * low - 1, 2 * high - 1)
    tensor.erfinv_()
    tensor.mul_(std * math.sqrt(2.0))
    tensor.add_(mean)
    tensor.clamp_(a, b)
