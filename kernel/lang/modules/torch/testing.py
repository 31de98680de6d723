"""Assertions about tensors."""

import torch

_TOLERANCES = {torch.float16: (1e-3, 1e-5), torch.bfloat16: (1.6e-2, 1e-5), torch.float32: (1.3e-6, 1e-5),
               torch.float64: (1e-7, 1e-7), torch.complex64: (1.3e-6, 1e-5), torch.complex128: (1e-7, 1e-7)}


def assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True,
                 check_dtype=True, check_layout=True, check_stride=False, msg=None):
    """AssertionError unless the values are near each other, by the tolerance of their dtype."""
    if (rtol is None) != (atol is None):
        raise ValueError("Both 'rtol' and 'atol' must be either specified or unspecified, but got only one of them.")
    options = rtol, atol, equal_nan, check_dtype
    problem = _compare(actual, expected, options, "")
    if problem is not None:
        raise AssertionError(problem if msg is None else msg(problem) if callable(msg) else msg)


def _compare(a, b, options, where):
    if isinstance(a, dict) and isinstance(b, dict):
        if a.keys() != b.keys():
            return f"The keys of the mappings do not match:\nMissing keys in the actual mapping: {sorted(set(b) - set(a))}\n" \
                   f"Additional keys in the actual mapping: {sorted(set(a) - set(b))}"
        pairs = [(k, a[k], b[k]) for k in a]
    elif isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        if len(a) != len(b):
            return f"The length of the sequences mismatch: {len(a)} != {len(b)}"
        pairs = [(i, x, y) for i, (x, y) in enumerate(zip(a, b))]
    elif torch.is_tensor(a) or torch.is_tensor(b):
        if not (torch.is_tensor(a) and torch.is_tensor(b)):
            return f"None of the pair classes was able to compare the inputs of type {type(a)} and {type(b)}"
        problem = _compare_tensors(a, b, *options)
        return problem + where if problem and where else problem
    else:
        return _compare_numbers(a, b, *options)
    for key, x, y in pairs:
        problem = _compare(x, y, options, f"\n\nThe failure occurred for item [{key!r}]")
        if problem is not None:
            return problem


def _compare_numbers(a, b, rtol, atol, equal_nan, check_dtype):
    if isinstance(a, (int, float, complex)) and isinstance(b, (int, float, complex)):
        if rtol is None:
            rtol, atol = (1e-7, 1e-7) if isinstance(a, (float, complex)) or isinstance(b, (float, complex)) else (0.0, 0.0)
        if a == b or abs(a - b) <= atol + rtol * abs(b) or (equal_nan and a != a and b != b):
            return None
        kind = "Scalars are not close" if rtol or atol else "Scalars are not equal"
        lines = [f"{kind}!\n", f"Expected {b} but got {a}."]
        if rtol or atol:
            relative = abs(a - b) / abs(b) if b else float("inf")
            lines += [f"Absolute difference: {abs(a - b)} (up to {atol} allowed)", f"Relative difference: {relative} (up to {rtol} allowed)"]
        return "\n".join(lines)
    return None if a == b else f"Object equality failed: {a!r} != {b!r}"


def _compare_tensors(a, b, rtol, atol, equal_nan, check_dtype):
    if a.shape != b.shape:
        return f"The values for attribute 'shape' do not match: {a.shape} != {b.shape}."
    if check_dtype and a.dtype != b.dtype:
        return f"The values for attribute 'dtype' do not match: {a.dtype} != {b.dtype}."
    if a.dtype != b.dtype:
        dtype = torch.promote_types(a.dtype, b.dtype)
        a, b = a.to(dtype), b.to(dtype)
    if rtol is None:
        rtol, atol = _TOLERANCES.get(a.dtype, (0.0, 0.0))
    close = torch.isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan)
    if close.all():
        return None
    return _mismatch(a, b, ~close, rtol, atol)


def _mismatch(a, b, wrong, rtol, atol):
    kind = "equal" if rtol == 0 and atol == 0 else "close"
    if a.ndim == 0:
        a, b = a.item(), b.item()
        lines = [f"Scalars are not {kind}!", "", f"Expected {b} but got {a}."]
        absolute, relative, at = abs(a - b), abs(a - b) / abs(b) if b else float("inf"), ""
    else:
        exact = a.to(torch.int64) if not a.dtype.is_floating_point and not a.dtype.is_complex else a
        differences = (exact - b.to(exact.dtype)).abs()
        count, total = int(wrong.sum()), wrong.numel()
        lines = [f"Tensor-likes are not {kind}!", "", f"Mismatched elements: {count} / {total} ({count / total:.1%})"]
        absolute, at = _greatest(differences.masked_fill(~wrong, 0))
        relative, at_relative = _greatest((differences / b.abs()).masked_fill(~wrong, 0))
        where = lambda i: tuple(int(v) for v in torch.unravel_index(torch.tensor(i), a.shape))
        limits = (f" (up to {atol} allowed)", f" (up to {rtol} allowed)") if kind == "close" else ("", "")
        index = lambda i: str(where(i) if a.ndim > 1 else where(i))
        return "\n".join(lines + [f"Greatest absolute difference: {absolute} at index {index(at)}{limits[0]}",
                                  f"Greatest relative difference: {relative} at index {index(at_relative)}{limits[1]}"])
    if kind == "close":
        lines += [f"Absolute difference: {absolute} (up to {atol} allowed)", f"Relative difference: {relative} (up to {rtol} allowed)"]
    else:
        lines += [f"Absolute difference: {absolute}", f"Relative difference: {relative}"]
    return "\n".join(lines)


def _greatest(values):
    flat = values.flatten()
    at = int(flat.argmax())
    return flat[at].item(), at


def make_tensor(*shape, dtype, device="cpu", low=-9, high=9, requires_grad=False, **kwargs):
    """Random values between low and high."""
    shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (list, tuple)) else shape
    out = torch.empty(shape, dtype=torch.float64).uniform_(low, high).to(dtype)
    return out.requires_grad_() if requires_grad else out
