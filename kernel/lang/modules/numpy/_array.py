"""The array: a tensor with numpy's rules for dtypes, indexing and printing."""

import torch
from numpy import _print
from numpy._dtype import _NAMES, dtype, generic, scalar, torch_dtype

_INTS = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool)
_SMALL = (torch.int16, torch.int8, torch.uint8, torch.bool)


def wrap(t):
    """An array of a tensor, or a scalar of one without dimensions."""
    return scalar(t) if t.dim() == 0 else ndarray(t)


def tensor_of(value, kind=None):
    """The tensor of anything array-like; Python floats are float64, ints int64."""
    if isinstance(value, ndarray):
        t = value._t
    elif isinstance(value, generic):
        t = value._array()._t
    elif isinstance(value, torch.Tensor):
        t = value.detach()
    elif isinstance(value, (bool, int, float, complex)):
        t = torch.tensor(value, dtype=_python_dtype(value))
    elif hasattr(value, "to_numpy"):
        t = value.to_numpy()._t
    else:
        t = _of_lists(value)
    return t if kind is None else t.to(torch_dtype(kind))


def _python_dtype(value):
    if isinstance(value, bool):
        return torch.bool
    if isinstance(value, int):
        return torch.int64
    return torch.float64 if isinstance(value, float) else torch.complex128


def _of_lists(value):
    if isinstance(value, str):
        raise TypeError("arrays hold numbers; keep texts in a list")
    items = list(value)
    if not items:
        return torch.empty(0, dtype=torch.float64)
    if all(isinstance(v, (bool, int, float, complex)) and not isinstance(v, generic) for v in items):
        kind = (torch.complex128 if any(isinstance(v, complex) for v in items) else
                torch.float64 if any(isinstance(v, float) for v in items) else
                torch.bool if all(isinstance(v, bool) for v in items) else torch.int64)
        return torch.tensor(items, dtype=kind)
    if any(isinstance(v, str) for v in items):
        raise TypeError("arrays hold numbers; keep texts in a list")
    parts = [tensor_of(v) for v in items]
    if any(p.shape != parts[0].shape for p in parts):
        raise ValueError("setting an array element with a sequence. The requested array has an inhomogeneous shape "
                         f"after 1 dimensions. The detected shape was ({len(parts)},) + inhomogeneous part.")
    kind = common(parts)
    return torch.stack([p.to(kind) for p in parts])


def common(tensors):
    """The dtype that numpy gives these tensors together."""
    kind = tensors[0].dtype
    for t in tensors[1:]:
        kind = _pair(kind, t.dtype)
    return kind


def _pair(a, b):
    if a == b:
        return a
    kind = torch.promote_types(a, b)
    for number, other in ((a, b), (b, a)):
        if number in (torch.float32, torch.float16) and other in _INTS and other not in _SMALL:
            return torch.float64
        if number == torch.float16 and other == torch.int16:
            return torch.float32
    return kind


def floating(t):
    """Ints and bools as float64; floats as they are."""
    return t.to(torch.float64) if t.dtype in _INTS else t


def operands(a, b):
    """Two tensors of one dtype: Python numbers take the other's when it can hold them."""
    weak_a, weak_b = (isinstance(v, (int, float, complex)) and not isinstance(v, generic) for v in (a, b))
    x, y = tensor_of(a), tensor_of(b)
    if weak_a != weak_b:
        x, y = (_weak(x, y), y) if weak_a else (x, _weak(y, x))
    kind = _pair(x.dtype, y.dtype)
    return x.to(kind), y.to(kind)


def _weak(number, array):
    if number.dtype == torch.bool:
        return number
    if number.dtype == torch.int64 and array.dtype != torch.bool:
        return number.to(array.dtype)
    if number.dtype == torch.float64 and (array.dtype.is_floating_point or array.dtype.is_complex):
        return number.to(array.dtype)
    if number.dtype == torch.complex128 and array.dtype in (torch.float32, torch.complex64):
        return number.to(torch.complex64)
    return number


