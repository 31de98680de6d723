"""Tables."""

import numpy as np
from pandas import _text
from pandas._group import Groups
from pandas._index import NAN, Index, as_index, is_missing, kind_of, listed, scalar
from pandas._series import Series, _is_mask


class DataFrame:
    """Columns of equal length with common labels."""

    def __init__(self, data=None, index=None, columns=None, dtype=None):
        self._columns, self._dtypes = {}, {}
        found = data.index if isinstance(data, (DataFrame, Series)) else None
        if data is None:
            data = {}
        if isinstance(data, DataFrame):
            data = {name: data[name] for name in data._columns}
        elif isinstance(data, Series):
            found, data = data.index, {data.name if data.name is not None else 0: data}
        elif hasattr(data, "tolist") and hasattr(data, "ndim"):
            kind, rows = str(data.dtype).replace("torch.", ""), data.tolist()
            rows = [[v] for v in rows] if data.ndim == 1 else rows
            names = list(columns) if columns is not None else range(len(rows[0]) if rows else 0)
            self._check_names(rows, names)
            data, dtype = {name: [row[i] for row in rows] for i, name in enumerate(names)}, dtype or kind
        elif not isinstance(data, dict):
            data = self._of_rows(list(data), columns)
            columns = list(data) if columns is None else columns
        found = next((v.index for v in data.values() if isinstance(v, Series)), found)
        lengths = [len(v) for v in data.values() if hasattr(v, "__len__") and not isinstance(v, str)]
        count = len(index) if index is not None else lengths[0] if lengths else 0
        if len(set(lengths)) > 1:
            raise ValueError("All arrays must be of the same length")
        if data and not lengths and index is None:
            raise ValueError("If using all scalar values, you must pass an index")
        self.index = as_index(found if index is None else index, count)
        for name in (data if columns is None else columns):
            self._put(name, data.get(name, [NAN] * count), dtype)

    @staticmethod
    def _check_names(rows, names):
        if rows and len(rows[0]) != len(names):
            raise ValueError(f"Shape of passed values is ({len(rows)}, {len(rows[0])}), indices imply ({len(rows)}, {len(names)})")

    @staticmethod
    def _of_rows(rows, columns):
        if rows and isinstance(rows[0], dict):
            names = list(dict.fromkeys(key for row in rows for key in row))
            return {name: [row.get(name) for row in rows] for name in names}
        rows = [listed(r)[0] if hasattr(r, "__len__") and not isinstance(r, str) else [r] for r in rows]
        wide = max([len(r) for r in rows] + [0])
        names = list(columns) if columns is not None else list(range(wide))
        if rows and len(names) != wide:
            raise ValueError(f"{len(names)} columns passed, passed data had {wide} columns")
        return {name: [row[i] if i < len(row) else None for row in rows] for i, name in enumerate(names)}

    def _put(self, name, values, dtype=None):
        if isinstance(values, Series) and values.index.labels != self.index.labels and len(self.index):
            there = values.to_dict()
            values = Series([there.get(label, NAN) for label in self.index.labels])
        if isinstance(values, (int, float, str)) or values is None or hasattr(values, "item") and getattr(values, "ndim", 0) == 0 \
                and not isinstance(values, Series):
            values = [values.item() if hasattr(values, "item") else values] * len(self.index)
        made = values if isinstance(values, Series) and dtype is None else Series(values, dtype=dtype)
        if not self._columns and not len(self.index):
            self.index = as_index(None, len(made))
        if len(made) != len(self.index):
            raise ValueError(f"Length of values ({len(made)}) does not match length of index ({len(self.index)})")
        self._columns[name], self._dtypes[name] = list(made._values), made._dtype

    # --- what it is

    @property
    def columns(self):
        """The names of the columns."""
        return Index(self._columns, name=getattr(self, "_columns_name", None))

    @columns.setter
    def columns(self, names):
        names = list(names)
        if len(names) != len(self._columns):
            raise ValueError(f"Length mismatch: Expected axis has {len(self._columns)} elements, new values have {len(names)} elements")
        self._dtypes = dict(zip(names, self._dtypes.values()))
        self._columns = dict(zip(names, self._columns.values()))

    shape = property(lambda self: (len(self.index), len(self._columns)))
    size = property(lambda self: len(self.index) * len(self._columns))
    ndim = property(lambda self: 2)
    empty = property(lambda self: not self.size)
    dtypes = property(lambda self: Series(list(self._dtypes.values()), Index(self._columns), dtype="object"))
    values = property(lambda self: self.to_numpy())

    def __len__(self):
        return len(self.index)

    def __iter__(self):
        return iter(self._columns)

    def __contains__(self, name):
        return name in self._columns

    def keys(self):
        """The names of the columns."""
        return self.columns

    # --- reading and writing

    def _column(self, name):
        out = Series(self._columns[name], self.index, name=name)
        out._dtype, out._values = self._dtypes[name], self._columns[name]
        return out

    def _rows(self, places):
        places = list(places)
        return self._same({n: [v[i] for i in places] for n, v in self._columns.items()}, self.index.at(places))

    def _same(self, columns, index):
        """The same columns with other rows: the kinds stay."""
        out = DataFrame()
        out.index, out._columns, out._dtypes = index, columns, {n: self._dtypes[n] for n in columns}
        return out

    def __getitem__(self, key):
        if isinstance(key, Series) and key._dtype == "bool" or isinstance(key, (list, np.ndarray)) and _is_mask(key):
            return self._rows(i for i, flag in enumerate(key) if flag)
        if isinstance(key, slice):
            return self._rows(range(len(self))[key])
        if isinstance(key, (list, Index)):
            missing = [k for k in key if k not in self._columns]
            if missing:
                raise KeyError(f"{missing} not in index" if len(missing) < len(list(key)) else
                               f"None of [Index({missing!r}, dtype='{kind_of(missing)}')] are in the [columns]")
            return self._same({n: list(self._columns[n]) for n in key}, self.index)
        if key not in self._columns:
            raise KeyError(key)
        return self._column(key)

    def __setitem__(self, key, value):
        if isinstance(key, list):
            for n, name in enumerate(key):
                self[name] = value[name] if isinstance(value, DataFrame) else value[n]
            return
        self._put(key, value)

    def __delitem__(self, key):
        del self._columns[key], self._dtypes[key]

    def __getattr__(self, name):
        if name[0] != "_" and name in self.__dict__.get("_columns", ()):
            return self._column(name)
        raise AttributeError(f"'DataFrame' object has no attribute '{name}'")

    @property
    def iloc(self):
        """By place."""
        return _Places(self)

    @property
    def loc(self):
        """By label."""
        return _Labels(self)

    at = loc
    iat = iloc

    def _row(self, place):
        values = [self._columns[n][place] for n in self._columns]
        kinds = set(self._dtypes.values())
        dtype = kinds.pop() if len(kinds) == 1 else "float64" if kinds <= {"int64", "float64"} else "object"
        return Series(values, Index(self._columns), dtype=dtype if dtype != "str" else None, name=self.index.labels[place])

    def get(self, key, default=None):
        """A column, or default."""
        return self[key] if key in self._columns else default

    def pop(self, item):
        """Takes a column out."""
        out = self[item]
        del self[item]
        return out

    def insert(self, loc, column, value):
        """A column at a place."""
        names = list(self._columns)
        names.insert(loc, column)
        self._put(column, value)
        self._columns = {n: self._columns[n] for n in names}

    def head(self, n=5):
        """The first rows."""
        return self._rows(range(len(self))[:n])

    def tail(self, n=5):
        """The last rows."""
        return self._rows(range(len(self))[max(len(self) - n, 0):])

    def sample(self, n=1, random_state=None):
        """Rows drawn at random."""
        return self._rows(np.random.default_rng(random_state).permutation(len(self))[:n].tolist())

    def copy(self, deep=True):
        """Another one with the same values."""
        return self._rows(range(len(self)))

    def items(self):
        """(name, column)."""
        return ((n, self._column(n)) for n in self._columns)

    def iterrows(self):
        """(label, row)."""
        return ((label, self._row(i)) for i, label in enumerate(self.index.labels))

    def itertuples(self, index=True, name="Pandas"):
        """Rows as named tuples."""
        from collections import namedtuple

        names = (["Index"] if index else []) + [str(n) for n in self._columns]
        make = namedtuple(name, names) if name else lambda *row: row
        for i, label in enumerate(self.index.labels):
            yield make(*([label] if index else []), *[v[i] for v in self._columns.values()])

    # --- other frames

    def assign(self, **columns):
        """With more columns."""
        out = self.copy()
        for name, value in columns.items():
            out[name] = value(out) if callable(value) else value
        return out

    def drop(self, labels=None, axis=0, index=None, columns=None):
        """Without rows or columns."""
        if columns is None and axis in (1, "columns"):
            columns = labels
        if columns is not None:
            gone = [columns] if not isinstance(columns, (list, tuple)) else list(columns)
            missing = [g for g in gone if g not in self._columns]
            if missing:
                raise KeyError(f"{missing} not found in axis")
            return self._same({n: list(v) for n, v in self._columns.items() if n not in gone}, self.index)
        gone = index if index is not None else labels
        gone = [gone] if not isinstance(gone, (list, tuple, Index)) else list(gone)
        return self._rows(i for i, label in enumerate(self.index.labels) if label not in gone)

    def rename(self, columns=None, index=None):
        """Columns and rows under other names."""
        out, change = self.copy(), lambda table, n: table(n) if callable(table) else table.get(n, n)
        if columns is not None:
            out.columns = [change(columns, n) for n in self._columns]
        if index is not None:
            out.index = Index([change(index, n) for n in self.index.labels], names=self.index.names)
        return out

    def sort_values(self, by, ascending=True, ignore_index=False):
        """Rows by columns; what is missing comes last."""
        names = by if isinstance(by, list) else [by]
        ways = ascending if isinstance(ascending, list) else [ascending] * len(names)
        places = list(range(len(self)))
        for name, way in reversed(list(zip(names, ways))):
            values = self[name]._values
            there = sorted([i for i in places if not is_missing(values[i])], key=lambda i: values[i], reverse=not way)
            places = there + [i for i in places if is_missing(values[i])]
        out = self._rows(places)
        return out.reset_index(drop=True) if ignore_index else out

    def sort_index(self, axis=0, ascending=True):
        """Rows by label, or columns by name."""
        if axis == 1:
            return self[sorted(self._columns, reverse=not ascending)]
        return self._rows(sorted(range(len(self)), key=lambda i: self.index.labels[i], reverse=not ascending))

    def nlargest(self, n, columns):
        """The rows with the largest values."""
        return self.sort_values(columns, ascending=False).head(n)

    def nsmallest(self, n, columns):
        """The rows with the smallest values."""
        return self.sort_values(columns).head(n)

    def reset_index(self, drop=False):
        """Labels 0, 1, …; the old ones as columns unless they are dropped."""
        data = {}
        if not drop:
            for level, name in enumerate(self.index.names):
                label = name if name is not None else "index" if self.index.nlevels == 1 else f"level_{level}"
                data[label] = [v[level] for v in self.index.labels] if self.index.nlevels > 1 else list(self.index.labels)
        out = DataFrame(data)
        if not data:
            out.index = as_index(None, len(self))
        for name in self._columns:
            out._columns[name], out._dtypes[name] = list(self._columns[name]), self._dtypes[name]
        return out

    def set_index(self, keys):
        """A column as labels."""
        names = keys if isinstance(keys, list) else [keys]
        labels = list(zip(*[self[n]._values for n in names])) if len(names) > 1 else self[names[0]]._values
        return self.drop(columns=names)._labelled(Index(labels, names=names))

    def _labelled(self, index):
        self.index = index
        return self

    def groupby(self, by, as_index=True, sort=True):
        """Rows of equal keys together."""
        return Groups(self, by if isinstance(by, list) else [by], as_index, sort)

    def pivot(self, *, index, columns, values):
        """A column's values as columns."""
        rows, names = sorted(set(self[index]._values)), sorted(set(self[columns]._values))
        cells = {}
        for row, name, value in zip(self[index]._values, self[columns]._values, self[values]._values):
            if (row, name) in cells:
                raise ValueError("Index contains duplicate entries, cannot reshape")
            cells[row, name] = value
        out = DataFrame({name: [cells.get((row, name), NAN) for row in rows] for name in names}, index=Index(rows, index))
        out._columns_name = columns
        return out

    def pivot_table(self, values, index, columns=None, aggfunc="mean"):
        """Values of groups, a column's values as columns."""
        if columns is None:
            return getattr(self.groupby(index)[[values]], aggfunc)()
        grouped = getattr(self.groupby([index, columns])[values], aggfunc)()
        flat = DataFrame({index: [a for a, _ in grouped.index], columns: [b for _, b in grouped.index], values: grouped._values})
        return flat.pivot(index=index, columns=columns, values=values)

    def merge(self, right, on, how="inner"):
        """Rows of two frames with equal keys, side by side."""
        if how not in ("inner", "left"):
            raise ValueError(f"'{how}' is not a valid Merge type here: inner, left")
        others, rows = [n for n in right._columns if n != on], []
        for i, key in enumerate(self[on]._values):
            found = [j for j, other in enumerate(right[on]._values) if other == key]
            rows += [(i, j) for j in found] if found or how == "inner" else [(i, None)]
        data = {n: [v[i] for i, _ in rows] for n, v in self._columns.items()}
        for n in others:
            data[n] = [NAN if j is None else right._columns[n][j] for _, j in rows]
        return DataFrame(data)

    def apply(self, func, axis=0):
        """func of each column, or of each row."""
        parts = [(n, self._column(n)) for n in self._columns] if axis in (0, "index") else list(self.iterrows())
        results = [func(part) for _, part in parts]
        if results and isinstance(results[0], Series):
            if axis in (0, "index"):
                return DataFrame({n: r for (n, _), r in zip(parts, results)}, index=results[0].index)
            return DataFrame([r.to_dict() for r in results], index=self.index)
        return Series(results, Index([n for n, _ in parts]) if axis in (0, "index") else self.index)

    def map(self, func):
        """func of each value."""
        return DataFrame({n: [func(v) for v in values] for n, values in self._columns.items()}, index=self.index)

    def _each(self, name, *args, **kwargs):
        return DataFrame({n: getattr(self._column(n), name)(*args, **kwargs) for n in self._columns}, index=self.index)

    def round(self, decimals=0):
        """Rounded."""
        out = self.copy()
        for n, dtype in self._dtypes.items():
            if dtype.startswith("float"):
                out[n] = self._column(n).round(decimals if isinstance(decimals, int) else decimals.get(n, 17))
        return out

    def astype(self, dtype):
        """As another kind."""
        out = self.copy()
        for n in self._columns:
            kind = dtype.get(n) if isinstance(dtype, dict) else dtype
            if kind is not None:
                out[n] = self._column(n).astype(kind)
        return out

    def isna(self):
        """What is missing."""
        return self._each("isna")

    isnull = isna

    def fillna(self, value):
        """A value where there is none."""
        return self._each("fillna", value)

    def dropna(self, subset=None):
        """Without the rows that miss a value."""
        looked = subset or list(self._columns)
        return self._rows(i for i in range(len(self)) if not any(is_missing(self._columns[n][i]) for n in looked))

    def drop_duplicates(self, subset=None):
        """Without rows that were there before."""
        names = [subset] if isinstance(subset, str) else subset or list(self._columns)
        seen, kept = set(), []
        for i in range(len(self)):
            row = tuple(self._columns[n][i] for n in names)
            if row not in seen:
                seen.add(row)
                kept.append(i)
        return self._rows(kept)

    def nunique(self):
        """How many values each column has."""
        return Series([self._column(n).nunique() for n in self._columns], Index(self._columns))

    def value_counts(self, subset):
        """How often each value of a column comes."""
        return self[subset].value_counts()

    # --- numbers

    def _numeric(self):
        return [n for n, dtype in self._dtypes.items() if dtype not in ("str", "object")]

    def _reduce(self, name, axis=0, numeric_only=False, **kwargs):
        names = self._numeric() if numeric_only else list(self._columns)
        if axis in (1, "columns"):
            return Series([getattr(self._row(i)[names], name)(**kwargs) for i in range(len(self))], self.index)
        values = [getattr(self._column(n), name)(**kwargs) for n in names]
        return Series([v.item() if hasattr(v, "item") else v for v in values], Index(names))

    def describe(self):
        """Count, mean, spread and quartiles of the columns of numbers."""
        parts = {n: self._column(n).describe() for n in self._numeric() if self._dtypes[n] != "bool"}
        return DataFrame(parts)

    def corr(self):
        """Correlations of the columns."""
        names = self._numeric()
        return DataFrame({a: [1.0 if a == b else float(self[a].corr(self[b])) for b in names] for a in names}, index=names)

    def quantile(self, q=0.5):
        """A quantile of each column."""
        return Series([float(self._column(n).quantile(q)) for n in self._columns], Index(self._columns), name=q)

    @property
    def T(self):
        """Rows as columns."""
        rows = {label: [v[i] for v in self._columns.values()] for i, label in enumerate(self.index.labels)}
        kinds = set(self._dtypes.values())
        out = DataFrame(rows, index=list(self._columns), dtype=None if len(kinds) == 1 else
                        "float64" if kinds <= {"int64", "float64"} else "object")
        out._columns_name = self.index.name
        return out

    transpose = lambda self: self.T

    def _operate(self, name, other):
        if isinstance(other, Series):
            return DataFrame({n: getattr(self._column(n), name)(other[n]) for n in self._columns}, index=self.index)
        if isinstance(other, DataFrame):
            return DataFrame({n: getattr(self._column(n), name)(other[n]) for n in self._columns}, index=self.index)
        return DataFrame({n: getattr(self._column(n), name)(other) for n in self._columns}, index=self.index)

    # --- texts

    def to_numpy(self, dtype=None):
        """The values as an array [rows, columns]."""
        rows = [list(row) for row in zip(*self._columns.values())]
        if any(d in ("str", "object") for d in self._dtypes.values()):
            return rows
        return np.array(rows, dtype) if dtype is not None else np.array(rows)

    def to_dict(self, orient="dict"):
        """As dicts and lists."""
        if orient == "records":
            return [dict(zip(self._columns, row)) for row in zip(*self._columns.values())]
        if orient == "list":
            return {n: list(v) for n, v in self._columns.items()}
        if orient == "index":
            return {label: {n: v[i] for n, v in self._columns.items()} for i, label in enumerate(self.index.labels)}
        return {n: dict(zip(self.index.labels, v)) for n, v in self._columns.items()}

    def to_csv(self, path_or_buf=None, index=True, sep=",", float_format=None):
        """The text of a CSV file; written to a stream where one is given."""
        import csv
        import io

        out = io.StringIO()
        writer = csv.writer(out, delimiter=sep, lineterminator="\n")
        heads = [["" if n is None else n for n in self.index.names]] if index else [[]]
        writer.writerow(heads[0] + list(self._columns))

        def cell(v):
            return "" if is_missing(v) else (float_format % v) if float_format and isinstance(v, float) else str(v)

        for i, label in enumerate(self.index.labels):
            start = (list(label) if isinstance(label, tuple) else [label]) if index else []
            writer.writerow([cell(v) for v in start + [v[i] for v in self._columns.values()]])
        text = out.getvalue()
        if path_or_buf is None:
            return text
        if not hasattr(path_or_buf, "write"):
            raise PermissionError("a cell writes no files: print(df.to_csv())")
        path_or_buf.write(text)

    def to_json(self, orient="columns"):
        """The text of JSON."""
        import json

        if orient == "records":
            data = self.to_dict("records")
        else:
            data = {str(n): {str(k): v for k, v in column.items()} for n, column in self.to_dict().items()}
        clean = lambda v: None if is_missing(v) else v
        data = [{k: clean(v) for k, v in row.items()} for row in data] if isinstance(data, list) else \
            {n: {k: clean(v) for k, v in column.items()} for n, column in data.items()}
        return json.dumps(data, separators=(",", ":"))

    def to_string(self, columns=None, index=True):
        """The whole text, or that of some columns."""
        if columns is not None:
            return self[list(columns)].to_string(index=index)
        text = _text.frame_text(self)
        if index:
            return text
        wide = max(len(line) for line in [""] + [str(label) for label in self.index.labels]) + 1
        lines = [line[wide:] for line in text.split("\n")]
        return "\n".join(line[1:] if all(x[:1] == " " for x in lines) else line for line in lines)

    def to_html(self):
        """A table."""
        return _text.frame_html(self)

    def _repr_html_(self):
        return _text.frame_html(self)

    def __repr__(self):
        every = _text.options["display.max_columns"] is None
        return _text.frame_text(self, _text.options["display.max_rows"], None if every else _text.options["display.width"])

    def __bool__(self):
        raise ValueError("The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().")


