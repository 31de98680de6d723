"""Rows of equal keys together."""

from pandas._index import REDUCTIONS, Index, is_missing
from pandas._series import Series


class Groups:
    """What groupby gives: iterate, pick columns, reduce."""

    def __init__(self, frame, by, as_index=True, sort=True, chosen=None):
        self._frame, self._by, self._as_index, self._sort, self._chosen = frame, by, as_index, sort, chosen
        keys = [list(b) if isinstance(b, Series) else [b(label) for label in frame.index] if callable(b) else frame[b]._values
                for b in by]
        self._names = [b.name if isinstance(b, Series) else None if callable(b) else b for b in by]
        self._places = {}
        for i, key in enumerate(zip(*keys)):
            if not any(is_missing(k) for k in key):
                self._places.setdefault(key, []).append(i)
        if sort:
            self._places = dict(sorted(self._places.items()))
        self._name = None

    def _named(self, key, value):
        self._names, self._name = [key], value

    def __getitem__(self, key):
        out = Groups(self._frame, self._by, self._as_index, self._sort, key)
        return out

    def __getattr__(self, name):
        if name[0] != "_" and name in self._frame._columns:
            return self[name]
        raise AttributeError(f"'DataFrameGroupBy' object has no attribute '{name}'")

    def _labels(self):
        keys = list(self._places)
        return Index([k[0] for k in keys] if len(self._by) == 1 else keys, names=self._names)

    def __iter__(self):
        for key, places in self._places.items():
            part = self._frame._rows(places)
            yield (key[0] if len(self._by) == 1 and not isinstance(self._by[0], list) else key), \
                part if self._chosen is None else part[self._chosen]

    def __len__(self):
        return len(self._places)

    ngroups = property(lambda self: len(self._places))
    groups = property(lambda self: {(k[0] if len(k) == 1 else k): [self._frame.index.labels[i] for i in places]
                                    for k, places in self._places.items()})

    def get_group(self, name):
        """The rows of one group."""
        key = name if isinstance(name, tuple) else (name,)
        if key not in self._places:
            raise KeyError(name)
        return self._frame._rows(self._places[key])

    def _reduce_column(self, name, function, label=None):
        values = self._frame._columns[name]
        out = [function([values[i] for i in places]) for places in self._places.values()]
        made = Series([v.item() if hasattr(v, "item") else v for v in out], self._labels(), name=name if label is None else label)
        return made

    def _columns_left(self, numeric):
        left = [n for n in self._frame._columns if n not in self._names]
        return [n for n in left if not numeric or self._frame._dtypes[n] not in ("str", "object")]

    def _reduce(self, how, numeric_only=False):
        from pandas._frame import DataFrame

        function = REDUCTIONS[how] if isinstance(how, str) else lambda values: how(Series(values))
        if self._chosen is not None and not isinstance(self._chosen, list):
            out = self._reduce_column(self._chosen, function, self._name)
            if self._name is None and self._chosen == "_value":
                out.name = None
            return out if self._as_index else out.reset_index()
        names = self._chosen or self._columns_left(numeric_only)
        for n in names:
            if how in ("mean", "std", "var", "median") and self._frame._dtypes[n] in ("str", "object"):
                raise TypeError(f"dtype '{self._frame._dtypes[n]}' does not support operation '{how}'")
        out = DataFrame({n: self._reduce_column(n, function) for n in names}, index=self._labels())
        return out if self._as_index else out.reset_index()

    def size(self):
        """How many rows each group has."""
        out = Series([len(places) for places in self._places.values()], self._labels())
        return out if self._as_index else out.reset_index(name="size")

    def agg(self, func=None, **named):
        """One function for all, one a column, or new columns by name=(column, function)."""
        from pandas._frame import DataFrame

        function = lambda how: REDUCTIONS[how] if isinstance(how, str) else lambda values: how(Series(values))
        if named and self._chosen is not None:
            return DataFrame({n: self._reduce_column(self._chosen, function(how)) for n, how in named.items()}, index=self._labels())
        if named:
            out = DataFrame({n: self._reduce_column(c, function(how)) for n, (c, how) in named.items()}, index=self._labels())
            return out if self._as_index else out.reset_index()
        if isinstance(func, dict):
            if any(isinstance(how, list) for how in func.values()):
                raise ValueError("one function a column: several are given by name=(column, function)")
            out = DataFrame({n: self._reduce_column(n, function(how)) for n, how in func.items()}, index=self._labels())
            return out if self._as_index else out.reset_index()
        if isinstance(func, list):
            if self._chosen is None or isinstance(self._chosen, list):
                raise ValueError("several functions are given by name=(column, function)")
            names = [how if isinstance(how, str) else how.__name__ for how in func]
            return DataFrame({n: self._reduce_column(self._chosen, function(how)) for n, how in zip(names, func)},
                             index=self._labels())
        return self._reduce(func)

    aggregate = agg

    def apply(self, func, include_groups=False):
        """func of each group."""
        results = [func(part if self._chosen is not None else part.drop(columns=[n for n in self._names if n in part]))
                   for _, part in self]
        return Series([r.item() if hasattr(r, "item") else r for r in results], self._labels(),
                      name=self._chosen if isinstance(self._chosen, str) else None)

    def transform(self, func):
        """Each row gets its group's value."""
        function = REDUCTIONS[func] if isinstance(func, str) else func
        values, out = self._frame._columns[self._chosen], [None] * len(self._frame)
        for places in self._places.values():
            result = function([values[i] for i in places]) if isinstance(func, str) else func(Series([values[i] for i in places]))
            for n, i in enumerate(places):
                out[i] = list(result)[n] if isinstance(result, Series) else result
        return Series(out, self._frame.index, name=self._chosen)

    def head(self, n=5):
        """The first rows of each group."""
        return self._frame._rows(sorted(i for places in self._places.values() for i in places[:n]))


def _define():
    for name in REDUCTIONS:
        if name != "size":
            def reduce(self, numeric_only=False, name=name):
                return self._reduce(name, numeric_only)

            reduce.__name__ = name
            setattr(Groups, name, reduce)


_define()
