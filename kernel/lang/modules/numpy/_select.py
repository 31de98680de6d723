"""Grids of indices, and arrays put together from parts."""

import builtins

import torch
from numpy._array import common, compute, floating, ndarray, tensor_of, wrap
from numpy._dtype import torch_dtype
from numpy._functions import any, arange, array, asarray, linspace, of_hundred, quantile_parts, ravel, split, where, zeros


def tril_indices(n, k=0, m=None):
    """(rows, columns) of the lower triangle."""
    return tuple(ndarray(t) for t in torch.tril_indices(n, n if m is None else m, k))


def triu_indices(n, k=0, m=None):
    """(rows, columns) of the upper triangle."""
    return tuple(ndarray(t) for t in torch.triu_indices(n, n if m is None else m, k))


def diag_indices(n, ndim=2):
    """The index of the diagonal."""
    return (arange(n),) * ndim


def ix_(*args):
    """Indices of a rectangle, one a dimension."""
    out = []
    for number, arg in enumerate(args):
        t = tensor_of(arg)
        t = t.nonzero().reshape(-1) if t.dtype == torch.bool else t
        out.append(ndarray(t.reshape([-1 if i == number else 1 for i in range(len(args))])))
    return tuple(out)


class _Grid:
    """np.mgrid[…] and np.ogrid[…]: a step that is complex is a number of points."""

    def __init__(self, open):
        self._open = open

    def __getitem__(self, key):
        slices = key if isinstance(key, tuple) else (key,)
        axes = [self._axis(s) for s in slices]
        if not isinstance(key, tuple):
            return ndarray(axes[0])
        kind = common(axes)
        if self._open:
            return tuple(ndarray(a.reshape([-1 if i == n else 1 for i in range(len(axes))])) for n, a in enumerate(axes))
        return ndarray(torch.stack(torch.meshgrid([a.to(kind) for a in axes], indexing="ij")))

    def _axis(self, s):
        start = s.start or 0
        if isinstance(s.step, complex):
            return linspace(start, s.stop, int(abs(s.step)))._t
        return arange(start, s.stop, s.step or 1)._t


mgrid, ogrid = _Grid(False), _Grid(True)


def fill_diagonal(a, val, wrap=False):
    """Sets the diagonal, in place."""
    a._t.diagonal().copy_(tensor_of(val).to(a._t.dtype))


def fromfunction(function, shape, dtype=float, **kwargs):
    """function of the grids of indices."""
    grids = torch.meshgrid([torch.arange(n, dtype=torch_dtype(dtype)) for n in shape], indexing="ij")
    return function(*[ndarray(g) for g in grids], **kwargs)


def put(a, ind, v):
    """Sets elements by flat index, in place."""
    at = tensor_of(ind).reshape(-1)
    values = tensor_of(v).reshape(-1).to(a._t.dtype)
    a._t.put_(at, values[torch.arange(at.numel()) % values.numel()])


def putmask(a, mask, values):
    """Sets the elements of a mask, in place."""
    chosen = tensor_of(mask).expand(a._t.shape)
    given = tensor_of(values).to(a._t.dtype)
    a._t.copy_(torch.where(chosen, given.expand(a._t.shape) if given.numel() == 1 or given.shape == a._t.shape
                           else given.reshape(-1)[torch.arange(a._t.numel()) % given.numel()].reshape(a._t.shape), a._t))


def place(arr, mask, vals):
    """Sets the elements of a mask from the values in turn, in place."""
    chosen, given = tensor_of(mask), tensor_of(vals).reshape(-1).to(arr._t.dtype)
    arr._t[chosen] = given[torch.arange(int(chosen.sum())) % given.numel()]


def select(condlist, choicelist, default=0):
    """The choice of the first condition that holds."""
    out = default
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        out = where(condition, choice, out)
    return asarray(out)


def piecewise(x, condlist, funclist):
    """Each function where its condition holds; a last one for the rest."""
    t = tensor_of(x)
    out, rest = torch.zeros_like(t), torch.ones(t.shape, dtype=torch.bool)
    conditions = [tensor_of(c).expand(t.shape) for c in condlist]
    for condition in conditions:
        rest = rest & ~condition
    for condition, function in zip([*conditions, rest], funclist):
        value = function(ndarray(t[condition])) if callable(function) else function
        out[condition] = tensor_of(value).to(out.dtype)
    return ndarray(out)