def _define():
    for name in ("mean", "sum", "min", "max", "std", "var", "median", "prod", "count", "idxmax", "idxmin", "any", "all"):
        def reduce(self, axis=0, numeric_only=False, name=name, **kwargs):
            return self._reduce(name, axis, numeric_only, **kwargs)

        reduce.__name__ = name
        setattr(DataFrame, name, reduce)
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "eq", "ne", "lt", "le", "gt", "ge", "and", "or",
                 "radd", "rsub", "rmul", "rtruediv"):
        setattr(DataFrame, f"__{name}__", lambda self, other, name=f"__{name}__": self._operate(name, other))
    for name in ("abs", "cumsum", "diff", "clip"):
        setattr(DataFrame, name, lambda self, *args, name=name, **kwargs: self._each(name, *args, **kwargs))


_define()


class _Places:
    """frame.iloc."""

    def __init__(self, frame):
        self._frame = frame

    def _split(self, key):
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        return rows, columns

    def _pick(self, what, count):
        if isinstance(what, slice):
            return list(range(count))[what]
        if isinstance(what, int) or hasattr(what, "item") and getattr(what, "ndim", 0) == 0:
            if not -count <= what < count:
                raise IndexError("single positional indexer is out-of-bounds")
            return int(what) % count
        values = listed(what)[0]
        return [i for i, v in enumerate(values) if v] if _is_mask(values) else [v % count for v in values]

    def __getitem__(self, key):
        frame, (rows, columns) = self._frame, self._split(key)
        names = list(frame._columns)
        rows, columns = self._pick(rows, len(frame)), self._pick(columns, len(names))
        if isinstance(columns, int):
            column = frame._column(names[columns])
            return scalar(column._values[rows]) if isinstance(rows, int) else column._at(rows)
        part = frame[[names[c] for c in columns]]
        return part._row(rows) if isinstance(rows, int) else part._rows(rows)

    def __setitem__(self, key, value):
        frame, (rows, columns) = self._frame, self._split(key)
        names = list(frame._columns)
        rows, columns = self._pick(rows, len(frame)), self._pick(columns, len(names))
        _set(frame, [rows] if isinstance(rows, int) else rows,
             [names[columns]] if isinstance(columns, int) else [names[c] for c in columns], value)


