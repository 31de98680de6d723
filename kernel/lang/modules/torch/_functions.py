"""Functions of torch that Python spells in its own way."""

import torch

# --- facts -------------------------------------------------------------------------------------------


def numel(input):
    """How many elements."""
    return input.numel()


def is_conj(input):
    """Is it looked at conjugated?"""
    return input.is_conj()


def is_neg(input):
    """Is it looked at negated?"""
    return input.is_neg()


def is_nonzero(input):
    """Is the one element not zero?"""
    if input.numel() != 1:
        raise RuntimeError("Boolean value of Tensor with " + ("more than one value" if input.numel() else "no values")
                           + " is ambiguous")
    return bool(input)


def is_storage(obj):
    """Storages are not values here."""
    return False


def typename(obj):
    """The name of a tensor's or object's type."""
    if torch.is_tensor(obj) and type(obj) is torch.Tensor:
        return obj.type()
    cls = obj if isinstance(obj, type) else type(obj)
    module = cls.__module__
    return cls.__qualname__ if module in ("builtins", "__main__", None) else f"{module}.{cls.__qualname__}"


class _Limits:
    def __eq__(self, other):
        return type(other) is type(self) and other.dtype == self.dtype

    def __hash__(self):
        return hash(self.dtype)


class finfo(_Limits):
    """What a float dtype can hold."""

    def __init__(self, type=None):
        dtype = torch.get_default_dtype() if type is None else type
        if not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        dtype = {torch.complex64: torch.float32, torch.complex128: torch.float64, torch.complex32: torch.float16}.get(dtype, dtype)
        self.bits, self.min, self.max, self.eps, self.tiny, self.resolution = torch._limits(dtype)
        self.smallest_normal, self._dtype = self.tiny, dtype
        self.dtype = str(dtype)[6:]

    def __repr__(self):
        return (f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
                f"smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, dtype={self.dtype})")


class iinfo(_Limits):
    """What an integer dtype can hold."""

    def __init__(self, type):
        if type.is_floating_point or type.is_complex:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        self.bits, self.min, self.max = torch._limits(type)[:3]
        self.dtype = str(type)[6:]

    def __repr__(self):
        return f"iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})"


# --- making ------------------------------------------------------------------------------------------


def as_tensor(data, dtype=None, device=None):
    """The data as a tensor; what is one already is not copied."""
    if hasattr(data, "_t") and hasattr(data, "__array__"):
        data = from_numpy(data)
    if torch.is_tensor(data):
        return data.to(dtype=dtype, device=device)
    return torch.tensor(data, dtype=dtype, device=device)


def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    """The data as a tensor."""
    out = as_tensor(obj, dtype, device)
    if copy and torch.is_tensor(obj):
        out = out.clone()
    return out.detach().requires_grad_() if requires_grad else out


def from_numpy(ndarray):
    """The array as a tensor that shares its memory."""
    if not hasattr(ndarray, "_t"):
        raise TypeError(f"expected np.ndarray (got {type(ndarray).__name__})")
    return ndarray._t


def meshgrid(*tensors, indexing="ij"):
    """Coordinate grids of vectors."""
    tensors = tensors[0] if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)) else tensors
    return _meshgrid(list(tensors), indexing=indexing)


def seed():
    """A seed from the clock for the random streams; gives it."""
    import time

    chosen = int(time.time() * 1e6) % (1 << 63)
    torch.manual_seed(chosen)
    return chosen


def get_rng_state():
    """Where the default random stream is, as bytes."""
    return torch.default_generator.get_state()


def set_rng_state(new_state):
    """Goes to where get_rng_state was called."""
    torch.default_generator.set_state(new_state)


# --- operators with arguments of their own -------------------------------------------------------------

_meshgrid = torch._operator("meshgrid")
_einsum = torch._operator("einsum")
_cdist = torch._operator("cdist")
_tensordot = torch._operator("tensordot")
_unique2, _unique_dim, _unique_consecutive = torch._operator("_unique2"), torch._operator("unique_dim"), torch._operator("unique_consecutive")
_nonzero, _nonzero_numpy = torch._operator("nonzero"), torch._operator("nonzero_numpy")


def split(tensor, split_size_or_sections, dim=0):
    """Pieces of a tensor along a dimension."""
    return tensor.split(split_size_or_sections, dim)


def nonzero(input, *, out=None, as_tuple=False):
    """Where the elements are not zero: rows of indices, or one tensor a dimension."""
    return _nonzero_numpy(input) if as_tuple else _nonzero(input, out=out)


def _einsum_letter(subscript):
    if subscript is ...:
        return "..."
    if subscript >= 0 and subscript < 26:
        return chr(ord("A") + subscript)
    if subscript >= 26 and subscript < 52:
        return chr(ord("a") + subscript - 26)
    raise ValueError("einsum(): subscript in subscript list is not within the valid range [0, 52)")


