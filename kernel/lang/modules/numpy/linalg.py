"""numpy.linalg over torch.linalg."""

from collections import namedtuple

import torch
from numpy._array import compute, floating, tensor_of, wrap, ndarray


class LinAlgError(ValueError):
    """A matrix that has no answer."""


def _run(function, *arrays):
    try:
        return function(*[floating(tensor_of(a)) for a in arrays])
    except RuntimeError as error:
        raise LinAlgError("Singular matrix" if "singular" in str(error) else str(error)) from None


def norm(x, ord=None, axis=None, keepdims=False):
    t = floating(tensor_of(x))
    if ord is None and axis is None:
        return wrap(torch.linalg.vector_norm(t))
    if axis is None and t.dim() == 2:
        return wrap(torch.linalg.matrix_norm(t, ord if ord is not None else "fro"))
    if isinstance(axis, tuple) and len(axis) == 2:
        return wrap(torch.linalg.matrix_norm(t, ord if ord is not None else "fro", axis, keepdims))
    return wrap(torch.linalg.vector_norm(t, 2 if ord is None else ord, axis, keepdims))


def vector_norm(x, axis=None, keepdims=False, ord=2):
    return wrap(torch.linalg.vector_norm(floating(tensor_of(x)), ord, axis, keepdims))


def matrix_norm(x, keepdims=False, ord="fro"):
    return wrap(torch.linalg.matrix_norm(floating(tensor_of(x)), ord, keepdim=keepdims))


def svdvals(x):
    return ndarray(_run(torch.linalg.svdvals, x))


def trace(x, offset=0):
    return wrap(tensor_of(x).diagonal(offset, -2, -1).sum(-1))


def diagonal(x, offset=0):
    return ndarray(tensor_of(x).diagonal(offset, -2, -1))


def outer(x1, x2):
    return ndarray(torch.outer(tensor_of(x1), tensor_of(x2)))


def cross(x1, x2, axis=-1):
    return compute(lambda a, b: torch.linalg.cross(a, b, dim=axis), x1, x2)


def inv(a):
    return wrap(_run(torch.linalg.inv, a))


def pinv(a):
    return wrap(_run(torch.linalg.pinv, a))


def det(a):
    return wrap(_run(torch.linalg.det, a))


SlogdetResult = namedtuple("SlogdetResult", ["sign", "logabsdet"])


def slogdet(a):
    return SlogdetResult(*[wrap(t) for t in _run(torch.linalg.slogdet, a)])


def solve(a, b):
    return wrap(_run(torch.linalg.solve, a, b))


def lstsq(a, b, rcond=None):
    x, y = floating(tensor_of(a)), floating(tensor_of(b))
    flat = y.dim() == 1
    solution = torch.linalg.lstsq(x, y.unsqueeze(-1) if flat else y, driver="gelsd").solution
    solution = solution.squeeze(-1) if flat else solution
    rank = int(torch.linalg.matrix_rank(x))
    full = rank == x.shape[1] and x.shape[0] > x.shape[1]
    residual = ((x @ solution - y) ** 2).sum(0).reshape(-1) if full else torch.empty(0, dtype=x.dtype)
    return wrap(solution), ndarray(residual), rank, ndarray(torch.linalg.svdvals(x))


def matrix_rank(a):
    return wrap(_run(torch.linalg.matrix_rank, a))


def matrix_power(a, n):
    return wrap(torch.linalg.matrix_power(tensor_of(a), n))


def eig(a):
    values, vectors = _run(torch.linalg.eig, a)
    if bool((values.imag == 0).all()):
        values, vectors = values.real, vectors.real
    return ndarray(values), ndarray(vectors)


def eigvals(a):
    return eig(a)[0]


def eigh(a):
    values, vectors = _run(torch.linalg.eigh, a)
    return ndarray(values), ndarray(vectors)


def eigvalsh(a):
    return ndarray(_run(torch.linalg.eigvalsh, a))


def svd(a, full_matrices=True, compute_uv=True):
    t = floating(tensor_of(a))
    if not compute_uv:
        return ndarray(torch.linalg.svdvals(t))
    return tuple(ndarray(p) for p in torch.linalg.svd(t, full_matrices=full_matrices))


def qr(a, mode="reduced"):
    return tuple(ndarray(p) for p in _run(lambda t: torch.linalg.qr(t, mode), a))


def cholesky(a):
    return ndarray(_run(torch.linalg.cholesky, a))


def cond(a):
    return wrap(_run(torch.linalg.cond, a))


def multi_dot(arrays):
    out = arrays[0]
    for a in arrays[1:]:
        out = compute(torch.matmul, out, a)
    return out
