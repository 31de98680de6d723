"""numpy's functions over torch's."""

import torch
from numpy._array import common, compute, divide, floating, ndarray, power, tensor_of, wrap
from numpy._dtype import torch_dtype
from numpy._objects import objects

_INTS = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool)


def _out(t, kind=None):
    return ndarray(t if kind is None else t.to(torch_dtype(kind)))


# --- making


_object = object


def _holds_objects(value, dtype):
    """Is something in it that is no number?"""
    if isinstance(value, objects):
        return True
    while isinstance(value, (list, tuple)) and value:
        if dtype is None and any(isinstance(v, str) or v is None or isinstance(v, dict) for v in value):
            return True
        value = value[0]
    return isinstance(value, str)


def array(object, dtype=None, copy=True, ndmin=0):
    """An array of nested lists, numbers, arrays or tensors; texts and other objects make an array of objects."""
    if dtype in (_object, "object", str) or _holds_objects(object, dtype):
        return objects.of(object, None if dtype is None else dtype is str)
    t = tensor_of(object, dtype)
    if copy and isinstance(object, (ndarray, torch.Tensor)):
        t = t.clone()
    while t.dim() < ndmin:
        t = t.unsqueeze(0)
    return ndarray(t)


def asarray(a, dtype=None):
    """The same without a copy when it is an array."""
    if dtype in (object, "object", str) or _holds_objects(a, dtype):
        return array(a, dtype)
    return ndarray(tensor_of(a, dtype)) if dtype is not None or not isinstance(a, ndarray) else a


def _sizes(shape):
    return (int(shape),) if isinstance(shape, int) or hasattr(shape, "_value") else tuple(int(n) for n in shape)


def zeros(shape, dtype=float):
    return _out(torch.zeros(_sizes(shape), dtype=torch_dtype(dtype)))


def ones(shape, dtype=float):
    return _out(torch.ones(_sizes(shape), dtype=torch_dtype(dtype)))


def empty(shape, dtype=float):
    return zeros(shape, dtype)


def full(shape, fill_value, dtype=None):
    value = tensor_of(fill_value, dtype)
    return _out(value.expand(_sizes(shape)).clone())


def zeros_like(a, dtype=None):
    t = tensor_of(a)
    return _out(torch.zeros(t.shape, dtype=t.dtype if dtype is None else torch_dtype(dtype)))


def ones_like(a, dtype=None):
    t = tensor_of(a)
    return _out(torch.ones(t.shape, dtype=t.dtype if dtype is None else torch_dtype(dtype)))


def full_like(a, fill_value, dtype=None):
    t = tensor_of(a)
    return _out(torch.full(t.shape, fill_value, dtype=t.dtype if dtype is None else torch_dtype(dtype)))


