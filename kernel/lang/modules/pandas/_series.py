"""Columns."""

import operator

import numpy as np
from pandas import _text
from pandas._index import (NAN, REDUCTIONS, Index, as_index, deviation, is_missing, kind_of, known, listed, quantile, scalar,
                           settle, variance)


class StringArray(list):
    """Texts, as unique() gives them."""

    def __repr__(self):
        return f"<StringArray>\n{list(self)!r}\nLength: {len(self)}, dtype: str"

    def tolist(self):
        """The texts as a list."""
        return list(self)


class Series:
    """Values of one kind with labels."""

    def __init__(self, data=None, index=None, dtype=None, name=None):
        if isinstance(data, dict):
            index, data = list(data) if index is None else index, list(data.values())
        given = getattr(data, "index", None) if isinstance(data, Series) else None
        if isinstance(data, (int, float, str)) and index is not None:
            data = [data] * len(index)
        values, kind = listed([] if data is None else data)
        self._dtype = _kind_name(dtype) or kind or kind_of(values)
        if data is None or not values and kind is None and dtype is None:
            self._dtype = "object"
        self._values = _converted(settle(values, self._dtype), self._dtype) if dtype else settle(values, self._dtype)
        self.index = as_index(given if index is None else index, len(values))
        self.name = getattr(data, "name", None) if name is None and isinstance(data, Series) else name
        if len(self.index) != len(values):
            raise ValueError(f"Length of values ({len(values)}) does not match length of index ({len(self.index)})")

    dtype = property(lambda self: self._dtype)
    shape = property(lambda self: (len(self._values),))
    size = property(lambda self: len(self._values))
    ndim = property(lambda self: 1)
    empty = property(lambda self: not self._values)
    values = property(lambda self: self.to_numpy())
    is_unique = property(lambda self: len(set(self._values)) == len(self._values))

    def _like(self, values, index=None, name=None, dtype=None):
        out = Series(values, self.index if index is None else index, dtype, self.name if name is None else name)
        return out

    def _at(self, places):
        out = Series([self._values[i] for i in places], self.index.at(places), name=self.name)
        out._dtype = self._dtype
        return out

    # --- reading

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __contains__(self, label):
        return label in self.index

    def _places(self, key):
        """Where a key points: a place, or a list of places."""
        if isinstance(key, Series) and key._dtype == "bool" or isinstance(key, (list, np.ndarray)) and _is_mask(key):
            flags = list(key)
            return [i for i, flag in enumerate(flags) if flag]
        if isinstance(key, slice):
            return list(range(len(self)))[key]
        if isinstance(key, (list, np.ndarray, Index, Series)):
            return [self.index.get_loc(k) for k in listed(key)[0]]
        found = [i for i, label in enumerate(self.index.labels) if label == key]
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def __getitem__(self, key):
        places = self._places(key)
        return scalar(self._values[places]) if isinstance(places, int) else self._at(places)

    def __setitem__(self, key, value):
        if not isinstance(key, (list, slice, Series, np.ndarray)) and key not in self.index:
            self.index = Index([*self.index.labels, key], names=self.index.names)
            self._values.append(value)
            return
        places = self._places(key)
        places = [places] if isinstance(places, int) else places
        for n, i in enumerate(places):
            self._values[i] = value[n] if isinstance(value, (list, Series)) else value

    @property
    def iloc(self):
        """By place."""
        return _SeriesPlaces(self)

    @property
    def loc(self):
        """By label."""
        return _SeriesLabels(self)

    def get(self, key, default=None):
        """The value of a label, or default."""
        return self[key] if key in self.index else default

    def items(self):
        """(label, value)."""
        return zip(self.index.labels, self._values)

    def tolist(self):
        """The values."""
        return list(self._values)

    to_list = tolist

    def to_numpy(self, dtype=None):
        """The values as an array."""
        return np.array(self._values, dtype) if self._dtype not in ("str", "object") else list(self._values)

    def to_dict(self):
        """Label to value."""
        return dict(zip(self.index.labels, self._values))

    def to_frame(self, name=None):
        """A frame of this one column."""
        from pandas._frame import DataFrame

        return DataFrame({(self.name if name is None else name) or 0: self._values}, index=self.index)

    def head(self, n=5):
        """The first rows."""
        return self._at(list(range(len(self)))[:n])

    def tail(self, n=5):
        """The last rows."""
        return self._at(list(range(len(self)))[max(len(self) - n, 0):])

    def copy(self, deep=True):
        """Another one with the same values."""
        return self._at(range(len(self)))

    # --- numbers

    def _reduce(self, name):
        if self._dtype in ("str", "object") and name in ("mean", "std", "var", "median"):
            raise TypeError(f"Cannot perform reduction '{name}' with string dtype")
        return scalar(REDUCTIONS[name](self._values))

    def std(self, ddof=1):
        """The standard deviation."""
        return scalar(deviation(self._values, ddof))

    def var(self, ddof=1):
        """The variance."""
        return scalar(variance(self._values, ddof))

    def quantile(self, q=0.5):
        """A quantile, or several."""
        if isinstance(q, (list, tuple)):
            return Series([quantile(self._values, v) for v in q], list(q), name=self.name)
        return scalar(quantile(self._values, q))

    def any(self):
        """Is one true?"""
        return np.bool_(any(bool(v) for v in self._values))

    def all(self):
        """Are all true?"""
        return np.bool_(all(bool(v) for v in self._values))

    def idxmax(self):
        """The label of the largest."""
        best = max(known(self._values))
        return self.index.labels[self._values.index(best)]

    def idxmin(self):
        """The label of the smallest."""
        return self.index.labels[self._values.index(min(known(self._values)))]

    def argmax(self):
        """The place of the largest."""
        return self._values.index(max(known(self._values)))

    def argmin(self):
        """The place of the smallest."""
        return self._values.index(min(known(self._values)))

    def corr(self, other):
        """Pearson's correlation."""
        return scalar(float(np.corrcoef(np.array(self._values), np.array(list(other)))[0, 1]))

    def describe(self):
        """Count, mean, spread and quartiles."""
        names = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"]
        v = self._values
        numbers = [float(len(known(v))), REDUCTIONS["mean"](v), deviation(v), float(REDUCTIONS["min"](v)), quantile(v, 0.25),
                   quantile(v, 0.5), quantile(v, 0.75), float(REDUCTIONS["max"](v))]
        return Series(numbers, names, name=self.name)

    def cumsum(self):
        """Running sums."""
        total, out = 0, []
        for v in self._values:
            total = total + v
            out.append(total)
        return self._like(out)

    def diff(self, periods=1):
        """Differences to the row before."""
        v = self._values
        return self._like([NAN if i < periods else v[i] - v[i - periods] for i in range(len(v))])

    def shift(self, periods=1):
        """The values some rows later."""
        v = self._values
        return self._like([v[i - periods] if 0 <= i - periods < len(v) else NAN for i in range(len(v))])

    def rank(self, ascending=True):
        """Places in order, from 1; equal values share the mean."""
        order = sorted(self._values, reverse=not ascending)
        first, count = {}, {}
        for place, v in enumerate(order):
            first.setdefault(v, place + 1)
            count[v] = count.get(v, 0) + 1
        return self._like([first[v] + (count[v] - 1) / 2 for v in self._values])

    def rolling(self, window):
        """Windows of rows."""
        return _Rolling(self, window)

    def round(self, decimals=0):
        """Rounded."""
        return self._like([v if isinstance(v, int) or is_missing(v) else float(np.round(v, decimals)) for v in self._values])

    def clip(self, lower=None, upper=None):
        """Between bounds."""
        return self._like([v if lower is None or v >= lower else lower for v in
                           (v if upper is None or v <= upper else upper for v in self._values)])

    def abs(self):
        """Without sign."""
        return self._like([abs(v) for v in self._values])

    # --- other values

    def map(self, arg):
        """arg of each value: a function or a dict."""
        if isinstance(arg, dict):
            return self._like([arg.get(v, NAN) for v in self._values])
        return self._like([arg(v) for v in self._values])

    def apply(self, func, args=(), **kwargs):
        """func of each value."""
        return self._like([func(v, *args, **kwargs) for v in self._values])

    def astype(self, dtype):
        """As another kind."""
        kind = _kind_name(dtype)
        return self._like(_converted(self._values, kind), dtype=kind)

    def isna(self):
        """What is missing."""
        return self._like([is_missing(v) for v in self._values])

    isnull = isna

    def notna(self):
        """What is there."""
        return self._like([not is_missing(v) for v in self._values])

    notnull = notna

    def fillna(self, value):
        """A value where there is none."""
        return self._like([value if is_missing(v) else v for v in self._values])

    def dropna(self):
        """Without the rows that miss it."""
        return self._at([i for i, v in enumerate(self._values) if not is_missing(v)])

    def isin(self, values):
        """Which values are among these?"""
        wanted = list(values)
        return self._like([v in wanted for v in self._values])

    def between(self, left, right):
        """Which values are between these?"""
        return self._like([left <= v <= right for v in self._values])

    def where(self, cond, other=NAN):
        """The values where it holds, else the other."""
        return self._like([v if c else other for v, c in zip(self._values, cond)])

    def unique(self):
        """The values without repetitions."""
        out = list(dict.fromkeys(self._values))
        if self._dtype == "str":
            return StringArray(out)
        return np.array(out) if self._dtype != "object" else out

    def nunique(self):
        """How many values there are."""
        return len(set(known(self._values)))

    def value_counts(self, normalize=False, sort=True, ascending=False):
        """How often each value comes."""
        counts = {}
        for v in known(self._values):
            counts[v] = counts.get(v, 0) + 1
        order = sorted(counts.items(), key=lambda item: item[1] if ascending else -item[1]) if sort else list(counts.items())
        n = sum(counts.values())
        return Series([c / n if normalize else c for _, c in order], Index([v for v, _ in order], self.name),
                      name="proportion" if normalize else "count")

    def sort_values(self, ascending=True, key=None):
        """By value; what is missing comes last."""
        there = [i for i, v in enumerate(self._values) if not is_missing(v)]
        keyed = self._values if key is None else list(key(self))
        there.sort(key=lambda i: keyed[i], reverse=not ascending)
        return self._at(there + [i for i, v in enumerate(self._values) if is_missing(v)])

    def sort_index(self, ascending=True):
        """By label."""
        return self._at(sorted(range(len(self)), key=lambda i: self.index.labels[i], reverse=not ascending))

    def nlargest(self, n=5):
        """The largest values."""
        return self.sort_values(ascending=False).head(n)

    def nsmallest(self, n=5):
        """The smallest values."""
        return self.sort_values().head(n)

    def reset_index(self, drop=False, name=None):
        """Labels 0, 1, …; the old ones as a column unless they are dropped."""
        if drop:
            return Series(self, range(len(self)))._fresh()
        return self.to_frame(name).reset_index()

    def _fresh(self):
        self.index = as_index(None, len(self))
        return self

    def rename(self, name):
        """Under another name."""
        out = self.copy()
        out.name = name
        return out

    def groupby(self, by):
        """Rows of equal keys together."""
        from pandas._frame import DataFrame

        frame = DataFrame({"_key": list(by), "_value": self._values})
        groups = frame.groupby("_key")["_value"]
        groups._named(getattr(by, "name", None), self.name)
        return groups

    @property
    def str(self):
        """Methods of texts."""
        return _Texts(self)

    # --- operators

    def _pairs(self, other):
        if isinstance(other, Series):
            if other.index.labels != self.index.labels:
                labels = list(dict.fromkeys([*self.index.labels, *other.index.labels]))
                mine, theirs = self.to_dict(), other.to_dict()
                return [(mine.get(k, NAN), theirs.get(k, NAN)) for k in labels], Index(sorted(labels))
            return list(zip(self._values, other._values)), self.index
        if isinstance(other, (list, tuple, np.ndarray)):
            values = listed(other)[0]
            if len(values) != len(self):
                raise ValueError(f"operands could not be broadcast together with shapes ({len(self)},) ({len(values)},) ")
            return list(zip(self._values, values)), self.index
        if hasattr(other, "item"):
            other = other.item()
        return [(v, other) for v in self._values], self.index

    def _operate(self, function, other, flipped=False):
        pairs, index = self._pairs(other)
        values = [function(b, a) if flipped else function(a, b) for a, b in pairs]
        out = Series(values, index, name=self.name if not isinstance(other, Series) or other.name == self.name else None)
        if self._dtype == "float64" and kind_of(values) == "int64":
            out = out.astype("float64")
        return out

    def __neg__(self):
        return self._like([-v for v in self._values])

    def __invert__(self):
        return self._like([not v for v in self._values])

    def __abs__(self):
        return self.abs()

    def __bool__(self):
        raise ValueError("The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().")

    def __float__(self):
        return float(self.item())

    def item(self):
        """The only value."""
        if len(self) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._values[0]

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy()

    def plot(self, *args, **kwargs):
        """A line."""
        import matplotlib.pyplot as plt

        return plt.plot(self.index.labels, self._values, *args, **kwargs)

    def to_string(self):
        """The whole text."""
        return _text.series_text(self)

    def __repr__(self):
        return _text.series_text(self, _text.MOST_ROWS)


