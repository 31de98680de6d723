"""Which PyTorch the numbers are those of."""

__version__ = "2.13.0"
cuda = hip = None
debug = False
