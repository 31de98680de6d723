"""Parametrizations that are ready made."""

import torch
from torch.nn.modules.module import Module
from torch.nn.utils.parametrize import register_parametrization


class _WeightNorm(Module):
    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        return torch._weight_norm(weight_v, weight_g, self.dim)

    def right_inverse(self, weight):
        return torch.norm_except_dim(weight, 2, self.dim), weight


class _Orthogonal(Module):
    def forward(self, X):
        transposed = X.shape[-2] < X.shape[-1]
        A = X.mT if transposed else X
        n, k = A.shape[-2:]
        A = A.tril()
        if n != k:
            A = torch.cat([A, A.new_zeros(n, n - k).expand(*A.shape[:-2], -1, -1)], dim=-1)
        Q = torch.matrix_exp(A - A.mH)
        Q = Q[..., :k]
        Q = self.base @ Q if hasattr(self, "base") else Q
        return Q.mT if transposed else Q


def weight_norm(module, name="weight", dim=0):
    """The weight as a direction and a length."""
    return register_parametrization(module, name, _WeightNorm(dim))


def orthogonal(module, name="weight", orthogonal_map=None, *, use_trivialization=True):
    """The weight stays orthogonal."""
    weight = getattr(module, name)
    made = _Orthogonal()
    with torch.no_grad():
        transposed = weight.shape[-2] < weight.shape[-1]
        A = weight.mT if transposed else weight
        base = torch.linalg.qr(A, mode="complete").Q if A.shape[-2] != A.shape[-1] else torch.linalg.qr(A).Q
        made.register_buffer("base", base)
        weight.zero_()
    return register_parametrization(module, name, made)


class _SpectralNorm(Module):
    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        self.dim, self.eps, self.n_power_iterations = dim, eps, n_power_iterations
        if weight.ndim > 1:
            matrix = self._matrix(weight)
            h, w = matrix.shape
            self.register_buffer("_u", torch.nn.functional.normalize(matrix.new_empty(h).normal_(0, 1), dim=0, eps=eps))
            self.register_buffer("_v", torch.nn.functional.normalize(matrix.new_empty(w).normal_(0, 1), dim=0, eps=eps))
            self._iterate(matrix, 15)

    def _matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute(self.dim, *[d for d in range(weight.ndim) if d != self.dim])
        return weight.flatten(1)

    @torch.no_grad()
    def _iterate(self, matrix, n):
        for _ in range(n):
            self._u.copy_(torch.nn.functional.normalize(torch.mv(matrix, self._v), dim=0, eps=self.eps))
            self._v.copy_(torch.nn.functional.normalize(torch.mv(matrix.H, self._u), dim=0, eps=self.eps))

    def forward(self, weight):
        if weight.ndim == 1:
            return torch.nn.functional.normalize(weight, dim=0, eps=self.eps)
        matrix = self._matrix(weight)
        if self.training:
            self._iterate(matrix, self.n_power_iterations)
        u, v = self._u.clone(), self._v.clone()
        return weight / torch.vdot(u, torch.mv(matrix, v))

    def right_inverse(self, value):
        return value


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """The weight divided by its largest singular value."""
    weight = getattr(module, name)
    transposed = type(module).__name__.startswith("ConvTranspose")
    dim = (1 if transposed else 0) if dim is None else dim
    return register_parametrization(module, name, _SpectralNorm(weight, n_power_iterations, dim, eps))