empty_like = zeros_like


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    numbers = [v.item() if hasattr(v, "item") else v for v in (start, stop, step)]
    kind = torch.float64 if any(isinstance(v, float) for v in numbers) else torch.int64
    return _out(torch.arange(*numbers, dtype=kind if dtype is None else torch_dtype(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    start, stop = float(start), float(stop)
    steps = num if endpoint else num + 1
    step = (stop - start) / builtin_max(steps - 1, 1)
    t = torch.arange(num, dtype=torch.float64) * step + start
    if endpoint and num > 1:
        t[-1] = stop
    result = _out(t, dtype)
    return (result, step) if retstep else result


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    return _out(torch.tensor(base, dtype=torch.float64) ** linspace(start, stop, num, endpoint)._t)


def geomspace(start, stop, num=50):
    import math
    return _out(10.0 ** linspace(math.log10(start), math.log10(stop), num)._t)


def eye(N, M=None, k=0, dtype=float):
    t = torch.zeros(N, M or N, dtype=torch_dtype(dtype))
    t.diagonal(k).fill_(1)
    return _out(t)


def identity(n, dtype=float):
    return eye(n, dtype=dtype)


def diag(v, k=0):
    return _out(torch.diag(tensor_of(v), k))


def tri(N, M=None, k=0, dtype=float):
    return _out(torch.ones(N, M or N, dtype=torch_dtype(dtype)).tril(k))


def tril(m, k=0):
    return _out(tensor_of(m).tril(k))


def triu(m, k=0):
    return _out(tensor_of(m).triu(k))


def meshgrid(*xi, indexing="xy"):
    return tuple(_out(t) for t in torch.meshgrid([tensor_of(x) for x in xi], indexing=indexing))


def indices(dimensions):
    return _out(torch.stack(torch.meshgrid([torch.arange(n) for n in dimensions], indexing="ij")))


def fromiter(iter, dtype, count=-1):
    return array(list(iter), dtype)


def copy(a):
    return array(a)


# --- element by element


def _unary(function, float_result=True):
    def call(x, /, out=None, where=None, dtype=None):
        t = tensor_of(x)
        return wrap(function(floating(t) if float_result else t))
    return call


_FLOATS = {"sqrt": torch.sqrt, "exp": torch.exp, "exp2": torch.exp2, "expm1": torch.expm1, "log": torch.log,
           "log2": torch.log2, "log10": torch.log10, "log1p": torch.log1p, "sin": torch.sin, "cos": torch.cos,
           "tan": torch.tan, "arcsin": torch.asin, "arccos": torch.acos, "arctan": torch.atan, "sinh": torch.sinh,
           "cosh": torch.cosh, "tanh": torch.tanh, "arcsinh": torch.asinh, "arccosh": torch.acosh,
           "arctanh": torch.atanh, "cbrt": lambda t: t.sign() * t.abs() ** (1 / 3), "degrees": torch.rad2deg,
           "radians": torch.deg2rad, "rad2deg": torch.rad2deg, "deg2rad": torch.deg2rad, "rint": torch.round}
_SAME = {"abs": torch.abs, "absolute": torch.abs, "fabs": torch.abs, "negative": torch.neg, "sign": torch.sign,
         "square": torch.square, "floor": lambda t: t if t.dtype in _INTS else t.floor(),
         "ceil": lambda t: t if t.dtype in _INTS else t.ceil(), "trunc": lambda t: t if t.dtype in _INTS else t.trunc(),
         "fix": lambda t: t if t.dtype in _INTS else t.trunc(), "isnan": torch.isnan, "isinf": torch.isinf,
         "isfinite": torch.isfinite, "logical_not": torch.logical_not, "invert": lambda t: ~t, "conj": torch.conj,
         "conjugate": torch.conj, "real": torch.real, "signbit": torch.signbit, "positive": lambda t: t,
         "reciprocal": torch.reciprocal, "angle": torch.angle, "isneginf": torch.isneginf, "isposinf": torch.isposinf}
_PAIRS = {"add": lambda a, b: a + b, "subtract": lambda a, b: a - b, "multiply": lambda a, b: a * b, "divide": divide,
          "true_divide": divide, "floor_divide": torch.floor_divide, "mod": torch.remainder,
          "remainder": torch.remainder, "fmod": torch.fmod, "power": power, "float_power": lambda a, b: a.double() ** b,
          "maximum": torch.maximum, "minimum": torch.minimum, "fmax": torch.fmax, "fmin": torch.fmin,
          "equal": torch.eq, "not_equal": torch.ne, "less": torch.lt, "less_equal": torch.le, "greater": torch.gt,
          "greater_equal": torch.ge, "logical_and": torch.logical_and, "logical_or": torch.logical_or,
          "logical_xor": torch.logical_xor, "bitwise_and": lambda a, b: a & b, "bitwise_or": lambda a, b: a | b,
          "bitwise_xor": lambda a, b: a ^ b, "arctan2": lambda a, b: torch.atan2(floating(a), floating(b)),
          "hypot": lambda a, b: torch.hypot(floating(a), floating(b)), "matmul": torch.matmul,
          "copysign": torch.copysign, "logaddexp": lambda a, b: torch.logaddexp(floating(a), floating(b)),
          "gcd": torch.gcd, "lcm": torch.lcm}


def _pair(name, function):
    def call(x1, x2, /, out=None, where=None):
        result = compute(function, x1, x2)
        if out is not None:
            out._t.copy_(tensor_of(result))
            return out
        return result

    def outer(a, b):
        x, y = tensor_of(a), tensor_of(b)
        return compute(function, ndarray(x.reshape(x.shape + (1,) * y.dim())), ndarray(y))

    call.__name__ = name
    call.outer = outer
    return call


def _define(space):
    for table, make in ((_FLOATS, lambda n, f: _unary(f)), (_SAME, lambda n, f: _unary(f, False)), (_PAIRS, _pair)):
        for name, function in table.items():
            made = make(name, function)
            made.__name__ = name
            space[name] = made
    space["add"].reduce = lambda a, axis=0: sum(a, axis)
    space["multiply"].reduce = lambda a, axis=0: prod(a, axis)
    space["maximum"].reduce = lambda a, axis=0: max(a, axis)
    space["minimum"].reduce = lambda a, axis=0: min(a, axis)
    space["maximum"].accumulate = lambda a, axis=0: _out(tensor_of(a).cummax(axis).values)
    space["add"].accumulate = lambda a, axis=0: cumsum(a, axis)


_define(globals())


def round(a, decimals=0, out=None):
    t = tensor_of(a)
    return wrap(t if t.dtype in _INTS and decimals >= 0 else torch.round(t, decimals=decimals))


around = round


def clip(a, a_min=None, a_max=None, out=None, min=None, max=None):
    t = tensor_of(a)
    low, high = (a_min if a_min is not None else min), (a_max if a_max is not None else max)
    if low is not None:
        t = tensor_of(compute(torch.maximum, ndarray(t), low))
    if high is not None:
        t = tensor_of(compute(torch.minimum, ndarray(t), high))
    return wrap(t)


def where(condition, x=None, y=None):
    c = tensor_of(condition)
    if x is None:
        return tuple(_out(t) for t in torch.where(c))
    return compute(lambda a, b: torch.where(c.bool(), a, b), x, y)


def nan_to_num(x, nan=0.0, posinf=None, neginf=None):
    return wrap(torch.nan_to_num(tensor_of(x), nan, posinf, neginf))


def heaviside(x1, x2):
    return compute(torch.heaviside, x1, x2)


def sinc(x):
    return wrap(torch.sinc(floating(tensor_of(x))))


def interp(x, xp, fp, left=None, right=None):
    """Linear interpolation of the points (xp, fp) at x; xp rises."""
    t, xs, ys = (floating(tensor_of(v)) for v in (x, xp, fp))
    at = torch.searchsorted(xs, t.contiguous(), right=True).clamp(1, xs.numel() - 1)
    x0, x1, y0, y1 = xs[at - 1], xs[at], ys[at - 1], ys[at]
    out = y0 + (y1 - y0) * (t - x0) / (x1 - x0)
    out = torch.where(t <= xs[0], ys[0] if left is None else torch.tensor(float(left), dtype=ys.dtype), out)
    out = torch.where(t >= xs[-1], ys[-1] if right is None else torch.tensor(float(right), dtype=ys.dtype), out)
    if left is not None:
        out = torch.where(t == xs[0], ys[0], out)
    if right is not None:
        out = torch.where(t == xs[-1], ys[-1], out)
    return wrap(out)


# --- along axes


def _axes(axis, t):
    if axis is None:
        return tuple(range(t.dim()))
    return tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)


def _check_axis(axis, t):
    for a in () if axis is None else _axes(axis, t):
        if not -t.dim() <= a < t.dim():
            raise _AxisError(f"axis {a} is out of bounds for array of dimension {t.dim()}")


class _AxisError(ValueError, IndexError):
    """An axis that the array does not have."""


_AxisError.__name__ = _AxisError.__qualname__ = "AxisError"


def sum(a, axis=None, dtype=None, out=None, keepdims=False, where=None):
    t = tensor_of(a)
    _check_axis(axis, t)
    if where is not None:
        t = torch.where(tensor_of(where), t, torch.zeros_like(t))
    return wrap(t.sum(_axes(axis, t), keepdim=keepdims, dtype=None if dtype is None else torch_dtype(dtype)))


def mean(a, axis=None, dtype=None, out=None, keepdims=False, where=None):
    t = tensor_of(a, dtype)
    _check_axis(axis, t)
    if where is not None:
        mask = tensor_of(where)
        return sum(ndarray(t), axis, keepdims=keepdims, where=where) / sum(ndarray(mask.expand(t.shape)), axis,
                                                                           keepdims=keepdims)
    return wrap(floating(t).mean(_axes(axis, t), keepdim=keepdims))


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    t = floating(tensor_of(a, dtype))
    _check_axis(axis, t)
    return wrap(t.var(_axes(axis, t), correction=ddof, keepdim=keepdims))


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    t = floating(tensor_of(a, dtype))
    _check_axis(axis, t)
    return wrap(t.std(_axes(axis, t), correction=ddof, keepdim=keepdims))


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    t = tensor_of(a, dtype)
    return wrap(t.prod() if axis is None else t.prod(axis, keepdim=keepdims))


def _extreme(name, function):
    def call(a, axis=None, out=None, keepdims=False, initial=None, where=None):
        t = tensor_of(a)
        _check_axis(axis, t)
        if not t.numel():
            raise ValueError(f"zero-size array to reduction operation {name}imum which has no identity")
        bools = t.dtype == torch.bool
        result = function(t.to(torch.uint8) if bools else t, _axes(axis, t), keepdim=keepdims)
        return wrap(result.bool() if bools else result)
    call.__name__ = name
    return call


max = amax = _extreme("max", torch.amax)
min = amin = _extreme("min", torch.amin)


def ptp(a, axis=None):
    return max(a, axis) - min(a, axis)


def any(a, axis=None, out=None, keepdims=False):
    t = tensor_of(a)
    return wrap(t.bool().any() if axis is None else t.bool().any(axis, keepdim=keepdims))


def all(a, axis=None, out=None, keepdims=False):
    t = tensor_of(a)
    return wrap(t.bool().all() if axis is None else t.bool().all(axis, keepdim=keepdims))


def argmax(a, axis=None, keepdims=False):
    t = tensor_of(a)
    return wrap((t.to(torch.uint8) if t.dtype == torch.bool else t).argmax(axis, keepdim=keepdims))


def argmin(a, axis=None, keepdims=False):
    t = tensor_of(a)
    return wrap((t.to(torch.uint8) if t.dtype == torch.bool else t).argmin(axis, keepdim=keepdims))


def cumsum(a, axis=None, dtype=None):
    t = tensor_of(a, dtype)
    return _out(t.reshape(-1).cumsum(0) if axis is None else t.cumsum(axis))


def cumprod(a, axis=None):
    t = tensor_of(a)
    return _out(t.reshape(-1).cumprod(0) if axis is None else t.cumprod(axis))


def diff(a, n=1, axis=-1):
    return _out(torch.diff(tensor_of(a), n, axis))


def gradient(f, *spacing):
    t = floating(tensor_of(f))
    found = torch.gradient(t, spacing=float(spacing[0]) if spacing else 1.0)
    return _out(found[0]) if len(found) == 1 else [_out(g) for g in found]


def quantile_parts(a, q):
    """The numbers and the fractions in the dtype of the result: a plain number asks for none, an array of them does."""
    t = floating(tensor_of(a))
    qs = floating(tensor_of(q))
    dtype = t.dtype if type(q) in (bool, int, float) else torch.promote_types(t.dtype, qs.dtype)
    return t.to(dtype), qs.to(dtype)


def of_hundred(q):
    return q / 100 if type(q) in (bool, int, float) else wrap(floating(tensor_of(q)) / 100)


def quantile(a, q, axis=None, keepdims=False, method="linear"):
    t, qs = quantile_parts(a, q)
    flat = t.reshape(-1) if axis is None else t
    return wrap(torch.quantile(flat, qs, dim=0 if axis is None else axis, keepdim=keepdims, interpolation=method))


def percentile(a, q, axis=None, keepdims=False, method="linear"):
    return quantile(a, of_hundred(q), axis, keepdims, method)


def median(a, axis=None, keepdims=False):
    return quantile(a, 0.5, axis, keepdims)


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)
    t, w = floating(tensor_of(a)), floating(tensor_of(weights))
    if w.dim() < t.dim() and axis is not None:
        w = w.reshape([-1 if i == axis % t.dim() else 1 for i in range(t.dim())])
    return sum(ndarray(t * w), axis) / sum(ndarray(w.expand(t.shape)), axis)


def nansum(a, axis=None):
    return sum(nan_to_num(a), axis)


def nanmean(a, axis=None):
    t = tensor_of(a)
    return wrap(t.nanmean() if axis is None else t.nanmean(axis))


def nanmax(a, axis=None):
    return max(where(isnan(a), -inf_value, a), axis)


def nanmin(a, axis=None):
    return min(where(isnan(a), inf_value, a), axis)



inf_value = float("inf")


def count_nonzero(a, axis=None):
    t = tensor_of(a)
    found = (t != 0).sum() if axis is None else (t != 0).sum(axis)
    return int(found) if axis is None else wrap(found)


def trace(a, offset=0):
    return wrap(tensor_of(a).diagonal(offset).sum())


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    moved = tensor_of(arr).movedim(axis, -1)
    rows = [func1d(ndarray(r), *args, **kwargs) for r in moved.reshape(-1, moved.shape[-1])]
    out = array(rows)._t.reshape(tuple(moved.shape[:-1]) + tuple(array(rows).shape[1:]))
    return wrap(out)


# --- order and sets


def sort(a, axis=-1):
    t = tensor_of(a)
    return _out(t.reshape(-1).sort().values if axis is None else t.sort(axis).values)


def argsort(a, axis=-1, kind=None, stable=None):
    t = tensor_of(a)
    return _out(torch.sort(t.reshape(-1) if axis is None else t, dim=-1 if axis is None else axis, stable=True).indices)


def partition(a, kth, axis=-1):
    return sort(a, axis)


def argpartition(a, kth, axis=-1):
    return argsort(a, axis)


def lexsort(keys):
    order = torch.arange(len(tensor_of(keys[0])))
    for key in keys:
        order = order[torch.sort(tensor_of(key)[order], stable=True).indices]
    return _out(order)


def searchsorted(a, v, side="left"):
    return wrap(torch.searchsorted(tensor_of(a).contiguous(), tensor_of(v).contiguous(), right=side == "right"))


def digitize(x, bins, right=False):
    return wrap(torch.bucketize(tensor_of(x), tensor_of(bins), right=not right))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    t = tensor_of(ar)
    values, inverse, counts = torch.unique(t, return_inverse=True, return_counts=True, dim=axis)
    out = [_out(values)]
    if return_index:
        flat = inverse.reshape(-1)
        first = torch.full((values.shape[0],), flat.numel(), dtype=torch.int64)
        out.append(_out(first.scatter_reduce(0, flat, torch.arange(flat.numel()), "amin")))
    if return_inverse:
        out.append(_out(inverse))
    if return_counts:
        out.append(_out(counts))
    return out[0] if len(out) == 1 else tuple(out)


def isin(element, test_elements):
    return wrap(torch.isin(tensor_of(element), tensor_of(test_elements)))


in1d = isin


def intersect1d(a, b):
    return unique(ndarray(tensor_of(a)[torch.isin(tensor_of(a), tensor_of(b))]))


def union1d(a, b):
    return unique(concatenate([ravel(a), ravel(b)]))


def setdiff1d(a, b):
    return unique(ndarray(tensor_of(a)[~torch.isin(tensor_of(a), tensor_of(b))]))


def nonzero(a):
    return tuple(_out(t) for t in torch.where(tensor_of(a) != 0))


def flatnonzero(a):
    return _out(tensor_of(a).reshape(-1).nonzero().reshape(-1))


def argwhere(a):
    return _out(torch.nonzero(tensor_of(a)))


def bincount(x, weights=None, minlength=0):
    return _out(torch.bincount(tensor_of(x), None if weights is None else tensor_of(weights), minlength))


def histogram(a, bins=10, range=None, density=None, weights=None):
    """(counts, edges)."""
    t = floating(tensor_of(a)).reshape(-1)
    given = None if isinstance(bins, int) else tensor_of(bins)
    if given is None:
        low, high = range if range is not None else ((t.min().item(), t.max().item()) if t.numel() else (0.0, 1.0))
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = linspace(low, high, bins + 1)._t
    else:
        edges = floating(given)
    inside = t[(t >= edges[0]) & (t <= edges[-1])]
    at = (torch.searchsorted(edges, inside.contiguous(), right=True) - 1).clamp(0, edges.numel() - 2)
    counts = torch.bincount(at, minlength=edges.numel() - 1)
    if density:
        counts = counts.double() / (counts.sum() * edges.diff())
    return _out(counts), _out(edges if given is None else given)


# --- shape


def _list(arrays):
    tensors = [tensor_of(a) for a in arrays]
    kind = common(tensors)
    return [t.to(kind) for t in tensors]


def concatenate(arrays, axis=0, dtype=None):
    tensors = _list(arrays)
    if axis is None:
        return _out(torch.cat([t.reshape(-1) for t in tensors]), dtype)
    _check_joined(tensors, axis)
    return _out(torch.cat(tensors, axis), dtype)


def _check_joined(tensors, axis):
    first = tensors[0]
    if not first.dim():
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    for number, t in enumerate(tensors):
        if t.dim() != first.dim():
            raise ValueError("all the input arrays must have same number of dimensions, but the array at index 0 has "
                             f"{first.dim()} dimension(s) and the array at index {number} has {t.dim()} dimension(s)")
        for i in range(t.dim()):
            if i != axis % t.dim() and t.shape[i] != first.shape[i]:
                raise ValueError("all the input array dimensions except for the concatenation axis must match exactly, but "
                                 f"along dimension {i}, the array at index 0 has size {first.shape[i]} and the array at index "
                                 f"{number} has size {t.shape[i]}")


def stack(arrays, axis=0):
    tensors = _list(arrays)
    if len({tuple(t.shape) for t in tensors}) > 1:
        raise ValueError("all input arrays must have the same shape")
    return _out(torch.stack(tensors, axis))


def vstack(tup):
    return concatenate([atleast_2d(a) for a in tup], 0)


row_stack = vstack


def hstack(tup):
    arrays = [atleast_1d(a) for a in tup]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def column_stack(tup):
    return concatenate([a if a.ndim > 1 else reshape(a, (-1, 1)) for a in map(asarray, tup)], 1)


def dstack(tup):
    return _out(torch.dstack(_list(tup)))


def split(ary, indices_or_sections, axis=0):
    t = tensor_of(ary)
    if isinstance(indices_or_sections, int) and t.shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
    return [_out(t) for t in torch.tensor_split(tensor_of(ary), indices_or_sections, axis)]


def reshape(a, shape, order="C"):
    return asarray(a).reshape(shape)


def ravel(a):
    return _out(tensor_of(a).reshape(-1))


def transpose(a, axes=None):
    return asarray(a).transpose(*(axes or ()))


def swapaxes(a, axis1, axis2):
    return _out(tensor_of(a).transpose(axis1, axis2))


def moveaxis(a, source, destination):
    return _out(tensor_of(a).movedim(source, destination))


def expand_dims(a, axis):
    t = tensor_of(a)
    for one in sorted(axis) if isinstance(axis, (tuple, list)) else [axis]:
        t = t.unsqueeze(one)
    return _out(t)


def squeeze(a, axis=None):
    return asarray(a).squeeze(axis)


def broadcast_to(a, shape):
    return _out(tensor_of(a).expand(_sizes(shape)))


def broadcast_arrays(*args):
    return [_out(t) for t in torch.broadcast_tensors(*[tensor_of(a) for a in args])]


def tile(A, reps):
    return _out(torch.tile(tensor_of(A), _sizes(reps)))


def repeat(a, repeats, axis=None):
    t = tensor_of(a)
    t = t.reshape(-1) if axis is None else t
    times = repeats if isinstance(repeats, int) else tensor_of(repeats)
    return _out(torch.repeat_interleave(t, times, 0 if axis is None else axis))


def flip(m, axis=None):
    t = tensor_of(m)
    return _out(t.flip(_axes(axis, t)))


def fliplr(m):
    return flip(m, 1)


def flipud(m):
    return flip(m, 0)


def roll(a, shift, axis=None):
    t = tensor_of(a)
    return _out(t.reshape(-1).roll(shift).reshape(t.shape) if axis is None else t.roll(shift, axis))


def rot90(m, k=1, axes=(0, 1)):
    return _out(torch.rot90(tensor_of(m), k, axes))


def pad(array, pad_width, mode="constant", constant_values=0):
    t = tensor_of(array)
    widths = tensor_of(pad_width)
    pairs = widths.reshape(-1, 2).expand(t.dim(), 2).tolist() if widths.numel() > 1 else [[int(widths)] * 2] * t.dim()
    if mode == "constant":
        flat = [n for pair in reversed(pairs) for n in pair]
        return _out(torch.nn.functional.pad(t, flat, value=constant_values))
    for axis, (before, after) in enumerate(pairs):
        at = torch.arange(-before, t.shape[axis] + after)
        n = t.shape[axis]
        if mode == "edge":
            at = at.clamp(0, n - 1)
        elif mode == "wrap":
            at = at % n
        elif mode in ("reflect", "symmetric"):
            period = 2 * n - 2 if mode == "reflect" else 2 * n
            at = at % builtin_max(period, 1)
            at = torch.where(at >= n, period - at - int(mode == "symmetric"), at)
        else:
            raise ValueError(f"mode '{mode}' is not supported")
        t = t.index_select(axis, at)
    return _out(t)


def builtin_max(a, b):
    return a if a > b else b


def atleast_1d(a):
    return _out(torch.atleast_1d(tensor_of(a)))


def atleast_2d(a):
    return _out(torch.atleast_2d(tensor_of(a)))


def append(arr, values, axis=None):
    if axis is None:
        return concatenate([ravel(arr), ravel(values)])
    return concatenate([arr, values], axis)


def insert(arr, obj, values, axis=None):
    t = tensor_of(arr)
    t = t.reshape(-1) if axis is None else t
    axis = axis or 0
    new = tensor_of(values).to(t.dtype)
    new = new.reshape(-1) if t.dim() == 1 else new.unsqueeze(axis) if new.dim() < t.dim() else new
    return _out(torch.cat([t.narrow(axis, 0, obj), new, t.narrow(axis, obj, t.shape[axis] - obj)], axis))


def delete(arr, obj, axis=None):
    t = tensor_of(arr)
    t = t.reshape(-1) if axis is None else t
    axis = axis or 0
    keep = torch.ones(t.shape[axis], dtype=torch.bool)
    keep[tensor_of(obj) if not isinstance(obj, (int, slice)) else obj] = False
    return _out(t.index_select(axis, keep.nonzero().reshape(-1)))


def take(a, indices, axis=None):
    t, at = tensor_of(a), tensor_of(indices)
    if axis is None:
        return wrap(t.reshape(-1)[at])
    return wrap(t.index_select(axis, at.reshape(-1)).reshape(t.shape[:axis] + at.shape + t.shape[axis + 1:]))


def take_along_axis(arr, indices, axis):
    return _out(torch.take_along_dim(tensor_of(arr), tensor_of(indices), axis))


def choose(a, choices):
    return _out(torch.stack(_list(choices)).gather(0, tensor_of(a).unsqueeze(0))[0])


def unravel_index(indices, shape):
    found = torch.unravel_index(tensor_of(indices), _sizes(shape))
    return tuple(wrap(t) for t in found)


def ravel_multi_index(multi_index, dims):
    flat = 0
    for at, size in zip(multi_index, dims):
        flat = flat * size + tensor_of(at)
    return wrap(flat)


def size(a, axis=None):
    t = tensor_of(a)
    return t.numel() if axis is None else t.shape[axis]


def shape(a):
    return tuple(tensor_of(a).shape)


def ndim(a):
    return tensor_of(a).dim()


# --- products and statistics


def dot(a, b):
    x, y = tensor_of(a), tensor_of(b)
    if x.dim() == 0 or y.dim() == 0:
        return compute(lambda p, q: p * q, a, b)
    if x.dim() and y.dim() and x.shape[-1] != y.shape[0 if y.dim() == 1 else -2]:
        raise ValueError(f"shapes {str(tuple(x.shape)).replace(' ', '')} and {str(tuple(y.shape)).replace(' ', '')} "
                         f"not aligned: {x.shape[-1]} (dim {x.dim() - 1}) != {y.shape[0 if y.dim() == 1 else -2]} "
                         f"(dim {0 if y.dim() == 1 else y.dim() - 2})")
    return compute(torch.matmul, a, b)


def vdot(a, b):
    return compute(torch.dot, ravel(a), ravel(b))


def inner(a, b):
    return compute(torch.inner, a, b)


def outer(a, b):
    return compute(torch.outer, ravel(a), ravel(b))


def kron(a, b):
    return compute(torch.kron, a, b)


def cross(a, b):
    return compute(lambda x, y: torch.linalg.cross(x, y), a, b)


def tensordot(a, b, axes=2):
    return compute(lambda x, y: torch.tensordot(x, y, dims=axes), a, b)


def einsum(subscripts, *operands):
    return wrap(torch.einsum(subscripts, *_list(operands)))


def convolve(a, v, mode="full"):
    x, k = (floating(tensor_of(t)) for t in (a, v))
    reach = {"full": k.numel() - 1, "same": (k.numel() - 1) // 2 + (k.numel() - 1) % 2, "valid": 0}[mode]
    out = torch.nn.functional.conv1d(x.reshape(1, 1, -1), k.flip(0).reshape(1, 1, -1), padding=reach)[0, 0]
    return _out(out[:x.numel()] if mode == "same" else out)


def correlate(a, v, mode="valid"):
    return convolve(a, flip(v), mode)


def cov(m, y=None, rowvar=True, ddof=None):
    t = floating(tensor_of(m))
    if y is not None:
        t = torch.stack([t, floating(tensor_of(y))])
    return wrap(torch.cov(t if rowvar else t.T, correction=1 if ddof is None else ddof))


def corrcoef(x, y=None, rowvar=True):
    t = floating(tensor_of(x))
    if y is not None:
        t = torch.stack([t, floating(tensor_of(y))]) if t.dim() == 1 else torch.cat([t, floating(tensor_of(y))])
    return wrap(torch.corrcoef(t if rowvar else t.T))


def polyfit(x, y, deg):
    """Coefficients of the least-squares polynomial, highest power first."""
    xs, ys = floating(tensor_of(x)), floating(tensor_of(y))
    powers = torch.stack([xs ** k for k in range(deg, -1, -1)], 1)
    return _out(torch.linalg.lstsq(powers, ys.unsqueeze(-1)).solution.squeeze(-1))


def polyval(p, x):
    t, out = tensor_of(x), 0
    for c in tensor_of(p):
        out = out * t + c
    return wrap(torch.as_tensor(out))


def trapezoid(y, x=None, dx=1.0):
    t = floating(tensor_of(y))
    return wrap(torch.trapezoid(t, dx=dx) if x is None else torch.trapezoid(t, floating(tensor_of(x))))


trapz = trapezoid


# --- comparing


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return compute(lambda x, y: torch.isclose(floating(x), floating(y), rtol, atol, equal_nan), a, b)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2):
    x, y = tensor_of(a1), tensor_of(a2)
    return tuple(x.shape) == tuple(y.shape) and bool((x == y).all())


def isscalar(element):
    from numpy._dtype import generic
    return isinstance(element, (bool, int, float, complex, str, generic))


def iscomplexobj(x):
    return tensor_of(x).is_complex()


def result_type(*values):
    from numpy._dtype import _NAMES, dtype
    return dtype(_NAMES[common([tensor_of(v) if not isinstance(v, (dtype, type, str)) else
                                torch.empty(0, dtype=torch_dtype(v)) for v in values])])


def can_cast(from_, to):
    return torch.can_cast(torch_dtype(from_), torch_dtype(to))


class vectorize:
    """A function of numbers as one of arrays."""

    def __init__(self, pyfunc, otypes=None):
        self.pyfunc = pyfunc
        self._kind = otypes[0] if otypes else None

    def __call__(self, *args):
        arrays = torch.broadcast_tensors(*[tensor_of(a) for a in args])
        values = [self.pyfunc(*items) for items in zip(*[a.flatten().tolist() for a in arrays])]
        return array(values, self._kind).reshape(tuple(arrays[0].shape))


_METHODS = ("sum mean std var prod max min ptp any all argmax argmin cumsum cumprod argsort round clip dot nonzero "
            "searchsorted take trace diagonal conj").split()


def diagonal(a, offset=0, axis1=0, axis2=1):
    return _out(tensor_of(a).diagonal(offset, axis1, axis2))


for _name in _METHODS:
    setattr(ndarray, _name, globals()[_name])
