"""Pooling of torch.nn.functional."""

import torch

_op = torch._operator
_max = {n: (_op(f"max_pool{n}d"), _op(f"max_pool{n}d_with_indices")) for n in (1, 2, 3)}
_avg = {n: _op(f"avg_pool{n}d") for n in (1, 2, 3)}
_adaptive_max = {n: _op(f"adaptive_max_pool{n}d") for n in (1, 2, 3)}


def _max_pool(n):
    plain, with_indices = _max[n]

    def max_pool(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
        """The largest of each window."""
        operator = with_indices if return_indices else plain
        return operator(input, kernel_size, [] if stride is None else stride, padding, dilation, ceil_mode)

    max_pool.__name__ = max_pool.__qualname__ = f"max_pool{n}d"
    return max_pool


def _with_indices(max_pool):
    return lambda *args, **kwargs: max_pool(*args, **{**kwargs, "return_indices": True})


max_pool1d, max_pool2d, max_pool3d = _max_pool(1), _max_pool(2), _max_pool(3)
max_pool1d_with_indices, max_pool2d_with_indices = _with_indices(max_pool1d), _with_indices(max_pool2d)
max_pool3d_with_indices = _with_indices(max_pool3d)


def _adaptive_max_pool(n):
    operator = _adaptive_max[n]

    def adaptive_max_pool(input, output_size, return_indices=False):
        """The largest of each of output_size windows."""
        size = output_size
        if n > 1 and isinstance(size, (list, tuple)):
            size = [s if s is not None else length for s, length in zip(size, input.shape[-len(size):])]
        out = operator(input, size)
        return out if return_indices else out[0]

    adaptive_max_pool.__name__ = adaptive_max_pool.__qualname__ = f"adaptive_max_pool{n}d"
    return adaptive_max_pool


adaptive_max_pool1d, adaptive_max_pool2d, adaptive_max_pool3d = (_adaptive_max_pool(n) for n in (1, 2, 3))
adaptive_max_pool1d_with_indices = _with_indices(adaptive_max_pool1d)
adaptive_max_pool2d_with_indices = _with_indices(adaptive_max_pool2d)
adaptive_max_pool3d_with_indices = _with_indices(adaptive_max_pool3d)
_adaptive_avg = {n: _op(f"adaptive_avg_pool{n}d") for n in (1, 2, 3)}


def _adaptive_avg_pool(n):
    operator = _adaptive_avg[n]

    def adaptive_avg_pool(input, output_size):
        """The mean of each of output_size windows."""
        size = output_size
        if n > 1 and isinstance(size, (list, tuple)):
            size = [s if s is not None else length for s, length in zip(size, input.shape[-len(size):])]
        return operator(input, size)

    adaptive_avg_pool.__name__ = adaptive_avg_pool.__qualname__ = f"adaptive_avg_pool{n}d"
    return adaptive_avg_pool


adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d = (_adaptive_avg_pool(n) for n in (1, 2, 3))


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    """The mean of each window of [N, C, L]."""
    return _avg[1](input, kernel_size, [] if stride is None else stride, padding, ceil_mode, count_include_pad)


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
    """The mean of each window of [N, C, H, W]."""
    return _avg[2](input, kernel_size, [] if stride is None else stride, padding, ceil_mode, count_include_pad,
                   divisor_override)


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
    """The mean of each window of [N, C, D, H, W]."""
    return _avg[3](input, kernel_size, [] if stride is None else stride, padding, ceil_mode, count_include_pad,
                   divisor_override)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """A power mean of each window of [N, C, L]."""
    out = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (torch.sign(out) * torch.relu(torch.abs(out))).mul(kernel_size).pow(1.0 / norm_type)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """A power mean of each window of [N, C, H, W]."""
    width, height = kernel_size if isinstance(kernel_size, (list, tuple)) else (kernel_size, kernel_size)
    out = avg_pool2d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (torch.sign(out) * torch.relu(torch.abs(out))).mul(width * height).pow(1.0 / norm_type)


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """A power mean of each window of [N, C, D, H, W]."""
    sizes = kernel_size if isinstance(kernel_size, (list, tuple)) else (kernel_size,) * 3
    out = avg_pool3d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (torch.sign(out) * torch.relu(torch.abs(out))).mul(sizes[0] * sizes[1] * sizes[2]).pow(1.0 / norm_type)


def _max_unpool(input, indices, kernel_size, stride, padding, output_size, n):
    as_list = lambda v: list(v) if isinstance(v, (list, tuple)) else [v] * n
    kernel, padding = as_list(kernel_size), as_list(padding)
    stride = kernel if stride is None else as_list(stride)
    default = [(length - 1) * s - 2 * p + k for length, s, p, k in zip(input.shape[-n:], stride, padding, kernel)]
    return stride, padding, default if output_size is None else list(output_size)[-n:]


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values back at their places, zeros elsewhere."""
    size = _max_unpool(input, indices, kernel_size, stride, padding, output_size, 1)[2]
    return _op("max_unpool2d")(input.unsqueeze(-1), indices.unsqueeze(-1), size + [1]).squeeze(-1)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values back at their places, zeros elsewhere."""
    return _op("max_unpool2d")(input, indices, _max_unpool(input, indices, kernel_size, stride, padding, output_size, 2)[2])


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values back at their places, zeros elsewhere."""
    stride, padding, size = _max_unpool(input, indices, kernel_size, stride, padding, output_size, 3)
    return _op("max_unpool3d")(input, indices, size, stride, padding)


def _fractional_max_pool(n):
    operator = _op(f"fractional_max_pool{n}d")

    def fractional_max_pool(input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None):
        """The largest of windows whose sizes are drawn: output_size of them, or a ratio of the input's size."""
        tuple_of = lambda v: list(v) if isinstance(v, (list, tuple)) else [v] * n
        if output_size is None and output_ratio is None:
            raise ValueError(f"fractional_max_pool{n}d requires specifying either an output_size or an output_ratio")
        if output_size is None:
            output_size = [int(s * r) for s, r in zip(input.shape[-n:], tuple_of(output_ratio))]
        if _random_samples is None:
            batch = 1 if input.ndim == n + 1 else input.shape[0]
            _random_samples = torch.rand(batch, input.shape[-n - 1], n, dtype=input.dtype, device=input.device)
        out = operator(input, tuple_of(kernel_size), tuple_of(output_size), _random_samples)
        return tuple(out) if return_indices else out[0]

    fractional_max_pool.__name__ = fractional_max_pool.__qualname__ = f"fractional_max_pool{n}d"
    return fractional_max_pool


fractional_max_pool2d, fractional_max_pool3d = _fractional_max_pool(2), _fractional_max_pool(3)
fractional_max_pool2d_with_indices = _with_indices(fractional_max_pool2d)
fractional_max_pool3d_with_indices = _with_indices(fractional_max_pool3d)
