"""Linear algebra: ATen's operators by name, and the error of matrices that cannot be decomposed."""


class _LinAlgError(RuntimeError):
    """A matrix that cannot be inverted or decomposed."""


_LinAlgError.__module__ = "torch._C"
LinAlgError = _LinAlgError
