"""Labels of rows and columns, and the kinds of values that columns hold."""

import math

import numpy as np

NAN = float("nan")
_NUMBERS = ("int64", "float64", "bool", "int32", "float32", "int16", "int8", "uint8", "float16")


def is_missing(value):
    """None or NaN."""
    return value is None or isinstance(value, float) and value != value


def is_number_kind(dtype):
    """Do values of this kind line up on the right under a label with a blank?"""
    return dtype in _NUMBERS


def listed(values):
    """(Python values, the kind where it is known)."""
    if hasattr(values, "_values"):
        return list(values._values), values._dtype
    if hasattr(values, "labels"):
        return list(values.labels), None
    kind = str(values.dtype).replace("torch.", "") if hasattr(values, "dtype") else None
    if hasattr(values, "tolist"):
        values = values.tolist()
    out = [v.item() if hasattr(v, "item") else v for v in values]
    return out, kind if kind in _NUMBERS else None


def kind_of(values):
    """The kind that pandas gives these values."""
    known = [v for v in values if not is_missing(v)]
    if not known:
        return "float64" if any_nan(values) or not values else "object"
    if all(isinstance(v, bool) for v in known):
        return "bool" if len(known) == len(values) else "object"
    if all(isinstance(v, int) and not isinstance(v, bool) for v in known):
        return "int64" if len(known) == len(values) else "float64"
    if all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in known):
        return "float64"
    return "str" if all(isinstance(v, str) for v in known) else "object"


def any_nan(values):
    """Is there a NaN?"""
    return any(isinstance(v, float) and v != v for v in values)


def settle(values, dtype):
    """The values as their kind holds them."""
    if dtype.startswith("float"):
        return [NAN if v is None else float(v) for v in values]
    if dtype == "str":
        return [NAN if v is None else v for v in values]
    return values


def scalar(value, dtype=None):
    """A value as it comes out of a column: numbers are numpy's."""
    if isinstance(value, bool):
        return np.bool_(value)
    if isinstance(value, int):
        return np.int64(value)
    return np.float64(value) if isinstance(value, float) else value


class Index:
    """Labels; those of several levels are tuples."""

    def __init__(self, labels, name=None, names=None, is_range=False):
        self.labels, self.is_range = list(labels), is_range
        self.names = list(names) if names is not None else [name]

    name = property(lambda self: self.names[0] if len(self.names) == 1 else None)

    @name.setter
    def name(self, name):
        self.names = [name]

    nlevels = property(lambda self: len(self.names))
    values = property(lambda self: np.array(self.labels) if kind_of(self.labels) in _NUMBERS else list(self.labels))
    dtype = property(lambda self: "int64" if self.is_range else kind_of(self.labels) if self.labels else "object")

    def __len__(self):
        return len(self.labels)

    def __iter__(self):
        return iter(self.labels)

    def __contains__(self, label):
        return label in self.labels

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Index(self.labels[key], names=self.names)
        return self.labels[int(key)]

    def __eq__(self, other):
        others = list(other)
        return np.array([a == b for a, b in zip(self.labels, others)])

    def tolist(self):
        """The labels."""
        return list(self.labels)

    to_list = tolist

    def at(self, places):
        """The labels at places."""
        return Index([self.labels[i] for i in places], names=self.names)

    def unique(self):
        """The labels without repetitions."""
        return Index(list(dict.fromkeys(self.labels)), names=self.names)

    def max(self):
        """The largest label."""
        return max(self.labels)

    def min(self):
        """The smallest label."""
        return min(self.labels)

    def get_loc(self, label):
        """Where a label is."""
        if label not in self.labels:
            raise KeyError(label)
        return self.labels.index(label)

    def __repr__(self):
        if self.is_range:
            named = "" if self.name is None else f", name={self.name!r}"
            return f"RangeIndex(start=0, stop={len(self)}, step=1{named})"
        if self.nlevels > 1:
            lines = ",\n".join(f"{' ' * (0 if i == 0 else 12)}{label!r}" for i, label in enumerate(self.labels))
            return f"MultiIndex([{lines}],\n           names={self.names!r})"
        named = "" if self.name is None else f", name={self.name!r}"
        return f"Index({self.labels!r}, dtype='{self.dtype}'{named})"


def as_index(labels, count):
    """Labels of `count` rows; None: 0, 1, …"""
    if labels is None:
        return Index(range(count), is_range=True)
    if isinstance(labels, Index):
        return labels
    return Index(listed(labels)[0], name=getattr(labels, "name", None))


# --- numbers of lists ----------------------------------------------------------------------------------------


def known(values):
    """The values that are there."""
    return [v for v in values if not is_missing(v)]


def mean(values):
    """The mean, NaN of nothing."""
    values = known(values)
    return math.fsum(values) / len(values) if values else NAN


def variance(values, ddof=1):
    """The variance, NaN of too few."""
    values = known(values)
    if len(values) <= ddof:
        return NAN
    middle = math.fsum(values) / len(values)
    return math.fsum((v - middle) ** 2 for v in values) / (len(values) - ddof)


def deviation(values, ddof=1):
    """The standard deviation."""
    return math.sqrt(variance(values, ddof))


def quantile(values, q):
    """A quantile, between two values where it falls there."""
    values = sorted(known(values))
    if not values:
        return NAN
    at = q * (len(values) - 1)
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return float(values[low] + (values[high] - values[low]) * (at - low))


def total(values):
    """The sum of what is there."""
    values = known(values)
    return sum(values)


REDUCTIONS = {
    "mean": mean, "sum": total, "count": lambda v: len(known(v)), "size": len, "std": deviation, "var": variance,
    "min": lambda v: min(known(v)) if known(v) else NAN, "max": lambda v: max(known(v)) if known(v) else NAN,
    "median": lambda v: quantile(v, 0.5), "first": lambda v: known(v)[0] if known(v) else NAN,
    "last": lambda v: known(v)[-1] if known(v) else NAN, "nunique": lambda v: len(set(known(v))),
    "prod": lambda v: math.prod(known(v)),
}