def _divide(a, b):
    if b == 0:
        return NAN if a == 0 or a != a else float("inf") if a > 0 else float("-inf")
    return a / b


def _define():
    def binary(name, function):
        setattr(Series, f"__{name}__", lambda self, other: self._operate(function, other))
        setattr(Series, f"__r{name}__", lambda self, other: self._operate(function, other, True))

    for name in ("add", "sub", "mul", "floordiv", "mod", "pow"):
        binary(name, getattr(operator, name))
    binary("truediv", _divide)
    for name, function in (("and", lambda a, b: a and b if isinstance(a, bool) else a & b),
                           ("or", lambda a, b: a or b if isinstance(a, bool) else a | b)):
        binary(name, function)
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        def compare(self, other, function=getattr(operator, name), missing=name == "ne"):
            pairs, index = self._pairs(other)
            if isinstance(other, Series) and other.index.labels != self.index.labels:
                raise ValueError("Can only compare identically-labeled Series objects")
            return Series([missing if is_missing(a) or is_missing(b) else function(a, b) for a, b in pairs], index,
                          dtype="bool", name=self.name)

        setattr(Series, f"__{name}__", compare)
    for name in REDUCTIONS:
        if name not in ("std", "var", "nunique", "size", "first", "last"):
            def reduce(self, name=name):
                return self._reduce(name)

            reduce.__name__ = name
            setattr(Series, name, reduce)
    Series.product = Series.prod