def compute(function, a, b):
    """function of two operands, broadcast; numpy's text when the shapes do not fit."""
    x, y = operands(a, b)
    if function is torch.matmul:
        _check_matmul(x, y)
    try:
        return wrap(function(x, y))
    except RuntimeError as error:
        if "size of tensor" not in str(error):
            raise
    shapes = " ".join("(" + ",".join(map(str, t.shape)) + ("," if t.dim() == 1 else "") + ")" for t in (x, y))
    raise ValueError(f"operands could not be broadcast together with shapes {shapes} ")


def _check_matmul(x, y):
    if not x.dim() or not y.dim():
        raise ValueError(f"matmul: Input operand {0 if not x.dim() else 1} does not have enough dimensions (has 0, gufunc core "
                         "with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
    at = max(y.dim() - 2, 0)
    if x.shape[-1] != y.shape[at]:
        raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                         f"(n?,k),(k,m?)->(n?,m?) (size {y.shape[at]} is different from {x.shape[-1]})")


def _key(key, shape):
    """An index for torch: arrays become tensors, steps backward index tensors."""
    parts = key if isinstance(key, tuple) else (key,)
    used = sum(1 for p in parts if p is not None and p is not Ellipsis)
    out, axis = [], 0
    for part in parts:
        if part is Ellipsis:
            axis += len(shape) - used
        elif isinstance(part, slice) and part.step is not None and part.step < 0:
            part = torch.tensor(list(range(*part.indices(shape[axis]))), dtype=torch.int64)
        elif isinstance(part, (ndarray, list, generic)):
            part = tensor_of(part)
            if isinstance(part, torch.Tensor) and part.dim() == 0 and part.dtype != torch.bool:
                part = int(part)
            elif part.numel() == 0 and part.dtype == torch.float64:
                part = part.to(torch.int64)
        if part is not None and part is not Ellipsis:
            axis += part.dim() if isinstance(part, torch.Tensor) and part.dtype == torch.bool else 1
        out.append(part)
    return tuple(out) if isinstance(key, tuple) else out[0]


class _Flat:
    """a.flat: elements one by one, indexable."""

    def __init__(self, array):
        self._array = array

    def __iter__(self):
        return iter(wrap(v) for v in self._array._t.flatten())

    def __getitem__(self, key):
        return ndarray(self._array._t.flatten())[key]

    def __setitem__(self, key, value):
        self._array._t.view(-1)[key] = tensor_of(value).to(self._array._t.dtype)

    def __len__(self):
        return self._array.size


