"""Tensors: what Python spells in its own way. Everything else of torch is ATen's, found by name."""

import math
from contextlib import ContextDecorator

inf, nan, pi, e = math.inf, math.nan, math.pi, math.e
newaxis = None
strided = "strided"
contiguous_format, preserve_format, channels_last = "contiguous_format", "preserve_format", "channels_last"


class Size(tuple):
    """The lengths of a tensor's dimensions."""

    def __repr__(self):
        return f"torch.Size([{', '.join(str(n) for n in self)}])"

    def numel(self):
        """Elements of a tensor of this size."""
        return math.prod(self)

    def __getitem__(self, key):
        got = tuple.__getitem__(self, key)
        return Size(got) if isinstance(key, slice) else got

    def __add__(self, other):
        return Size(tuple.__add__(self, tuple(other)))


class _GradMode(ContextDecorator):
    """Turns recording for gradients on or off for a block or a function."""

    mode = True

    def __enter__(self):
        self.before = _set_grad_mode(self.mode)
        return self

    def __exit__(self, *exc):
        _set_grad_mode(self.before)
        return False

    def __new__(cls, function=None, *args, **kwargs):
        if callable(function):  # @torch.no_grad without parentheses
            return object.__new__(cls)(function)
        return object.__new__(cls)


class no_grad(_GradMode):
    """`with torch.no_grad():` records nothing for gradients."""

    mode = False


class enable_grad(_GradMode):
    """`with torch.enable_grad():` records for gradients."""


class inference_mode(_GradMode):
    """As no_grad; inference_mode(False) records."""

    def __init__(self, mode=True):
        self.mode = not mode


class set_grad_enabled(_GradMode):
    """Turns recording on or off at once; as a context, until the block ends."""

    def __init__(self, mode):
        self.mode = bool(mode)
        self.before = _set_grad_mode(self.mode)

    def __enter__(self):
        return self


def numel(input):
    """How many elements."""
    return input.numel()


def is_floating_point(input):
    """Are the elements floats?"""
    return input.dtype.is_floating_point


def is_complex(input):
    """Are the elements complex?"""
    return input.dtype.is_complex


def is_nonzero(input):
    """Is the one element not zero?"""
    return bool(input)


def as_tensor(data, dtype=None, device=None):
    """The data as a tensor; what is one already is not copied."""
    if is_tensor(data):
        return data if dtype is None and device is None else data.to(dtype=dtype, device=device)
    return tensor(data, dtype=dtype, device=device)


def asarray(obj, *, dtype=None, device=None):
    """The data as a tensor."""
    return as_tensor(obj, dtype, device)


def from_numpy(ndarray):
    """The array as a tensor that shares its memory."""
    return ndarray.tensor if hasattr(ndarray, "tensor") else as_tensor(ndarray)


def split(tensor, split_size_or_sections, dim=0):
    """Pieces of a tensor along a dimension."""
    return tensor.split(split_size_or_sections, dim)


def einsum(equation, *operands):
    """Sums of products in Einstein's notation."""
    if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
        operands = operands[0]
    return _aten("einsum", equation, list(operands))


def meshgrid(*tensors, indexing=None):
    """Coordinate grids of vectors."""
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    return _aten("meshgrid", list(tensors), indexing=indexing or "ij")


def broadcast_tensors(*tensors):
    """The tensors expanded to one shape."""
    return _aten("broadcast_tensors", list(tensors))


def broadcast_shapes(*shapes):
    """The shape that tensors of these shapes broadcast to."""
    return broadcast_tensors(*[empty(s, device="meta") for s in shapes])[0].shape


def cartesian_prod(*tensors):
    """Every combination of the elements of vectors."""
    return _aten("cartesian_prod", list(tensors))


def block_diag(*tensors):
    """The matrices along a diagonal."""
    return _aten("block_diag", list(tensors))


def atleast_1d(*tensors):
    """At least one dimension."""
    return _aten("atleast_1d", tensors[0] if len(tensors) == 1 else list(tensors))


def atleast_2d(*tensors):
    """At least two dimensions."""
    return _aten("atleast_2d", tensors[0] if len(tensors) == 1 else list(tensors))


def norm(input, p="fro", dim=None, keepdim=False, dtype=None):
    """A norm of the elements, or along dimensions."""
    return input.norm(p, dim, keepdim, dtype)


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The distinct elements, sorted; with the index and the count of each where asked."""
    return input.unique(sorted, return_inverse, return_counts, dim)


def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    """The input without repetitions of the element before."""
    out = _aten("unique_consecutive", input, return_inverse, return_counts, dim)
    return _chosen(out, return_inverse, return_counts)


def _chosen(results, inverse, counts):
    kept = [results[0]] + [r for r, wanted in zip(results[1:], (inverse, counts)) if wanted]
    return kept[0] if len(kept) == 1 else tuple(kept)


def cdist(x1, x2, p=2.0, compute_mode="use_mm_for_euclid_dist_if_necessary"):
    """Distances of all pairs of rows."""
    modes = {"use_mm_for_euclid_dist_if_necessary": None, "use_mm_for_euclid_dist": 1, "donot_use_mm_for_euclid_dist": 2}
    return _aten("cdist", x1, x2, p, modes[compute_mode])


def typename(obj):
    """The name of a tensor's or object's type."""
    return f"torch.{type(obj).__name__}"


def compile(model=None, *args, **kwargs):
    """The model itself: nothing needs compiling here."""
    return model if model is not None else (lambda m: m)


def FloatTensor(data):
    """A float32 tensor."""
    return tensor(data, dtype=float32)


def LongTensor(data):
    """An int64 tensor."""
    return tensor(data, dtype=int64)
