"""The named tuples that operators with several results give: torch.return_types.topk(values=…, indices=…)."""

_classes = {}


class _Results(tuple):
    """Several results, by position and by name."""

    _fields = ()

    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __repr__(self):
        lines = ",\n".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"torch.return_types.{type(self).__name__}(\n{lines})"


def _class_of(name, fields):
    if name not in _classes:
        _classes[name] = type(name, (_Results,), {"_fields": tuple(fields), "__module__": "torch.return_types"})
    return _classes[name]
