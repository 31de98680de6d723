"""A view of a buffer with shape and strides, as tensors have it: indexing, transposes, reshapes."""
from itertools import product
from math import prod

class View:
    def __init__(self, data, shape, strides=None, offset=0):
        self.data, self.shape, self.offset = data, tuple(shape), offset
        self.strides = tuple(strides) if strides is not None else tuple(prod(self.shape[i + 1:]) for i in range(len(self.shape)))

    @classmethod
    def arange(cls, *shape):
        return cls(list(range(prod(shape))), shape)

    @property
    def contiguous(self):
        return self.strides == View(None, self.shape).strides

    def _index(self, key):
        key = key if isinstance(key, tuple) else (key,)
        if key.count(...) > 1:
            raise IndexError("an index can only have a single ellipsis ('...')")
        if ... in key:
            at = key.index(...)
            key = key[:at] + (slice(None),) * (len(self.shape) - len([k for k in key if k is not None]) + 1) + key[at + 1:]
        shape, strides, offset, dim = [], [], self.offset, 0
        for k in key:
            if k is None:
                shape.append(1), strides.append(0)
                continue
            if dim >= len(self.shape):
                raise IndexError(f"too many indices: array is {len(self.shape)}-dimensional")
            n, s = self.shape[dim], self.strides[dim]
            if isinstance(k, slice):
                start, stop, step = k.indices(n)
                shape.append(len(range(start, stop, step))), strides.append(s * step)
                offset += start * s
            else:
                if not -n <= (i := k.__index__()) < n:
                    raise IndexError(f"index {i} is out of bounds for axis {dim} with size {n}")
                offset += i % n * s
            dim += 1
        return View(self.data, [*shape, *self.shape[dim:]], [*strides, *self.strides[dim:]], offset)

    def __getitem__(self, key):
        view = self._index(key)
        return view.data[view.offset] if not view.shape else view

    def __setitem__(self, key, value):
        view = self._index(key)
        for at in view._places():
            self.data[at] = value

    def _places(self):
        for index in product(*map(range, self.shape)):
            yield self.offset + sum(i * s for i, s in zip(index, self.strides))

    def tolist(self):
        return [v.tolist() if isinstance(v, View) else v for v in (self[i] for i in range(self.shape[0]))] if self.shape else self.data[self.offset]

    def permute(self, *order):
        if sorted(order) != list(range(len(self.shape))):
            raise ValueError(f"bad order {order}")
        return View(self.data, [self.shape[i] for i in order], [self.strides[i] for i in order], self.offset)

    T = property(lambda self: self.permute(*reversed(range(len(self.shape)))))

    def reshape(self, *shape):
        known = prod(n for n in shape if n != -1)
        shape = tuple(prod(self.shape) // known if n == -1 else n for n in shape)
        if prod(shape) != prod(self.shape):
            raise ValueError(f"cannot reshape {self.shape} into {shape}")
        flat = self.data if self.contiguous and not self.offset else [self.data[p] for p in self._places()]
        return View(flat, shape)

    def __repr__(self):
        return f"View({self.tolist()}, shape={self.shape}, strides={self.strides}, offset={self.offset})"

v = View.arange(2, 3, 4)
print(v, v.contiguous)
for key in (0, (1, 2), (1, 2, 3), (..., 0), (slice(None), 1), (0, slice(None, None, -1), slice(1, 3)), (None, 1, ..., None), (slice(5, 9),), (True, -1, -1)):
    print(key, "->", v[key])
for key in (2, (0, 0, 4), (0, 0, 0, 0), (..., ...), "a", 1.0, (0, slice(None, None, 0))):
    try:
        print(v[key])
    except Exception as error:
        print(repr(key), type(error).__name__, error)
print(v.T.shape, v.T.strides, v.T.contiguous, v.permute(1, 0, 2)[0].tolist())
m = View.arange(2, 3)
print(m.T.reshape(-1).tolist(), m.reshape(3, -1).tolist(), m.T.T.tolist() == m.tolist(), m[:, ::2].reshape(4).tolist())
m[..., -1] = 99
m.T[0] = -1
print(m.tolist(), m.data, m.reshape(6)[4])
for bad in (lambda: m.reshape(4, 2), lambda: m.permute(0, 0), lambda: m.reshape(-1, 0)):
    try:
        print(bad())
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