class ndarray:
    """An array of numbers with numpy's behaviour."""

    __module__ = "numpy"

    __array_priority__ = 0.0

    def __init__(self, tensor):
        self._t = tensor

    # --- what it is

    @property
    def dtype(self):
        return dtype(_NAMES[self._t.dtype])

    @property
    def shape(self):
        return tuple(self._t.shape)

    @shape.setter
    def shape(self, shape):
        self._t = self._t.reshape(shape)

    @property
    def ndim(self):
        return self._t.dim()

    @property
    def size(self):
        return self._t.numel()

    @property
    def itemsize(self):
        return self._t.element_size()

    @property
    def nbytes(self):
        return self._t.numel() * self._t.element_size()

    @property
    def T(self):
        return ndarray(self._t.permute(tuple(range(self.ndim))[::-1]))

    @property
    def mT(self):
        return ndarray(self._t.mT)

    @property
    def flat(self):
        return _Flat(self)

    @property
    def real(self):
        return ndarray(torch.real(self._t)) if self._t.is_complex() else self

    @property
    def imag(self):
        return ndarray(torch.imag(self._t)) if self._t.is_complex() else ndarray(torch.zeros_like(self._t))

    @property
    def base(self):
        return None

    @property
    def strides(self):
        return tuple(s * self.itemsize for s in self._t.stride())

    def __tensor__(self):
        return self._t

    def __array__(self, dtype=None):
        return self if dtype is None else self.astype(dtype)

    def __len__(self):
        if not self._t.dim():
            raise TypeError("len() of unsized object")
        return self._t.shape[0]

    def __iter__(self):
        if not self._t.dim():
            raise TypeError("iteration over a 0-d array")
        return iter([wrap(v) for v in self._t])

    def __repr__(self):
        return _print.array_repr(self._t, _NAMES[self._t.dtype])

    def __str__(self):
        if self._t.dim() == 0:
            return str(scalar(self._t))
        return _print.array_text(self._t, _NAMES[self._t.dtype])

    def __format__(self, spec):
        if spec and self._t.dim():
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return format(self._t.item(), spec) if spec else str(self)

    def __bool__(self):
        if self._t.numel() > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. "
                             "Use a.any() or a.all()")
        return bool(self._t.numel() and self._t.item())

    def _only(self):
        if self._t.numel() != 1:
            raise TypeError("only length-1 arrays can be converted to Python scalars")
        return self._t.item()

    def __int__(self):
        return int(self._only())

    def __float__(self):
        return float(self._only())

    def __index__(self):
        if self._t.numel() != 1 or self._t.dtype not in _INTS:
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return int(self._t.item())

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    def __contains__(self, value):
        return bool((self == value).any())

    # --- elements

    def __getitem__(self, key):
        parts = key if isinstance(key, tuple) else (key,)
        if any(isinstance(part, (str, float)) for part in parts):
            raise IndexError("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
                             "boolean arrays are valid indices")
        try:
            return wrap(self._t[_key(key, self._t.shape)])
        except IndexError:
            self._explain(key)
            raise

    def _explain(self, key):
        parts = key if isinstance(key, tuple) else (key,)
        if len(parts) > self.ndim and Ellipsis not in parts and None not in parts:
            raise IndexError(f"too many indices for array: array is {self.ndim}-dimensional, but {len(parts)} were "
                             "indexed")
        for axis, part in enumerate(parts):
            if isinstance(part, int) and axis < self.ndim and not -self.shape[axis] <= part < self.shape[axis]:
                raise IndexError(f"index {part} is out of bounds for axis {axis} with size {self.shape[axis]}")

    def __setitem__(self, key, value):
        self._t[_key(key, self._t.shape)] = tensor_of(value).to(self._t.dtype)

    def item(self, *index):
        if not index:
            if self._t.numel() != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return self._t.item()
        if len(index) == 1 and isinstance(index[0], int):
            return self._t.flatten()[index[0]].item()
        return self._t[index[0] if len(index) == 1 else index].item()

    def tolist(self):
        return self._t.tolist()

    def tobytes(self):
        """The elements as bytes."""
        return torch._tensor_bytes(self._t)

    def partition(self, kth, axis=-1):
        """Sorts in place."""
        self.sort(axis)

    def argpartition(self, kth, axis=-1):
        """The order."""
        return ndarray(torch.sort(self._t, dim=axis, stable=True).indices)

    def compress(self, condition, axis=None):
        """The elements, or parts along an axis, where the condition holds."""
        mask = tensor_of(condition).bool()
        flat = self._t.reshape(-1) if axis is None else self._t
        return ndarray(flat.index_select(axis or 0, mask.nonzero().reshape(-1)))

    def put(self, indices, values):
        """Sets elements by flat index."""
        self._t.put_(tensor_of(indices), tensor_of(values).to(self._t.dtype).expand(tensor_of(indices).shape))

    def copy(self, order="C"):
        return ndarray(self._t.clone())

    def astype(self, kind, copy=True):
        target = torch_dtype(kind)
        return ndarray(self._t.to(target, copy=True))

    def view(self, kind=None):
        return ndarray(self._t if kind is None else self._t.view(torch_dtype(kind)))

    def fill(self, value):
        self._t.fill_(value)

    # --- shape

    def reshape(self, *shape, order="C"):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        try:
            return ndarray(self._t.reshape(tuple(int(n) for n in shape)))
        except RuntimeError:
            wanted = tuple(int(n) for n in shape)
            raise ValueError(f"cannot reshape array of size {self.size} into shape "
                             f"{str(wanted).replace(' ', '')}") from None

    def ravel(self, order="C"):
        return ndarray(self._t.reshape(-1))

    def flatten(self, order="C"):
        return ndarray(self._t.reshape(-1).clone())

    def squeeze(self, axis=None):
        return ndarray(self._t.squeeze() if axis is None else self._t.squeeze(axis))

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and isinstance(axes[0], (tuple, list)) else axes
        return ndarray(self._t.permute(tuple(axes))) if axes and axes[0] is not None else self.T

    def swapaxes(self, a, b):
        return ndarray(self._t.transpose(a, b))

    def repeat(self, repeats, axis=None):
        import numpy
        return numpy.repeat(self, repeats, axis)

    def sort(self, axis=-1):
        self._t.copy_(self._t.sort(axis).values)

    def __reduce__(self):
        raise TypeError("arrays are not pickled; use numpy.savetxt or tolist()")