_define()


def _is_mask(key):
    values = listed(key)[0]
    return bool(values) and all(isinstance(v, bool) for v in values)


_KINDS = {"int": "int64", "float": "float64", "bool": "bool", "str": "str", "object": "object"}


def _kind_name(dtype):
    if dtype is None:
        return None
    name = dtype.__name__ if isinstance(dtype, type) else str(dtype)
    return _KINDS.get(name, name)


def _converted(values, kind):
    if kind.startswith(("int", "uint")):
        if any(is_missing(v) for v in values):
            raise ValueError("Cannot convert non-finite values (NA or inf) to integer")
        return [int(v) for v in values]
    if kind.startswith("float"):
        return [NAN if v is None else float(v) for v in values]
    if kind == "bool":
        return [bool(v) for v in values]
    return [v if is_missing(v) else str(v) for v in values] if kind == "str" else values


class _SeriesPlaces:
    def __init__(self, series):
        self._series = series

    def __getitem__(self, key):
        places = list(range(len(self._series)))
        if isinstance(key, slice):
            return self._series._at(places[key])
        if isinstance(key, (list, np.ndarray)):
            return self._series._at([places[int(k)] for k in key])
        if not -len(places) <= key < len(places):
            raise IndexError("single positional indexer is out-of-bounds")
        return scalar(self._series._values[key])

    def __setitem__(self, key, value):
        self._series._values[key] = value