def einsum(*args):
    """Sums of products in Einstein's notation."""
    if len(args) < 2:
        raise ValueError("einsum(): must specify the equation string and at least one operand, or at least one operand and "
                         "its subscripts list")
    if isinstance(args[0], str):
        equation, *operands = args
    else:  # einsum(a, [0, 1], b, [1, 2], [0, 2])
        letters = lambda subscripts: "".join(_einsum_letter(s) for s in subscripts)
        equation = ",".join(letters(s) for s in args[1:len(args) - len(args) % 2:2])
        if len(args) % 2:
            equation += "->" + letters(args[-1])
        operands = args[:len(args) - len(args) % 2:2]
    if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
        operands = operands[0]
    return _einsum(equation, list(operands))


def tensordot(a, b, dims=2, out=None):
    """Sums of products over some dimensions of each."""
    if torch.is_tensor(dims):
        dims = dims.tolist()
    if isinstance(dims, int):
        if dims < 0:
            raise RuntimeError(f"tensordot expects dims >= 0, but got dims={dims}")
        if dims > min(a.ndim, b.ndim):
            raise RuntimeError(f"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}")
        dims = list(range(-dims, 0)), list(range(dims))
    first, second = dims
    first, second = ([d] if isinstance(d, int) else list(d) for d in (first, second))
    return _tensordot(a, b, first, second, **({} if out is None else {"out": out}))


def broadcast_shapes(*shapes):
    """The shape that tensors of these shapes broadcast to."""
    shapes = [(s,) if isinstance(s, int) else tuple(s) for s in shapes]
    out = [1] * max([0] + [len(s) for s in shapes])
    for number, shape in enumerate(shapes):
        for i in range(-1, -1 - len(shape), -1):
            if shape[i] < 0:
                raise RuntimeError(f"Trying to create tensor with negative dimension ({shape[i]}): ({shape[i]})")
            if shape[i] == 1 or shape[i] == out[i]:
                continue
            if out[i] != 1:
                raise RuntimeError(f"Attempting to broadcast a dimension of length {shape[i]} at {i}! Mismatching argument at "
                                   f"index {number} had {shape}; but expected shape should be broadcastable to {out}")
            out[i] = shape[i]
    return torch.Size(out)


