"""Methods of tensors that Python spells in its own way. Each function's first parameter is the tensor."""

import torch


def split(self, split_size, dim=0):
    """Pieces of `split_size`, or of the given sizes, along a dimension."""
    if isinstance(split_size, (list, tuple)):
        return torch._aten("split_with_sizes", self, list(split_size), dim)
    return torch._aten("split.Tensor", self, split_size, dim)


def norm(self, p="fro", dim=None, keepdim=False, dtype=None):
    """A norm of the elements, or along dimensions."""
    if p == "fro" and (dim is None or isinstance(dim, int) or len(dim) <= 2):
        return torch._aten("linalg_vector_norm", self, 2, dim, keepdim, dtype=dtype)
    if p == "nuc":
        return torch._aten("linalg_matrix_norm", self, "nuc", (-2, -1) if dim is None else dim, keepdim, dtype=dtype)
    return torch._aten("linalg_vector_norm", self, 2 if p == "fro" else p, dim, keepdim, dtype=dtype)


def unique(self, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The distinct elements."""
    if dim is None:
        out = torch._aten("_unique2", self, sorted, return_inverse, return_counts)
    else:
        out = torch._aten("unique_dim", self, dim, sorted, return_inverse, return_counts)
    return torch._chosen(out, return_inverse, return_counts)


def unflatten(self, dim, sizes):
    """One dimension as several."""
    return torch._aten("unflatten", self, dim, list(sizes))


def new_tensor(self, data, dtype=None, device=None, requires_grad=False):
    """A new tensor of this one's dtype."""
    return torch.tensor(data, dtype=dtype or self.dtype, device=device, requires_grad=requires_grad)


def type(self, dtype=None, *args, **kwargs):
    """The same as another dtype; without one, the type's name."""
    names = {"torch.float32": "torch.FloatTensor", "torch.float64": "torch.DoubleTensor",
             "torch.int64": "torch.LongTensor", "torch.int32": "torch.IntTensor", "torch.bool": "torch.BoolTensor",
             "torch.float16": "torch.HalfTensor", "torch.bfloat16": "torch.BFloat16Tensor",
             "torch.uint8": "torch.ByteTensor", "torch.int8": "torch.CharTensor", "torch.int16": "torch.ShortTensor"}
    if dtype is None:
        return names[str(self.dtype)]
    if isinstance(dtype, str):
        dtype = {name: getattr(torch, key[6:]) for key, name in names.items()}[dtype]
    return self.to(dtype)


def is_floating_point(self):
    """Are the elements floats?"""
    return self.dtype.is_floating_point


def apply_(self, function):
    """Applies a function to each element, in place."""
    flat = [function(v) for v in self.flatten().tolist()]
    return self.copy_(torch.tensor(flat, dtype=self.dtype).view(self.shape))
