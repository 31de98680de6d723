"""Functions of numpy that are asked for less often."""

import math

import torch
from numpy._array import ndarray, tensor_of, wrap


def setxor1d(ar1, ar2, assume_unique=False):
    """What is in one of two arrays only."""
    a, b = tensor_of(ar1).reshape(-1), tensor_of(ar2).reshape(-1)
    both = torch.cat([a.unique(), b.to(a.dtype).unique()])
    values, counts = both.unique(return_counts=True)
    return ndarray(values[counts == 1])


def trim_zeros(filt, trim="fb"):
    """Without the zeros at the ends."""
    t = tensor_of(filt)
    at = t.nonzero().flatten().tolist() or [0, -1]
    start, end = at[0] if "f" in trim else 0, at[-1] + 1 if "b" in trim else len(t)
    out = t[start:end]
    return out.tolist() if isinstance(filt, list) else ndarray(out)


def roots(p):
    """The roots of a polynomial."""
    p = tensor_of(p).double()
    p = tensor_of(trim_zeros(ndarray(p), "f"))
    companion = torch.diag(torch.ones(len(p) - 2, dtype=torch.float64), -1)
    companion[0] = -p[1:] / p[0]
    found = torch.linalg.eigvals(companion)
    return ndarray(found.real if bool((found.imag.abs() < 1e-12).all()) else found)


def choose(a, choices, mode="raise"):
    """From each place the choice that `a` says."""
    index = tensor_of(a).long()
    options = torch.stack(torch.broadcast_tensors(*[tensor_of(c) for c in choices]))
    index = index.expand(options.shape[1:])
    return wrap(options.gather(0, index.unsqueeze(0)).squeeze(0))


def compress(condition, a, axis=None):
    """The slices where the condition holds."""
    t, at = tensor_of(a), tensor_of(condition).bool().nonzero().flatten()
    return ndarray(t.reshape(-1)[at] if axis is None else t.index_select(axis, at))


def extract(condition, arr):
    """The elements where the condition holds."""
    return ndarray(tensor_of(arr).reshape(-1)[tensor_of(condition).bool().reshape(-1)])


def genfromtxt(fname, delimiter=None, **kwargs):
    """Numbers of a text, nan where there is none."""
    from numpy import loadtxt

    return loadtxt(fname, delimiter=delimiter, **kwargs)


def fromstring(string, dtype=float, count=-1, *, sep=""):
    """Numbers of a text."""
    from numpy import array

    return array([float(v) for v in (string.split(sep) if sep.strip() else string.split())], dtype=dtype)


def broadcast_shapes(*shapes):
    """The shape that arrays of these shapes broadcast to."""
    try:
        return tuple(torch.broadcast_shapes(*shapes))
    except RuntimeError:
        raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                         f"{shapes[0]} and arg 1 with shape {shapes[1]}.") from None


def format_float_positional(x, precision=None, unique=True, trim="k", **kwargs):
    """A number without an exponent."""
    from decimal import Decimal

    text = format(Decimal(repr(float(x))), "f") if precision is None else f"{float(x):.{precision}f}"
    text = text if "." in text else text + "."
    return text.rstrip("0") if text.rstrip("0").endswith(".") else text


def format_float_scientific(x, precision=None, trim="k", **kwargs):
    """A number with an exponent."""
    if precision is not None:
        return f"{float(x):.{precision}e}"
    digits = repr(float(x)).lstrip("-").replace(".", "").split("e")[0].strip("0")
    return f"{float(x):.{max(len(digits) - 1, 0)}e}"


def base_repr(number, base=2, padding=0):
    """A number's digits in a base."""
    digits, n = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", abs(int(number))
    out = "" if n else "0"
    while n:
        n, d = divmod(n, base)
        out = digits[d] + out
    return ("-" if number < 0 else "") + "0" * padding + out