def block(arrays):
    """An array of nested lists of arrays."""
    from numpy._functions import concatenate

    def join(part, depth):
        return asarray(part) if not isinstance(part, list) else concatenate([join(p, depth - 1) for p in part], -depth)

    depth, part = 0, arrays
    while isinstance(part, list):
        depth, part = depth + 1, part[0]
    least = builtins.max(depth, 1)

    def widened(part):
        if isinstance(part, list):
            return [widened(p) for p in part]
        t = tensor_of(part)
        return ndarray(t.reshape((1,) * (least - t.dim()) + tuple(t.shape)))

    return join(widened(arrays), depth)


def hsplit(ary, indices_or_sections):
    """Pieces along the columns."""
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    """Pieces along the rows."""
    return split(ary, indices_or_sections, 0)


def rollaxis(a, axis, start=0):
    """An axis moved before another."""
    t = tensor_of(a)
    axis, start = axis % t.dim(), start + t.dim() if start < 0 else start
    return ndarray(t.movedim(axis, start - (axis < start)))


def resize(a, new_shape):
    """The elements over and over in another shape."""
    t = tensor_of(a).reshape(-1)
    shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
    count = 1
    for n in shape:
        count *= n
    return ndarray(t[torch.arange(count) % t.numel()].reshape(shape))


def vander(x, N=None, increasing=False):
    """Powers as columns."""
    return ndarray(torch.vander(tensor_of(x), N, increasing=increasing))


def histogram2d(x, y, bins=10, range=None):
    """(counts, edges of x, edges of y)."""
    counts = (bins, bins) if isinstance(bins, int) else bins
    points = [floating(tensor_of(v)).reshape(-1) for v in (x, y)]
    edges, places = [], []
    for number, (t, n) in enumerate(zip(points, counts)):
        if isinstance(n, int):
            low, high = (t.min().item(), t.max().item()) if range is None else range[number]
            edge = linspace(low, high, n + 1)._t
        else:
            edge = floating(tensor_of(n))
        at = torch.searchsorted(edge, t.contiguous(), right=True) - 1
        at = torch.where(t == edge[-1], edge.numel() - 2, at)
        edges.append(edge)
        places.append(at)
    n, m = edges[0].numel() - 1, edges[1].numel() - 1
    inside = (places[0] >= 0) & (places[0] < n) & (places[1] >= 0) & (places[1] < m)
    flat = (places[0] * m + places[1])[inside]
    return ndarray(torch.bincount(flat, minlength=n * m).reshape(n, m).double()), ndarray(edges[0]), ndarray(edges[1])


def unwrap(p, discont=None, axis=-1, period=6.283185307179586):
    """Angles without jumps of a period."""
    t = floating(tensor_of(p))
    step = t.diff(dim=axis)
    wrapped = torch.remainder(step + period / 2, period) - period / 2
    wrapped = torch.where((wrapped == -period / 2) & (step > 0), period / 2, wrapped)
    fix = torch.where(step.abs() < (period / 2 if discont is None else discont), 0.0, wrapped - step)
    head = torch.zeros_like(t.narrow(axis, 0, 1))
    return ndarray(t + torch.cat([head, fix.cumsum(axis)], axis))


# --- facts -------------------------------------------------------------------------------------------------


def isreal(x):
    """Which elements have no imaginary part?"""
    t = tensor_of(x)
    return wrap(t.imag == 0 if t.dtype.is_complex else torch.ones(t.shape, dtype=torch.bool))


def isrealobj(x):
    """Is the dtype real?"""
    return not tensor_of(x).dtype.is_complex


def iscomplexobj(x):
    """Is the dtype complex?"""
    return tensor_of(x).dtype.is_complex


def iterable(y):
    """Can it be iterated over?"""
    try:
        iter(y)
        return True
    except TypeError:
        return False


