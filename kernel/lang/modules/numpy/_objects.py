"""Arrays of texts and of other objects: a flat list, and an array of places in it."""

import torch


def _shape_of(value):
    shape = []
    while isinstance(value, (list, tuple)):
        shape.append(len(value))
        if not value:
            break
        value = value[0]
    return tuple(shape)


def _flat(value, shape):
    if not shape:
        return [value]
    if not isinstance(value, (list, tuple)) or len(value) != shape[0]:
        raise ValueError("setting an array element with a sequence. The requested array has an inhomogeneous shape after "
                         f"{len(shape)} dimensions.")
    return [v for part in value for v in _flat(part, shape[1:])]


class objects:
    """An array of texts (dtype <U…) or of any objects (dtype object)."""

    __array_priority__ = 1

    def __init__(self, items, at, text):
        self._items, self._at, self._text = items, at, text

    @classmethod
    def of(cls, value, text=None):
        """The array of nested lists."""
        if isinstance(value, objects):
            return value
        value = value.tolist() if hasattr(value, "tolist") else value
        shape = _shape_of(value)
        items = _flat(value, shape)
        if text is None:
            text = all(isinstance(v, (str, int, float, bool)) for v in items) and any(isinstance(v, str) for v in items)
        items = [str(v) for v in items] if text else items
        return cls(items, torch.arange(len(items)).reshape(shape), text)

    shape = property(lambda self: tuple(self._at.shape))
    ndim = property(lambda self: self._at.dim())
    size = property(lambda self: self._at.numel())
    T = property(lambda self: self._like(self._at.T))

    @property
    def dtype(self):
        """<U and the length of the longest text; or object."""
        return _kind(f"<U{max([len(v) for v in self._values()] + [1])}" if self._text else "object")

    def _like(self, at):
        return objects(self._items, at, self._text)

    def _values(self):
        return [self._items[i] for i in self._at.reshape(-1).tolist()]

    def tolist(self):
        """Nested lists."""

        def build(at):
            return self._items[at] if isinstance(at, int) else [build(v) for v in at]

        return build(self._at.tolist())

    def item(self):
        """The one object."""
        return self._items[self._at.item()]

    def reshape(self, *shape):
        """In another shape."""
        return self._like(self._at.reshape(*shape))

    def ravel(self):
        """In one dimension."""
        return self._like(self._at.reshape(-1))

    flatten = ravel

    def copy(self):
        """Another array of the same."""
        return objects.of(self.tolist(), self._text)

    def astype(self, kind, copy=True):
        """As numbers, or as another kind."""
        from numpy import array

        if kind in (object, "object", "O"):
            return objects(self._items, self._at, False)
        if kind in (str, "str", "U") or str(kind).startswith("<U"):
            return objects([str(v) for v in self._items], self._at, True)
        convert = float if "float" in str(kind) else int if "int" in str(kind) else kind
        return array([convert(v) for v in self._values()], dtype=kind).reshape(self.shape)

    def argsort(self, axis=-1, kind=None):
        """The order of the values."""
        from numpy import array

        values = self._values()
        return array(sorted(range(len(values)), key=lambda i: values[i]))

    def sort(self, axis=-1):
        """Sorts in place."""
        self._items, self._at = sorted(self._values()), torch.arange(self.size)

    def __len__(self):
        if not self.ndim:
            raise TypeError("len() of unsized object")
        return len(self._at)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __contains__(self, value):
        return value in self._values()

    def _key(self, key):
        return tuple(self._one_key(k) for k in key) if isinstance(key, tuple) else self._one_key(key)

    @staticmethod
    def _one_key(key):
        from numpy import ndarray

        if isinstance(key, ndarray):
            return key._t
        return int(key) if hasattr(key, "_value") else key

    def __getitem__(self, key):
        found = self._at[self._key(key)]
        if not found.dim():
            value = self._items[int(found)]
            return str_(value) if self._text else value
        return self._like(found)

    def __setitem__(self, key, value):
        places = self._at[self._key(key)].reshape(-1).tolist()
        values = value._values() if isinstance(value, objects) else list(value) if isinstance(value, (list, tuple)) else [value]
        for i, place in enumerate(places):
            self._items[place] = values[i % len(values)]

    def _compared(self, other, test):
        from numpy import array

        mine = self._values()
        others = objects.of(other)._values() if isinstance(other, (objects, list, tuple)) else [other] * len(mine)
        return array([bool(test(a, b)) for a, b in zip(mine, others)], dtype=bool).reshape(self.shape)

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compared(other, lambda a, b: a != b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    __hash__ = None

    def __add__(self, other):
        others = other._values() if isinstance(other, objects) else [other] * self.size
        return objects([a + b for a, b in zip(self._values(), others)], torch.arange(self.size).reshape(self.shape), self._text)

    def _shown(self, at, separator, indent):
        if isinstance(at, int):
            return repr(self._items[at])
        if at and isinstance(at[0], list):
            gap = (separator.rstrip() + "\n" * (1 if not isinstance(at[0][0], list) else 2)) + " " * (indent + 1)
            return "[" + gap.join(self._shown(v, separator, indent + 1) for v in at) + "]"
        return "[" + separator.join(self._shown(v, separator, indent) for v in at) + "]"

    def __str__(self):
        if not self.ndim:
            return str(self.item())
        return self._shown(self._at.tolist(), " ", 0)

    def __repr__(self):
        body = self._shown(self._at.tolist(), ", ", 6) if self.ndim else repr(self.item())
        return f"array({body}, dtype={repr(str(self.dtype)) if self._text else 'object'})"


class str_(str):
    """A text of an array."""

    dtype = property(lambda self: _kind(f"<U{len(self)}"))

    def __repr__(self):
        return f"np.str_({str.__repr__(self)})"


class _kind(str):
    """The dtype of such an array."""

    name = property(lambda self: "object" if self == "object" else f"str{32 * int(self[2:])}")
    kind = property(lambda self: "O" if self == "object" else "U")

    def __repr__(self):
        return f"dtype('{'O' if self == 'object' else str(self)}')"
