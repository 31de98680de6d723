"""pandas as far as notebooks show tables: DataFrame and Series in pandas' own text format."""

from pandas import _text
from pandas._frame import DataFrame
from pandas._index import NAN as _NAN
from pandas._index import Index, as_index, is_missing, kind_of
from pandas._series import Series

__version__ = "3.1.1"
NA = NaT = _NAN


def isna(obj):
    """What is missing."""
    return obj.isna() if hasattr(obj, "isna") else is_missing(obj)


isnull = isna


def notna(obj):
    """What is there."""
    return obj.notna() if hasattr(obj, "notna") else not is_missing(obj)


def concat(objs, axis=0, ignore_index=False):
    """Frames below or beside each other."""
    objs = list(objs)
    if not objs:
        raise ValueError("No objects to concatenate")
    if axis in (1, "columns"):
        data = {}
        for n, part in enumerate(objs):
            data.update({part.name if part.name is not None else n: part} if isinstance(part, Series) else dict(part.items()))
        return DataFrame(data)
    labels = [label for part in objs for label in part.index]
    index = None if ignore_index else labels
    if all(isinstance(part, Series) for part in objs):
        return Series([v for part in objs for v in part], index)
    names = list(dict.fromkeys(n for part in objs for n in part))
    data = {n: [v for part in objs for v in (part._columns[n] if n in part else [_NAN] * len(part))] for n in names}
    return DataFrame(data, index=index)


def merge(left, right, on, how="inner"):
    """Rows of two frames with equal keys, side by side."""
    return left.merge(right, on, how)


def _value(text):
    if text == "" or text in ("NaN", "nan", "NA"):
        return _NAN
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return {"True": True, "False": False}.get(text, text)


def read_csv(filepath_or_buffer, sep=",", index_col=None, header="infer", names=None):
    """A table of a CSV file inside the notebook's folder, or of a stream."""
    import csv

    opened = hasattr(filepath_or_buffer, "read")
    stream = filepath_or_buffer if opened else open(filepath_or_buffer)
    rows = [row for row in csv.reader(stream, delimiter=sep) if row]
    if not rows:
        raise ValueError("No columns to parse from file")
    heads = names if names is not None else rows[0] if header == "infer" else list(range(len(rows[0])))
    body = rows[1:] if names is None and header == "infer" else rows
    columns = {}
    for i, name in enumerate(heads):
        texts = [row[i] if i < len(row) else "" for row in body]
        values = [_value(t) for t in texts]
        columns[name if name != "" else f"Unnamed: {i}"] = values if kind_of(values) != "object" else texts
    out = DataFrame(columns)
    return out if index_col is None else out.set_index(list(columns)[index_col] if isinstance(index_col, int) else index_col)


def set_option(pat, value):
    """How tables are shown."""
    found = [k for k in _text.options if pat in k]
    if len(found) != 1:
        raise KeyError(f"No such keys(s): '{pat}'")
    _text.options[found[0]] = value


def get_option(pat):
    """How tables are shown."""
    return _text.options[pat]


def cut(x, bins, labels=None):
    """Which of the bins each value falls into."""
    edges = list(bins)
    names = labels or [f"({a}, {b}]" for a, b in zip(edges, edges[1:])]
    found = [next((n for n, a, b in zip(names, edges, edges[1:]) if a < v <= b), _NAN) for v in x]
    return Series(found, getattr(x, "index", None), name=getattr(x, "name", None))