def shares_memory(a, b):
    """Do they look into the same memory?"""
    return torch._storage(tensor_of(a))[0] == torch._storage(tensor_of(b))[0]


may_share_memory = shares_memory


def imag(val):
    """The imaginary part."""
    t = tensor_of(val)
    return wrap(t.imag if t.dtype.is_complex else torch.zeros_like(t))


def divmod(x1, x2):
    """(quotient, remainder)."""
    return compute(torch.floor_divide, x1, x2), compute(torch.remainder, x1, x2)


def modf(x):
    """(fraction, whole part)."""
    t = floating(tensor_of(x))
    return wrap(t.frac()), wrap(t.trunc())


def nextafter(x1, x2):
    """The next number that a float can be."""
    return compute(lambda a, b: torch.nextafter(floating(a), floating(b)), x1, x2)


def left_shift(x1, x2):
    """x1 << x2."""
    return compute(lambda a, b: a << b, x1, x2)


def right_shift(x1, x2):
    """x1 >> x2."""
    return compute(lambda a, b: a >> b, x1, x2)


def i0(x):
    """Bessel's function."""
    return wrap(torch.special.i0(floating(tensor_of(x))))


# --- without NaN -------------------------------------------------------------------------------------------


def nanargmax(a, axis=None):
    """Where the largest that is no NaN is."""
    t = tensor_of(a)
    return wrap(torch.nan_to_num(t, -float("inf"), neginf=-float("inf"), posinf=float("inf")).argmax(axis))


def nanargmin(a, axis=None):
    """Where the smallest that is no NaN is."""
    t = tensor_of(a)
    return wrap(torch.nan_to_num(t, float("inf"), neginf=-float("inf"), posinf=float("inf")).argmin(axis))


def nanquantile(a, q, axis=None, keepdims=False):
    """A quantile of what is no NaN."""
    t, qs = quantile_parts(a, q)
    flat = t.reshape(-1) if axis is None else t
    return wrap(torch.nanquantile(flat, qs, dim=0 if axis is None else axis, keepdim=keepdims))


def nanpercentile(a, q, axis=None, keepdims=False):
    """A percentile of what is no NaN."""
    return nanquantile(a, of_hundred(q), axis, keepdims)


def nanmedian(a, axis=None, keepdims=False):
    """The median of what is no NaN."""
    return nanquantile(a, 0.5, axis, keepdims)


def nanvar(a, axis=None, ddof=0, keepdims=False):
    """The variance of what is no NaN."""
    t = floating(tensor_of(a))
    dims = tuple(range(t.dim())) if axis is None else (axis,)
    known = ~t.isnan()
    count = known.sum(dims, keepdim=True)
    centred = torch.where(known, t - torch.nansum(t, dims, keepdim=True) / count, 0.0)
    out = (centred ** 2).sum(dims, keepdim=keepdims) / (count.sum(dims, keepdim=keepdims) - ddof)
    return wrap(out)


def nanstd(a, axis=None, ddof=0, keepdims=False):
    """The standard deviation of what is no NaN."""
    return wrap(tensor_of(nanvar(a, axis, ddof, keepdims)).sqrt())


def nancumsum(a, axis=None):
    """Running sums, NaN as 0."""
    t = torch.nan_to_num(tensor_of(a))
    return ndarray(t.reshape(-1).cumsum(0) if axis is None else t.cumsum(axis))


# --- polynomials -------------------------------------------------------------------------------------------


class poly1d:
    """A polynomial, the highest power first."""

    def __init__(self, c_or_r):
        self.coeffs = self.c = array(c_or_r)

    order = property(lambda self: len(self.coeffs) - 1)

    def __call__(self, x):
        out = zeros(asarray(x).shape) if hasattr(x, "__len__") else 0
        for c in self.coeffs:
            out = out * x + c
        return out

    def __getitem__(self, power):
        return self.coeffs[len(self.coeffs) - 1 - power] if power < len(self.coeffs) else 0

    def deriv(self):
        """The derivative."""
        n = self.order
        return poly1d([c * (n - i) for i, c in enumerate(self.coeffs[:-1].tolist())])

    def __repr__(self):
        return "poly1d(" + repr(self.coeffs)[6:-1] + ")"
