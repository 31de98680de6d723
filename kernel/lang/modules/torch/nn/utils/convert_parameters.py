"""Parameters as one vector, and back."""

import torch


def parameters_to_vector(parameters):
    """All parameters one after the other."""
    return torch.cat([p.view(-1) for p in parameters])


def vector_to_parameters(vec, parameters):
    """Each parameter gets its part of a vector."""
    if not torch.is_tensor(vec):
        raise TypeError(f"expected torch.Tensor, but got: {torch.typename(vec)}")
    at = 0
    for p in parameters:
        p.data = vec[at:at + p.numel()].view_as(p).data
        at += p.numel()
