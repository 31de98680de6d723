"""Settings that programs make, and the names of tensor types."""

import torch

# --- settings ------------------------------------------------------------------------------------------

_settings = {"deterministic": False, "precision": "highest"}


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Remembered; the CPU's algorithms are deterministic."""
    _settings["deterministic"] = mode


def are_deterministic_algorithms_enabled():
    """What use_deterministic_algorithms set."""
    return _settings["deterministic"]


def set_float32_matmul_precision(precision):
    """Remembered; the CPU always multiplies in full precision."""
    _settings["precision"] = precision


def get_float32_matmul_precision():
    """What set_float32_matmul_precision set."""
    return _settings["precision"]


def set_deterministic_debug_mode(debug_mode):
    """Remembered; the CPU's algorithms are deterministic."""
    _settings["deterministic"] = debug_mode not in ("default", 0)


def get_deterministic_debug_mode():
    """What set_deterministic_debug_mode set, as a number."""
    return 2 if _settings["deterministic"] else 0


def is_deterministic_algorithms_warn_only_enabled():
    """Never."""
    return False


def set_warn_always(b):
    """Each warning is shown once a place."""


def set_default_tensor_type(t):
    """The default dtype, by the name of a tensor type."""
    torch.set_default_dtype(t.dtype if hasattr(t, "dtype") else getattr(torch, t.split(".")[-1]).dtype)


def set_flush_denormal(mode):
    """Not changed here."""
    return False


def set_num_interop_threads(threads):
    """One operator runs at a time."""


def get_num_interop_threads():
    """One operator runs at a time."""
    return 1


def compile(model=None, *args, **kwargs):
    """The model itself: nothing needs compiling here."""
    return model if model is not None else (lambda m: m)


class OutOfMemoryError(RuntimeError):
    """A device has no memory left."""


# --- torch.FloatTensor and its kin ----------------------------------------------------------------------


class _TypeOfTensors(type):
    """torch.FloatTensor and its kin: tensors of one dtype."""

    def __instancecheck__(cls, value):
        return torch.is_tensor(value) and value.dtype == cls.dtype

    def __call__(cls, *args):
        return torch.Tensor(*args).to(cls.dtype) if args and isinstance(args[0], (int, torch.Size)) else \
            torch.tensor(args[0] if args else [], dtype=cls.dtype)


def _type_of_tensors(name, dtype):
    return _TypeOfTensors(name, (), {"dtype": dtype, "__module__": "torch"})


FloatTensor = _type_of_tensors("FloatTensor", torch.float32)
DoubleTensor = _type_of_tensors("DoubleTensor", torch.float64)
HalfTensor = _type_of_tensors("HalfTensor", torch.float16)
BFloat16Tensor = _type_of_tensors("BFloat16Tensor", torch.bfloat16)
LongTensor = _type_of_tensors("LongTensor", torch.int64)
IntTensor = _type_of_tensors("IntTensor", torch.int32)
ShortTensor = _type_of_tensors("ShortTensor", torch.int16)
CharTensor = _type_of_tensors("CharTensor", torch.int8)
ByteTensor = _type_of_tensors("ByteTensor", torch.uint8)
BoolTensor = _type_of_tensors("BoolTensor", torch.bool)