def _binary(name, function):
    def forward(self, other):
        if not isinstance(other, (ndarray, generic, bool, int, float, complex, list, tuple, torch.Tensor)):
            return NotImplemented
        return compute(function, self, other)

    def reverse(self, other):
        if not isinstance(other, (ndarray, generic, bool, int, float, complex, list, tuple, torch.Tensor)):
            return NotImplemented
        return compute(function, other, self)

    def inplace(self, other):
        result = compute(function, self, other)
        result = result._t if isinstance(result, ndarray) else tensor_of(result)
        if result.is_floating_point() and self._t.dtype in _INTS:
            raise TypeError(f"Cannot cast ufunc '{_UFUNCS.get(name, name)}' output from dtype('{_NAMES[result.dtype]}') "
                            f"to dtype('{_NAMES[self._t.dtype]}') with casting rule 'same_kind'")
        self._t.copy_(result.to(self._t.dtype))
        return self

    setattr(ndarray, f"__{name}__", forward)
    setattr(ndarray, f"__r{name}__", reverse)
    setattr(ndarray, f"__i{name}__", inplace)


_UFUNCS = {"add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "pow": "power"}


def divide(a, b):
    """True division; ints give float64."""
    return floating(a) / floating(b)


def power(a, b):
    """a ** b; ints to negative ints are an error."""
    if a.dtype in _INTS and bool((b < 0).any()):
        raise ValueError("Integers to negative integer powers are not allowed.")
    return a ** b


def _add(a, b):
    return a | b if a.dtype == torch.bool else a + b


def _multiply(a, b):
    return a & b if a.dtype == torch.bool else a * b


for _name, _function in {"add": _add, "sub": lambda a, b: a - b, "mul": _multiply, "truediv": divide,
                         "floordiv": torch.floor_divide, "mod": torch.remainder, "pow": power,
                         "and": lambda a, b: a & b, "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b,
                         "lshift": lambda a, b: a << b, "rshift": lambda a, b: a >> b,
                         "matmul": torch.matmul}.items():
    _binary(_name, _function)


def _comparison(function):
    def method(self, other):
        if other is None or isinstance(other, (str, dict)):
            return NotImplemented
        return compute(function, self, other)
    return method


for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(ndarray, f"__{_name}__", _comparison(getattr(torch, _name)))
ndarray.__neg__ = lambda self: ndarray(-self._t)
ndarray.__pos__ = lambda self: ndarray(self._t)
ndarray.__abs__ = lambda self: ndarray(self._t.abs())
ndarray.__invert__ = lambda self: ndarray(~self._t)