class _Labels(_Places):
    """frame.loc."""

    def _find(self, what, labels, called="index"):
        if isinstance(what, slice):
            start = 0 if what.start is None else labels.index(what.start)
            stop = len(labels) if what.stop is None else labels.index(what.stop) + 1
            return list(range(start, stop))
        if isinstance(what, (list, Series, np.ndarray, Index)):
            values = listed(what)[0]
            if _is_mask(values):
                return [i for i, v in enumerate(values) if v]
            missing = [v for v in values if v not in labels]
            if missing:
                raise KeyError(f"{missing} not in index")
            return [labels.index(v) for v in values]
        if what not in labels:
            raise KeyError(what)
        found = [i for i, label in enumerate(labels) if label == what]
        return found[0] if len(found) == 1 else found

    def __getitem__(self, key):
        frame = self._frame
        rows, columns = self._split(key) if frame.index.nlevels == 1 or not isinstance(key, tuple) else (key, slice(None))
        names = list(frame._columns)
        rows, columns = self._find(rows, frame.index.labels), self._find(columns, names)
        return _Places(frame)[rows, columns]

    def __setitem__(self, key, value):
        frame, (rows, columns) = self._frame, self._split(key)
        if not isinstance(rows, (slice, list, Series, np.ndarray)) and rows not in frame.index.labels:
            frame.index = Index([*frame.index.labels, rows], names=frame.index.names)
            given = value if isinstance(value, (list, tuple)) else [value.get(n, NAN) for n in frame._columns] if isinstance(
                value, dict) else [value] * len(frame._columns)
            for name, v in zip(frame._columns, given):
                frame._columns[name] = frame._columns[name] + [v]
                frame._dtypes[name] = kind_of(frame._columns[name])
            return
        if isinstance(columns, str) and columns not in frame._columns:
            frame._columns[columns], frame._dtypes[columns] = [NAN] * len(frame), "float64"
        rows, columns = self._find(rows, frame.index.labels), self._find(columns, list(frame._columns))
        names = list(frame._columns)
        _set(frame, [rows] if isinstance(rows, int) else rows,
             [names[columns]] if isinstance(columns, int) else [names[c] for c in columns], value)


def _set(frame, rows, names, value):
    for n, name in enumerate(names):
        values = frame._columns[name]
        for m, i in enumerate(rows):
            if isinstance(value, (list, tuple, Series, np.ndarray)):
                given = list(value)
                values[i] = given[n] if len(rows) == 1 and len(names) > 1 else given[m]
            else:
                values[i] = value.item() if hasattr(value, "item") else value
        kind = kind_of(values)
        if kind != frame._dtypes[name] and not (kind == "int64" and frame._dtypes[name] == "float64"):
            frame._dtypes[name] = kind
