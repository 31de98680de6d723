"""Dtypes and scalars of numpy over torch's dtypes."""

import torch

_TORCH = {"float64": torch.float64, "float32": torch.float32, "float16": torch.float16, "int64": torch.int64,
          "int32": torch.int32, "int16": torch.int16, "int8": torch.int8, "uint8": torch.uint8, "bool": torch.bool,
          "complex128": torch.complex128, "complex64": torch.complex64, "uint16": torch.uint16,
          "uint32": torch.uint32, "uint64": torch.uint64}
_NAMES = {v: k for k, v in _TORCH.items()}
_NAMES[torch.bfloat16] = "bfloat16"
_LETTERS = {"f": "float32", "d": "float64", "e": "float16", "i": "int32", "l": "int64", "q": "int64", "b": "int8",
            "B": "uint8", "?": "bool", "F": "complex64", "D": "complex128", "f4": "float32", "f8": "float64",
            "f2": "float16", "i8": "int64", "i4": "int32", "i2": "int16", "i1": "int8", "u1": "uint8", "b1": "bool",
            "float": "float64", "int": "int64", "complex": "complex128", "single": "float32", "double": "float64",
            "half": "float16", "bool_": "bool", "intp": "int64", "long": "int64"}
_KINDS = {"f": "f", "i": "i", "u": "u", "b": "b", "c": "c"}


class dtype:
    """The type of an array's elements."""

    _known = {}

    def __new__(cls, value=float):
        name = _name_of(value)
        if name not in cls._known:
            self = object.__new__(cls)
            self.name = name
            self._torch = _TORCH[name]
            cls._known[name] = self
        return cls._known[name]

    @property
    def kind(self):
        return _KINDS[self.name[0]]

    @property
    def itemsize(self):
        return self._torch.itemsize

    @property
    def char(self):
        return next(k for k, v in _LETTERS.items() if v == self.name and len(k) == 1)

    @property
    def type(self):
        return _SCALARS[self.name]

    def __eq__(self, other):
        try:
            return self.name == _name_of(other)
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('{self.name}')"


def _name_of(value):
    if isinstance(value, dtype):
        return value.name
    if value is None or value is float:
        return "float64"
    if value is int:
        return "int64"
    if value is bool:
        return "bool"
    if value is complex:
        return "complex128"
    if isinstance(value, type) and issubclass(value, generic):
        return value._name
    if isinstance(value, torch.dtype):
        return _NAMES[value]
    if isinstance(value, str):
        name = _LETTERS.get(value.lstrip("<>=|"), value)
        if name in _TORCH:
            return name
    raise TypeError(f"Cannot interpret {value!r} as a data type")


def torch_dtype(value):
    """The torch dtype of a numpy dtype, a name, a scalar class or a Python type."""
    return _TORCH[_name_of(value)]


class generic:
    """A scalar of an array; computes as an array of no dimensions would."""

    _name = "float64"

    @property
    def dtype(self):
        return dtype(self._name)

    shape = ()
    ndim = 0
    size = 1

    def _array(self):
        from numpy._array import ndarray
        return ndarray(torch.tensor(self.item(), dtype=_TORCH[self._name]))

    def item(self):
        return self._value

    tolist = item

    def __tensor__(self):
        return self._array()._t

    def __number__(self):
        return self.item()

    def __array__(self, dtype=None):
        return self._array()

    def astype(self, dtype):
        return scalar(torch.tensor(self.item()).to(torch_dtype(dtype)))

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"'numpy.{self._name}' object has no attribute '{name}'")
        return getattr(self._array(), name)

    def __repr__(self):
        return f"np.{'True_' if self.item() else 'False_'}" if self._name == "bool" else f"np.{self._name}({self})"

    def __str__(self):
        from numpy._print import number_text
        return number_text(self.item(), self._name)

    def __hash__(self):
        return hash(self.item())

    def __bool__(self):
        return bool(self.item())

    def __int__(self):
        return int(self.item())

    def __float__(self):
        return float(self.item())

    def __complex__(self):
        return complex(self.item())

    def __format__(self, spec):
        return format(self.item(), spec) if spec else str(self)

    def __round__(self, digits=None):
        rounded = round(self.item(), digits) if digits is not None else round(self.item())
        return rounded if digits is None else make_scalar(rounded, self._name)


