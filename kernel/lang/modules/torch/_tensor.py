"""Methods of tensors that Python spells in its own way. Each function's first parameter is the tensor; all of them are
added to the class Tensor, and graph values have them too."""

import torch

_op = torch._operator
_split, _split_with_sizes, _unflatten = _op("split"), _op("split_with_sizes"), _op("unflatten")
_vector_norm, _matrix_norm = _op("linalg_vector_norm"), _op("linalg_matrix_norm")
_stft, _istft = _op("stft"), _op("istft")
_raw_indices, _raw_values = _op("_indices"), _op("_values")


def split(self, split_size, dim=0):
    """Pieces of `split_size`, or of the given sizes, along a dimension."""
    if isinstance(split_size, (list, tuple)):
        return _split_with_sizes(self, list(split_size), dim)
    if not hasattr(split_size, "__index__"):
        return _split_with_sizes(self, split_size, dim)
    return _split(self, int(split_size), dim)


def norm(self, p="fro", dim=None, keepdim=False, dtype=None):
    """A norm of the elements, or along dimensions."""
    if p == "fro" and (dim is None or isinstance(dim, int) or len(dim) <= 2):
        return _vector_norm(self, 2, dim, keepdim, dtype=dtype)
    if p == "nuc":
        return _matrix_norm(self, "nuc", (-2, -1) if dim is None else dim, keepdim, dtype=dtype)
    return _vector_norm(self, 2 if p is None or p == "fro" else p, dim, keepdim, dtype=dtype)


def nonzero(self, *, as_tuple=False):
    """Where the elements are not zero: rows of indices, or one tensor a dimension."""
    return torch.nonzero(self, as_tuple=as_tuple)


