"""GPUs, as far as programs ask about them."""

import torch
from torch._settings import OutOfMemoryError


def is_available():
    """Is there a GPU?"""
    return torch._cuda_count() > 0


def device_count():
    """How many GPUs."""
    return torch._cuda_count()


def current_device():
    """The number of the GPU in use."""
    _need()
    return 0


def get_device_name(device=None):
    """What the GPU is called."""
    _need()
    return "cuda"


def set_device(device):
    """Which GPU is used without a number."""


def _need():
    if not is_available():
        raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a "
                           "driver from http://www.nvidia.com/Download/index.aspx")


def is_bf16_supported(including_emulation=True):
    """Does the GPU compute in bfloat16?"""
    return is_available()


def empty_cache():
    """Nothing: unused memory is given back by itself."""


def manual_seed(seed):
    """Starts the random stream of the GPU anew; without one, nothing."""
    if is_available():
        torch.manual_seed(seed)


manual_seed_all = manual_seed


def synchronize(device=None):
    """Nothing: values are waited for when they are looked at."""


def memory_allocated(device=None):
    """Not counted here."""
    return 0


max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def reset_peak_memory_stats(device=None):
    """Not counted here."""
