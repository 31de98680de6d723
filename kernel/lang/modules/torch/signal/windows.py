"""Windows of M points; sym=False gives one period of a periodic window."""

import torch


def _steps(M, sym, dtype, start=0.0, stop=1.0):
    if M < 0:
        raise ValueError(f"Requires non-negative window length, got M={M}")
    if M <= 1:
        return torch.ones(M, dtype=dtype)
    end = M - 1 if sym else M
    return start + (stop - start) * torch.arange(M, dtype=dtype or torch.get_default_dtype()) / end


def general_cosine(M, *, a, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    """A sum of cosines."""
    x = _steps(M, sym, dtype, 0.0, 2 * torch.pi)
    if M <= 1:
        return x
    signs = [w * (-1) ** i for i, w in enumerate(a)]
    return sum(w * torch.cos(i * x) for i, w in enumerate(signs))


def general_hamming(M, *, alpha=0.54, sym=True, **kwargs):
    """alpha - (1 - alpha) cos."""
    return general_cosine(M, a=[alpha, 1.0 - alpha], sym=sym, **kwargs)


def hamming(M, *, sym=True, **kwargs):
    """0.54 - 0.46 cos."""
    return general_hamming(M, sym=sym, **kwargs)


def hann(M, *, sym=True, **kwargs):
    """A raised cosine."""
    return general_hamming(M, alpha=0.5, sym=sym, **kwargs)


def blackman(M, *, sym=True, **kwargs):
    """Three cosines."""
    return general_cosine(M, a=[0.42, 0.5, 0.08], sym=sym, **kwargs)


def nuttall(M, *, sym=True, **kwargs):
    """Four cosines."""
    return general_cosine(M, a=[0.3635819, 0.4891775, 0.1365995, 0.0106411], sym=sym, **kwargs)


def bartlett(M, *, sym=True, dtype=None, **kwargs):
    """A triangle."""
    x = _steps(M, sym, dtype, -1.0, 1.0)
    return x if M <= 1 else 1 - x.abs()


def cosine(M, *, sym=True, dtype=None, **kwargs):
    """Half a sine."""
    if M <= 1:
        return torch.ones(M, dtype=dtype)
    step = torch.pi / (M if sym else M + 1)
    return torch.sin((torch.arange(M, dtype=dtype or torch.get_default_dtype()) + 0.5) * step)


def gaussian(M, *, std=1.0, sym=True, dtype=None, **kwargs):
    """A bell."""
    if std <= 0:
        raise ValueError(f"Standard deviation must be positive, got: {std} instead.")
    if M <= 1:
        return torch.ones(M, dtype=dtype)
    x = torch.arange(M, dtype=dtype or torch.get_default_dtype()) - (M - 1 if sym else M) / 2
    return torch.exp(-((x / (std * 2 ** 0.5)) ** 2))


def exponential(M, *, center=None, tau=1.0, sym=True, dtype=None, **kwargs):
    """Two decays."""
    if M <= 1:
        return torch.ones(M, dtype=dtype)
    center = (M - 1 if sym else M) / 2 if center is None else center
    return torch.exp(-(torch.arange(M, dtype=dtype or torch.get_default_dtype()) - center).abs() / tau)


def kaiser(M, *, beta=12.0, sym=True, dtype=None, **kwargs):
    """Kaiser's window."""
    return torch.kaiser_window(M, periodic=not sym, beta=beta, dtype=dtype or torch.get_default_dtype())