def norm(input, p="fro", dim=None, keepdim=False, out=None, dtype=None):
    """A norm of the elements, or along dimensions."""
    return input.norm(p, dim, keepdim, dtype)


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The distinct elements, sorted; with the index and the count of each where asked."""
    if dim is None:
        out = _unique2(input, sorted, return_inverse, return_counts)
    else:
        out = _unique_dim(input, dim, sorted, return_inverse, return_counts)
    return _chosen(out, return_inverse, return_counts)


def unique_consecutive(input, *args, **kwargs):
    """The input without repetitions of the element before:
    unique_consecutive(input, return_inverse=False, return_counts=False, dim=None)."""
    inverse = kwargs.get("return_inverse", args[1] if len(args) > 1 else False)  # by position PyTorch takes each
    counts = kwargs.get("return_counts", args[0] if args else False)  # for the other when it chooses what to give
    return _chosen(_unique_consecutive(input, *args, **kwargs), inverse, counts)


def _chosen(results, inverse, counts):
    kept = [results[0]] + [r for r, wanted in zip(results[1:], (inverse, counts)) if wanted]
    return kept[0] if len(kept) == 1 else tuple(kept)


def unravel_index(indices, shape):
    """Flat indices as one index a dimension."""
    if indices.is_complex() or indices.is_floating_point() or indices.dtype == torch.bool:
        raise TypeError(f"expected 'indices' to be integer dtype, but got {indices.dtype}")
    if not isinstance(shape, (int, list, tuple)):
        raise TypeError(f"expected 'shape' to be int or sequence of ints, but got {type(shape)}")
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    for length in shape:
        if not isinstance(length, int):
            raise TypeError(f"expected 'shape' sequence to only contain ints, but got {type(length)}")
    if any(length < 0 for length in shape):
        raise ValueError(f"'shape' cannot have negative values, but got {shape}")
    out = []
    for length in reversed(shape):
        out.append(indices % length)
        indices = indices // length
    return tuple(reversed(out))


def cdist(x1, x2, p=2.0, compute_mode="use_mm_for_euclid_dist_if_necessary"):
    """Distances of all pairs of rows."""
    modes = {"use_mm_for_euclid_dist_if_necessary": None, "use_mm_for_euclid_dist": 1, "donot_use_mm_for_euclid_dist": 2}
    if compute_mode not in modes:
        raise ValueError(f"{compute_mode} is not a valid value for compute_mode")
    return _cdist(x1, x2, p, modes[compute_mode])


def stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode="reflect", normalized=False,
         onesided=None, return_complex=None, align_to_window=None):
    """Fourier transforms of windows that slide along a signal."""
    if center:
        dims, half = input.ndim, n_fft // 2
        input = torch.nn.functional.pad(input.view([1] * (3 - dims) + list(input.shape)), [half, half], pad_mode)
        input = input.view(input.shape[-dims:])
    return _stft(input, n_fft, hop_length, win_length, window, normalized, onesided, return_complex, align_to_window)


_stft = torch._operator("stft")


def svd_lowrank(A, q=6, niter=2, M=None):
    """The largest singular values and their vectors, by random projection."""
    if M is not None:
        A = A - M
    rows, columns = A.shape[-2:]
    flipped = rows < columns
    matrix = A.mH if flipped else A
    sample = matrix @ torch.randn(*A.shape[:-2], matrix.shape[-1], q, dtype=A.dtype, device=A.device)
    basis = torch.linalg.qr(sample).Q
    for _ in range(niter):
        basis = torch.linalg.qr(matrix.mH @ basis).Q
        basis = torch.linalg.qr(matrix @ basis).Q
    U, S, Vh = torch.linalg.svd(basis.mH @ matrix, full_matrices=False)
    U, V = basis @ U, Vh.mH
    return (V, S, U) if flipped else (U, S, V)


def pca_lowrank(A, q=None, center=True, niter=2):
    """The principal components of the rows of A."""
    q = min(6, *A.shape[-2:]) if q is None else q
    return svd_lowrank(A - A.mean(dim=-2, keepdim=True) if center else A, q, niter=niter)


def lobpcg(A, k=None, B=None, X=None, n=None, iK=None, niter=None, tol=None, largest=None, method=None, tracker=None,
           ortho_iparams=None, ortho_fparams=None, ortho_bparams=None):
    """The k largest (or smallest) eigenvalues of a symmetric A, B making it a generalised problem; and their vectors."""
    rows = A.shape[-1]
    k = (1 if X is None else X.shape[-1]) if k is None else k
    n = (k if n is None else n) if X is None else X.shape[-1]
    if rows < 3 * n:
        raise ValueError(f"LPBPCG algorithm is not applicable when the number of A rows (={rows}) is smaller than 3 x the number "
                         f"of requested eigenpairs (={n})")
    if X is None:
        torch.randn(*A.shape[:-1], n, dtype=A.dtype, device=A.device)  # where the method starts
    A = A.to_dense() if A.is_sparse else A
    if B is None:
        values, vectors = torch.linalg.eigh(A)
    else:
        root = torch.linalg.cholesky(B)
        inverse = torch.linalg.inv(root)
        values, vectors = torch.linalg.eigh(inverse @ A @ inverse.mH)
        vectors = inverse.mH @ vectors
    if largest is None or largest:
        values, vectors = values.flip(-1), vectors.flip(-1)
    return values[..., :k], vectors[..., :k]


def lu(A, pivot=True, get_infos=False, out=None):
    """A matrix as a product of triangular ones, packed; and the pivots."""
    packed, pivots, infos = torch.linalg.lu_factor_ex(A, pivot=pivot)
    return (packed, pivots, infos) if get_infos else (packed, pivots)


def is_autocast_cpu_enabled():
    """Is a block of autocast for the CPU open?"""
    return torch.is_autocast_enabled("cpu")


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """func for each slice of its arguments, the results stacked."""
    from torch import func as functions

    return functions.vmap(func, in_dims, out_dims, randomness, chunk_size=chunk_size)


_sparse_coo_tensor = torch._operator("sparse_coo_tensor")


def sparse_coo_tensor(indices=None, values=None, size=None, *, dtype=None, device=None, requires_grad=False, check_invariants=None,
                      is_coalesced=None):
    """A tensor that holds values at indices [dimensions, count], and zeros elsewhere."""
    if indices is None:
        return _sparse_coo_tensor(list(size), dtype=dtype, device=device, layout=torch.sparse_coo)
    indices = indices if torch.is_tensor(indices) else torch.tensor(indices, dtype=torch.int64)
    values = values if torch.is_tensor(values) else torch.tensor(values, dtype=dtype)
    values = values if dtype is None else values.to(dtype)
    settings = {} if is_coalesced is None else {"is_coalesced": is_coalesced}
    if size is None:
        out = _sparse_coo_tensor(indices, values, **settings)
    else:
        out = _sparse_coo_tensor(indices, values, list(size), **settings)
    return out.requires_grad_() if requires_grad else out
