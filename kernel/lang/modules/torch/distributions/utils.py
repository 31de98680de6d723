"""Probabilities and logits."""

import torch
from torch.distributions.distribution import broadcast as broadcast_all


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
