"""cuDNN's settings."""

deterministic, benchmark, enabled, allow_tf32 = False, False, True, True


def is_available():
    """cuDNN is not asked for here."""
    return False


def version():
    """None: it is not used."""
    return None
