"""numpy as people use it beside torch: arrays are tensors with numpy's dtypes, indexing and printing."""

from numpy._dtype import (dtype, generic, number, integer, signedinteger, unsignedinteger, inexact, floating,
                          complexfloating, float64, float32, float16, int64, int32, int16, int8, uint8, uint16,
                          uint32, uint64, complex64, complex128, bool_, finfo, iinfo)
from numpy._array import ndarray
from numpy._print import set_printoptions, get_printoptions, printoptions
from numpy._functions import *
from numpy._functions import _AxisError as AxisError
from numpy._select import *
from numpy._more import *
from numpy._objects import str_
from numpy import linalg, random

__version__ = "2.3.0"
double = float_ = float64
single, half, intp, int_, long = float32, float16, int64, int64, int64
bool, object_ = bool_, object
acos, asin, atan, atan2, acosh, asinh, atanh = arccos, arcsin, arctan, arctan2, arccosh, arcsinh, arctanh
bitwise_not, bitwise_invert, pow, True_, False_ = invert, invert, power, bool_(True), bool_(False)
bitwise_left_shift, bitwise_right_shift, asanyarray = left_shift, right_shift, asarray
intc, short, byte, ubyte, ushort, uint, uintp = int32, int16, int8, uint8, uint16, uint64, uint64
csingle, cdouble, longlong = complex64, complex128, int64
newaxis = None
pi, e, euler_gamma = 3.141592653589793, 2.718281828459045, 0.5772156649015329
inf, nan = float("inf"), float("nan")
Inf = Infinity = infty = inf
NaN = NAN = nan


def array2string(a, precision=None, separator=" ", **options):
    """The text of an array."""
    from numpy import _print
    from numpy._array import tensor_of
    from numpy._dtype import _NAMES
    with printoptions(**({} if precision is None else {"precision": precision})):
        t = tensor_of(a)
        return _print.array_text(t, _NAMES[t.dtype], separator)


def _from_tensor(tensor):
    """The array that shares a tensor's memory."""
    return ndarray(tensor)


class errstate:
    """with np.errstate(divide="ignore"): accepted; nothing is warned of."""

    def __init__(self, **kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False


def seterr(**kinds):
    """Accepted; nothing is warned of."""
    return {}


def ndenumerate(arr):
    """(index, value) of every element."""
    a = asarray(arr)
    for index in ndindex(*a.shape):
        yield index, a[index]


def ndindex(*shape):
    """Every index of this shape."""
    from itertools import product
    sizes = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
    return product(*(range(n) for n in sizes))


class _Along:
    """np.r_[…] and np.c_[…]."""

    def __init__(self, columns):
        self._columns = columns

    def __getitem__(self, key):
        parts = [arange(p.start or 0, p.stop, p.step or 1) if isinstance(p, slice) else atleast_1d(p)
                 for p in (key if isinstance(key, tuple) else (key,))]
        return column_stack(parts) if self._columns else concatenate(parts)


r_, c_ = _Along(False), _Along(True)


class _Slices:
    def __getitem__(self, key):
        return key


s_ = index_exp = _Slices()


def save(file, arr):
    """Cells write no files."""
    raise PermissionError("a cell writes no files; print arr.tolist() or show it")


savez = savetxt = save


def loadtxt(fname, dtype=float, delimiter=None, skiprows=0, comments="#"):
    """Numbers of a text file inside the notebook's folder."""
    with open(fname) as file:
        lines = [line.split(comments)[0].strip() for line in list(file)[skiprows:]]
    rows = [[float(v) for v in line.split(delimiter)] for line in lines if line]
    return squeeze(array(rows, dtype)) if rows else array(rows, dtype)


class _Fourier:
    """np.fft, read when it is first used."""

    def __getattr__(self, name):
        import numpy.fft as module
        return getattr(module, name)


def concat(arrays, axis=0):
    """concatenate."""
    return concatenate(arrays, axis)


def permute_dims(a, axes=None):
    """transpose."""
    return transpose(a, axes)


def matrix_transpose(x):
    """The last two axes the other way round."""
    return swapaxes(x, -1, -2)


def astype(x, dtype, copy=True):
    """The array as another dtype."""
    return x.astype(dtype)


def ascontiguousarray(a, dtype=None):
    """The array, its elements one after another in memory."""
    t = asarray(a, dtype)._t
    return ndarray(t.contiguous())


asfortranarray = require = ascontiguousarray


def array_repr(arr):
    """repr of an array."""
    return repr(arr)


def array_str(a, precision=None):
    """str of an array."""
    return array2string(a, precision)


def promote_types(type1, type2):
    """The dtype that holds both."""
    return result_type(dtype(type1), dtype(type2))


fft = _Fourier()