def unique(self, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The distinct elements."""
    return torch.unique(self, sorted, return_inverse, return_counts, dim)


def unique_consecutive(self, return_inverse=False, return_counts=False, dim=None):
    """The tensor without repetitions of the element before."""
    return torch.unique_consecutive(self, return_inverse=return_inverse, return_counts=return_counts, dim=dim)


def unflatten(self, dim, *sizes):
    """One dimension as several."""
    sizes = sizes[0] if len(sizes) == 1 and not isinstance(sizes[0], int) else sizes
    if not sizes:
        raise RuntimeError("unflatten: sizes must be non-empty")
    return _unflatten(self, dim, list(sizes))


def stft(self, n_fft, *args, **kwargs):
    """Fourier transforms of windows that slide along a signal."""
    return torch.stft(self, n_fft, *args, **kwargs)


def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
    """A new tensor of this one's dtype."""
    return torch.tensor(data, dtype=dtype or self.dtype, device=self.device if device is None else device,
                        requires_grad=requires_grad)


def new(self, *args):
    """A new tensor of this one's dtype: of data, or of sizes without values."""
    if args and not isinstance(args[0], (int, torch.Size)):
        return torch.tensor(*args, dtype=self.dtype)
    sizes = args[0] if args and isinstance(args[0], torch.Size) else args or (0,)
    return torch.empty(sizes, dtype=self.dtype)


_names = {torch.float32: "Float", torch.float64: "Double", torch.float16: "Half", torch.bfloat16: "BFloat16",
          torch.int64: "Long", torch.int32: "Int", torch.int16: "Short", torch.int8: "Char", torch.uint8: "Byte",
          torch.bool: "Bool", torch.complex64: "ComplexFloat", torch.complex128: "ComplexDouble"}


def type(self, dtype=None, non_blocking=False, **kwargs):
    """The same as another dtype; without one, the type's name."""
    if dtype is None:
        return f"torch.{'cuda.' if self.is_cuda else ''}{_names[self.dtype]}Tensor"
    if isinstance(dtype, str):
        found = [d for d, name in _names.items() if dtype == f"torch.{name}Tensor"]
        if not found:
            raise ValueError(f"invalid type: '{dtype}'")
        dtype = found[0]
    return self.to(getattr(dtype, "dtype", dtype))


def apply_(self, callable):
    """Applies a function to each element, in place."""
    flat = [callable(v) for v in self.flatten().tolist()]
    return self.copy_(torch.tensor(flat, dtype=self.dtype).view(self.shape))


def map_(self, tensor, callable):
    """Each element becomes callable(element, the other tensor's element), in place."""
    flat = [callable(a, b) for a, b in zip(self.flatten().tolist(), tensor.expand_as(self).flatten().tolist())]
    return self.copy_(torch.tensor(flat, dtype=self.dtype).view(self.shape))


def numpy(self, *, force=False):
    """The same data as an array."""
    if force:
        self = self.detach().cpu().resolve_conj().resolve_neg()
    elif self.requires_grad:
        raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
    import numpy as np

    return np._from_tensor(self)


def __array__(self, dtype=None, copy=None):
    return self.numpy() if dtype is None else self.numpy().astype(dtype)


def register_hook(self, hook):
    """Calls hook(grad) when this value's gradient is known; gives a handle to remove it."""
    return _HookHandle(self, torch._add_hook(self, hook))


def register_post_accumulate_grad_hook(self, hook):
    """Calls hook(tensor) when a backward has added to this leaf's gradient."""
    if not self.requires_grad:
        raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
    if self.grad_fn is not None:
        raise RuntimeError("post accumulate grad hooks cannot be registered on non-leaf tensors")
    return _PostHookHandle(self, torch._add_post_hook(self, lambda: _without_result(hook(self))))


def _without_result(value):
    if value is not None:
        raise RuntimeError("Tensor post accumulate grad hooks should return None.")


class _HookHandle:
    """Removes a hook of a tensor."""

    def __init__(self, tensor, id):
        self.tensor, self.id = tensor, id

    def remove(self):
        """The hook is not called any more."""
        torch._remove_hook(self.tensor, self.id)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


class _PostHookHandle(_HookHandle):
    """Removes a hook that waits for a leaf's gradient."""

    def remove(self):
        """The hook is not called any more."""
        torch._remove_post_hook(self.tensor, self.id)


def _nnz(self):
    """How many values a sparse tensor holds."""
    return self._values().shape[0]


def _indices(self):
    """The places of a sparse tensor's values, as they are."""
    return _raw_indices(self)


def _values(self):
    """A sparse tensor's values, as they are."""
    return _raw_values(self)


def untyped_storage(self):
    """The memory that the tensor looks into, as bytes."""
    from torch.storage import UntypedStorage

    return UntypedStorage(self)


def storage(self):
    """The memory that the tensor looks into, as elements."""
    from torch.storage import TypedStorage

    return TypedStorage(self)


def lu(self, pivot=True, get_infos=False):
    """A matrix as a product of triangular ones, packed; and the pivots."""
    return torch.lu(self, pivot, get_infos)


def __complex__(self):
    if self.numel() != 1:
        raise ValueError("only one element tensors can be converted to Python scalars")
    return complex(self.item())


def share_memory_(self):
    """Itself: there is one process."""
    return self


def is_shared(self):
    """There is one process."""
    return False


def pin_memory(self, device=None):
    """Itself."""
    return self


def is_pinned(self, device=None):
    """Memory is not pinned here."""
    return False


def dim_order(self):
    """The dimensions from the outermost to the innermost in memory."""
    return tuple(sorted(range(self.ndim), key=lambda d: (-self.stride(d), d)))


def backward_hooks(self):
    """Hooks are not listed."""
    return None


def __deepcopy__(self, memo):
    if not self.is_leaf:
        raise RuntimeError("Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the "
                           "moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils."
                           "weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001")
    if id(self) in memo:
        return memo[id(self)]
    kind = self.__class__
    data = self.detach().clone()
    out = data if kind is torch.Tensor else data.as_subclass(kind)
    if self.requires_grad:
        out.requires_grad_()
    if self.grad is not None:
        out.grad = self.grad.clone()
    memo[id(self)] = out
    return out


def __copy__(self):
    kind = self.__class__
    data = self.detach()
    out = data if kind is torch.Tensor else data.as_subclass(kind)
    return out.requires_grad_() if self.requires_grad and self.is_leaf else out


def __reversed__(self):
    return self if self.ndim == 0 else self.flip(0)


def __dir__(self):
    return sorted(set(object.__dir__(self)) | set(torch._method_names()))


_HookHandle.__name__ = _HookHandle.__qualname__ = "RemovableHandle"
_HookHandle.__module__ = "torch.utils.hooks"

for _name, _function in list(globals().items()):
    if callable(_function) and _function.__class__ is not __builtins__["type"] and (
            _name[0] != "_" or _name in ("_nnz", "_indices", "_values") or _name[:2] == "__" and _name not in ("__builtins__", "__name__", "__doc__")):
        torch._add_method(_name, _function)
