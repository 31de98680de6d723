"""GPUs, as far as programs ask about them."""

import torch


def is_available():
    """Is there a GPU?"""
    return torch._cuda_count() > 0


def device_count():
    """How many GPUs."""
    return torch._cuda_count()


def empty_cache():
    """Nothing: unused memory is given back by itself."""


def manual_seed_all(seed):
    """Starts the random streams of all devices anew."""
    torch.manual_seed(seed)


def synchronize(device=None):
    """Nothing: values are waited for when they are looked at."""
