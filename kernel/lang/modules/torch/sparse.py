"""Tensors that hold only what is not zero."""

import torch

_op = torch._operator
_mm, _addmm, _sum = _op("_sparse_mm"), _op("_sparse_addmm"), _op("_sparse_sum")
_softmax, _log_softmax = _op("_sparse_softmax"), _op("_sparse_log_softmax")


def mm(mat1, mat2, reduce=None):
    """A product of matrices, the first one sparse."""
    return _mm(mat1, mat2) if reduce is None else _mm(mat1, mat2, reduce)


def addmm(mat, mat1, mat2, *, beta=1.0, alpha=1.0):
    """beta · mat + alpha · mat1 @ mat2."""
    return _addmm(mat, mat1, mat2, beta=beta, alpha=alpha)


def sum(input, dim=None, dtype=None):
    """The sum, or sums along dimensions."""
    settings = {} if dtype is None else {"dtype": dtype}
    return _sum(input, **settings) if dim is None else _sum(input, dim, **settings)


def softmax(input, dim, *, dtype=None):
    """softmax of what is there: absent values count as -inf."""
    return _softmax(input, dim, dtype)


def log_softmax(input, dim, *, dtype=None):
    """The logarithm of softmax."""
    return _log_softmax(input, dim, dtype)


def spdiags(diagonals, offsets, shape, layout=None):
    """A sparse matrix with the given diagonals."""
    return torch._spdiags(diagonals, offsets, list(shape), layout)


def _text(tensor):
    """What a sparse tensor prints."""
    head = "tensor("
    if tensor.layout == torch.sparse_coo:
        parts, count = [("indices", tensor._indices()), ("values", tensor._values())], tensor._nnz()
    else:
        rows = tensor.layout == torch.sparse_csr
        parts = [("crow_indices" if rows else "ccol_indices", tensor.crow_indices() if rows else tensor.ccol_indices()),
                 ("col_indices" if rows else "row_indices", tensor.col_indices() if rows else tensor.row_indices()),
                 ("values", tensor.values())]
        count = parts[2][1].shape[0]
    lines = []
    for name, value in parts:
        start = " " * len(head) + name + "="
        lines.append(name + "=" + str(value.detach()).replace("\n", "\n" + " " * len(start)) + ",")
    end = f"size={tuple(tensor.shape)}, nnz={count}"
    if tensor.dtype not in (torch.get_default_dtype(), torch.int64, torch.bool):
        end += f", dtype={tensor.dtype}"
    end += f", layout={tensor.layout}"
    if tensor.grad_fn is not None:
        end += f", grad_fn=<{type(tensor.grad_fn).__name__}>"
    elif tensor.requires_grad:
        end += ", requires_grad=True"
    return head + ("\n" + " " * len(head)).join(lines + [end + ")"])
