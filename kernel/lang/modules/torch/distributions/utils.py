"""Probabilities and logits; triangles of matrices."""

import torch
from torch.distributions.distribution import broadcast as broadcast_all


class lazy_property:
    """Computed when it is first read."""

    def __init__(self, wrapped):
        self.wrapped = wrapped
        self.__doc__, self.__name__ = wrapped.__doc__, wrapped.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.wrapped(instance)
        setattr(instance, self.wrapped.__name__, value)
        return value


def probs_to_logits(probs, is_binary=False):
    """log p, or log(p / (1 - p)) for two classes."""
    p = clamp_probs(probs)
    return torch.log(p) - torch.log1p(-p) if is_binary else torch.log(p)


def logits_to_probs(logits, is_binary=False):
    """softmax, or the sigmoid for two classes."""
    return torch.sigmoid(logits) if is_binary else logits.softmax(dim=-1)


def clamp_probs(probs):
    """Probabilities away from 0 and 1."""
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


def tril_matrix_to_vec(mat, diag=0):
    """The lower triangle of a matrix as a vector, row by row."""
    n = mat.shape[-1]
    if not -n <= diag < n:
        raise ValueError(f"diag ({diag}) provided is outside [{-n}, {n - 1}].")
    i, j = torch.tril_indices(n, n, diag)
    return mat[..., i, j]


def vec_to_tril_matrix(vec, diag=0):
    """The matrix whose lower triangle is a vector."""
    length = vec.shape[-1]
    n = (-(1 + 2 * diag) + ((1 + 2 * diag) ** 2 + 8 * length + 4 * abs(diag) * (diag + 1)) ** 0.5) / 2
    if not round(n) - n <= torch.finfo(vec.dtype).eps:
        raise ValueError(f"The size of last dimension is {length} which cannot be expressed as the lower triangular part of a "
                         "square D x D matrix.")
    n = round(n)
    out = vec.new_zeros(vec.shape[:-1] + (n, n))
    i, j = torch.tril_indices(n, n, diag)
    out[..., i, j] = vec
    return out