class _SeriesLabels:
    def __init__(self, series):
        self._series = series

    def __getitem__(self, key):
        if isinstance(key, slice):
            labels = self._series.index
            start = 0 if key.start is None else labels.get_loc(key.start)
            stop = len(labels) if key.stop is None else labels.get_loc(key.stop) + 1
            return self._series._at(range(start, stop))
        return self._series[key]

    def __setitem__(self, key, value):
        self._series[key] = value


class _Rolling:
    def __init__(self, series, window):
        self._series, self._window = series, window

    def _each(self, function):
        values, n = self._series._values, self._window
        return self._series._like([NAN if i + 1 < n else function(values[i + 1 - n:i + 1]) for i in range(len(values))])

    def mean(self):
        """The mean of each window."""
        return self._each(REDUCTIONS["mean"])

    def sum(self):
        """The sum of each window."""
        return self._each(lambda v: float(sum(v)))

    def max(self):
        """The largest of each window."""
        return self._each(lambda v: float(max(v)))

    def min(self):
        """The smallest of each window."""
        return self._each(lambda v: float(min(v)))

    def std(self):
        """The standard deviation of each window."""
        return self._each(deviation)


class _Texts:
    """series.str."""

    def __init__(self, series):
        self._series = series

    def _each(self, function):
        return self._series._like([v if is_missing(v) else function(v) for v in self._series._values])

    def len(self):
        """Lengths."""
        return self._each(len)

    def contains(self, pat, case=True, regex=True):
        """Is a pattern in it?"""
        import re

        return self._each(lambda v: bool(re.search(pat if regex else re.escape(pat), v, 0 if case else re.IGNORECASE)))

    def replace(self, pat, repl, regex=False):
        """A text replaced by another."""
        import re

        return self._each(lambda v: re.sub(pat, repl, v) if regex else v.replace(pat, repl))

    def __getitem__(self, key):
        return self._each(lambda v: v[key])

    def __getattr__(self, name):
        getattr("", name)  # an AttributeError for what texts do not have
        return lambda *args, **kwargs: self._each(lambda v: getattr(v, name)(*args, **kwargs))