def binary_repr(num, width=None):
    """A number's bits; of a negative one with a width: its two's complement."""
    num = int(num)
    if num < 0 and width is not None:
        num += 1 << width
    return ("-" if num < 0 else "") + f"{abs(num):b}".rjust(width or 0, "0")


def array_equiv(a1, a2):
    """Equal after broadcasting?"""
    a, b = tensor_of(a1), tensor_of(a2)
    try:
        a, b = torch.broadcast_tensors(a, b)
    except RuntimeError:
        return False
    return bool((a == b).all())


def diag_indices_from(arr):
    """The places of the diagonal."""
    n = tensor_of(arr).shape[0]
    return (ndarray(torch.arange(n)),) * tensor_of(arr).dim()


def _window(name):
    def window(M):
        t = torch.arange(M, dtype=torch.float64)
        if M == 1:
            return ndarray(torch.ones(1, dtype=torch.float64))
        turn = 2 * math.pi * t / (M - 1)
        return ndarray({"hanning": 0.5 - 0.5 * turn.cos(), "hamming": 0.54 - 0.46 * turn.cos(),
                        "blackman": 0.42 - 0.5 * turn.cos() + 0.08 * (2 * turn).cos(),
                        "bartlett": 1 - (2 * t / (M - 1) - 1).abs()}[name])

    window.__name__ = name
    return window


hanning, hamming, blackman, bartlett = (_window(n) for n in ("hanning", "hamming", "blackman", "bartlett"))


def poly(seq_of_zeros):
    """The polynomial with given roots."""
    out = [1.0]
    for root in tensor_of(seq_of_zeros).tolist():
        out = [a - root * b for a, b in zip(out + [0.0], [0.0] + out)]
    return ndarray(torch.tensor(out, dtype=torch.float64))


def polymul(a1, a2):
    """The product of polynomials."""
    from numpy import convolve

    return convolve(a1, a2)


def polyadd(a1, a2):
    """The sum of polynomials."""
    a, b = tensor_of(a1), tensor_of(a2)
    n = max(len(a), len(b))
    grow = lambda t: torch.nn.functional.pad(t, (n - len(t), 0))
    return ndarray(grow(a) + grow(b))


def polyder(p, m=1):
    """The derivative of a polynomial."""
    t = tensor_of(p)
    for _ in range(m):
        t = t[:-1] * torch.arange(len(t) - 1, 0, -1, dtype=t.dtype)
    return ndarray(t)


def nanprod(a, axis=None):
    """The product, nan counting as 1."""
    t = tensor_of(a)
    t = torch.where(t.isnan(), torch.ones_like(t), t)
    return wrap(t.prod() if axis is None else t.prod(axis))


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours."""
    return ndarray(tensor_of(ary).reshape(-1).diff())


def atleast_3d(a):
    """With three dimensions at least."""
    t = tensor_of(a)
    if t.dim() == 2:
        t = t.unsqueeze(-1)
    return ndarray(t.reshape(1, -1, 1) if t.dim() < 2 else t)


def put_along_axis(arr, indices, values, axis):
    """Puts values at places along an axis."""
    at, t = tensor_of(indices).long(), tensor_of(arr)
    t.scatter_(axis, at, tensor_of(values).to(t.dtype).expand(at.shape))


def copyto(dst, src, where=True):
    """Copies values into an array."""
    t = tensor_of(dst)
    new = tensor_of(src).to(t.dtype).expand(t.shape)
    t.copy_(new if where is True else torch.where(tensor_of(where).bool(), new, t))


def unstack(x, axis=0):
    """The slices along an axis."""
    return tuple(ndarray(t) for t in tensor_of(x).unbind(axis))


def cumulative_sum(x, axis=-1):
    """Running sums."""
    return ndarray(tensor_of(x).cumsum(axis))


def vecdot(x1, x2, axis=-1):
    """Products of vectors."""
    return wrap((tensor_of(x1) * tensor_of(x2)).sum(axis))


matrix_transpose = lambda x: ndarray(tensor_of(x).mT)
