"""CUDA's settings."""

from torch.cuda import is_available


class _Matmul:
    allow_tf32 = False


matmul = _Matmul()


def is_built():
    """Could there be a GPU?"""
    return is_available()


def enable_flash_sdp(enabled):
    """Which attention runs is libtorch's choice."""


enable_mem_efficient_sdp = enable_math_sdp = enable_flash_sdp
