"""Apple GPUs: there are none."""


def is_available():
    """There is none."""
    return False


def is_built():
    """There is none."""
    return False
