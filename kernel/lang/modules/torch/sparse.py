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