def _operate(name):
    def method(self, other):
        if isinstance(other, generic):
            other = other._array()
        elif not isinstance(other, (bool, int, float, complex)):
            return NotImplemented
        return getattr(self._array(), name)(other)

    method.__name__ = name
    return method


for _op in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "lshift", "rshift"):
    for _prefix in ("__", "__r"):
        setattr(generic, f"{_prefix}{_op}__", _operate(f"{_prefix}{_op}__"))
for _op in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(generic, f"__{_op}__", _operate(f"__{_op}__"))
for _op in ("neg", "pos", "abs", "invert"):
    setattr(generic, f"__{_op}__", lambda self, _n=f"__{_op}__": getattr(self._array(), _n)())


class number(generic):
    """Scalars that are numbers."""


class inexact(number):
    """Floats and complex numbers."""


class floating(inexact):
    """Floats."""


class integer(number):
    """Ints."""

    def __index__(self):
        return self._value


class signedinteger(integer):
    """Ints with a sign."""


class unsignedinteger(integer):
    """Ints without a sign."""


class complexfloating(inexact):
    """Complex numbers."""


def _new(cls, value=0):
    if hasattr(value, "_t"):
        return value.astype(cls._name) if value.ndim else cls(value.item())
    if isinstance(value, (list, tuple)):
        from numpy._functions import array
        return array(value, dtype=cls._name)
    return make_scalar(value, cls._name)


def _define(name, base):
    return type(name, (base,), {"_name": name, "__new__": lambda cls, value=0: _new(cls, value)})


float32 = _define("float32", floating)
float16 = _define("float16", floating)
int64, int32, int16, int8 = (_define(n, signedinteger) for n in ("int64", "int32", "int16", "int8"))
uint8, uint16, uint32, uint64 = (_define(n, unsignedinteger) for n in ("uint8", "uint16", "uint32", "uint64"))
complex64, complex128 = (_define(n, complexfloating) for n in ("complex64", "complex128"))
bool_ = _define("bool", generic)


class float64(floating, float):
    """A float of 64 bits, which also is a Python float."""

    _name = "float64"

    def __new__(cls, value=0.0):
        if hasattr(value, "_t") or isinstance(value, (list, tuple)):
            return _new(cls, value)
        return float.__new__(cls, value)

    def item(self):
        return float.__float__(self)

    __float__ = float.__float__


_SCALARS = {c._name: c for c in (float64, float32, float16, int64, int32, int16, int8, uint8, uint16, uint32, uint64,
                                 complex64, complex128, bool_)}


def make_scalar(value, name):
    """The scalar of this dtype's name, rounded to what it can hold."""
    cls = _SCALARS[name]
    if cls is float64:
        return float.__new__(float64, float(value))
    self = object.__new__(cls)
    if name[0] == "f":
        value = torch.tensor(float(value), dtype=_TORCH[name]).item()
    elif name == "bool":
        value = bool(value)
    elif name[0] in "iu":
        value = torch.tensor(int(value)).to(_TORCH[name]).item()
    else:
        value = complex(value)
    self._value = value
    return self


def scalar(tensor):
    """The scalar of a tensor of one element."""
    return make_scalar(tensor.item(), _NAMES[tensor.dtype])


class finfo:
    """The limits of a float dtype."""

    def __init__(self, kind=float):
        name = _name_of(kind if not hasattr(kind, "dtype") or isinstance(kind, type) else kind.dtype)
        info = torch.finfo(_TORCH[name])
        self.dtype = dtype(name)
        self.bits = info.bits
        self.eps, self.max, self.min, self.tiny = (make_scalar(v, name) for v in
                                                   (info.eps, info.max, info.min, info.tiny))
        self.smallest_normal = self.tiny


class iinfo:
    """The limits of an int dtype."""

    def __init__(self, kind=int):
        name = _name_of(kind)
        info = torch.iinfo(_TORCH[name])
        self.dtype = dtype(name)
        self.bits, self.max, self.min = info.bits, info.max, info.min
