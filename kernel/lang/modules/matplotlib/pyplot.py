"""The part of matplotlib.pyplot that notebooks use, drawn by Glassbox: figures are shown under the cell, complete
without scripts, with the numbers behind them."""

from _figures import shows
from _views import view as _view
from matplotlib import rcParams, rc, _style
from matplotlib._axes import Axes, Artist

_PIXELS = 100
_figures = []


class Figure:
    """A grid of axes."""

    def __init__(self, figsize=None, dpi=None, **style):
        self.set_size_inches(figsize or rcParams["figure.figsize"])
        self._title = None
        self._grid = (1, 1)
        self.axes = []
        self.number = len(_figures) + 1

    def set_size_inches(self, width, height=None):
        if height is None:
            width, height = width
        self._size = (float(width), float(height))

    def get_size_inches(self):
        return self._size

    def add_axes(self, rect=None, **style):
        axes = Axes(self)
        self.axes.append(axes)
        return axes

    def add_subplot(self, *place, **style):
        """add_subplot(rows, columns, index), add_subplot(234) or add_subplot(grid[i, j])."""
        if len(place) == 1 and hasattr(place[0], "place"):
            axes = Axes(self, *place[0].place)
            self._grid = place[0].grid
        else:
            if len(place) == 1:
                place = tuple(int(d) for d in str(place[0]))
            rows, columns, index = place or (1, 1, 1)
            self._grid = (max(self._grid[0], rows), max(self._grid[1], columns))
            axes = Axes(self, (index - 1) // columns, (index - 1) % columns)
        self.axes.append(axes)
        return axes

    def subplots(self, nrows=1, ncols=1, squeeze=True, sharex=False, sharey=False, **style):
        """Axes in a grid: one, a list, or a list of lists."""
        self._grid = (nrows, ncols)
        grid = [[Axes(self, r, c) for c in range(ncols)] for r in range(nrows)]
        self.axes += [axes for row in grid for axes in row]
        if not squeeze:
            return _Grid(grid)
        if nrows == 1 and ncols == 1:
            return grid[0][0]
        if nrows == 1:
            return _Row(grid[0])
        return _Row([row[0] for row in grid]) if ncols == 1 else _Grid(grid)

    def add_gridspec(self, rows, columns, **style):
        return GridSpec(rows, columns)

    def gca(self):
        return self.axes[-1] if self.axes else self.add_subplot(1, 1, 1)

    def suptitle(self, text, **style):
        self._title = str(text)

    def colorbar(self, mappable=None, ax=None, label=None, **style):
        """A scale of colours beside the axes."""
        series = mappable._series if mappable is not None else next(
            s for s in reversed(self.gca()._series) if s["kind"] == "image" or "values" in s)
        series["color_bar"] = True
        return _ColorBar(series, label)

    def legend(self, *args, **style):
        for axes in self.axes:
            axes.legend()

    def tight_layout(self, **style):
        """Accepted: charts are laid out so that nothing overlaps."""

    subplots_adjust = tight_layout
    autofmt_xdate = tight_layout

    def clear(self):
        self.axes = []

    clf = clear

    def savefig(self, fname, dpi=None, format=None, **style):
        """Writes the figure into the notebook's folder: .png, .svg or .pdf."""
        from _figures import save
        save(self._describe(), str(fname), format or str(fname).rpartition(".")[2].lower())

    def show(self):
        _display(self)

    def _describe(self):
        size = [int(v * _PIXELS) for v in self._size]
        return {"title": self._title, "width": size[0], "height": size[1], "rows": self._grid[0],
                "columns": self._grid[1], "axes": [a._describe() for a in self.axes]}

    def _view(self):
        return _view("figure", self._describe())

    def _repr_mimebundle_(self, include=None, exclude=None):
        from _display import view
        if self in _figures:
            _figures.remove(self)
        return view(self._view())

    def __repr__(self):
        width, height = (int(v * _PIXELS) for v in self._size)
        return f"<Figure size {width}x{height} with {len(self.axes)} Axes>"


class _Row(list):
    """Axes in a row, indexed as an array is."""

    def flatten(self):
        return _Row(self)

    ravel = flatten

    @property
    def flat(self):
        return iter(self)

    @property
    def shape(self):
        return (len(self),)

    @property
    def size(self):
        return len(self)


class _Grid(list):
    """Axes in rows; grid[i, j] and grid[i][j]."""

    def __init__(self, rows):
        super().__init__(_Row(row) for row in rows)

    def __getitem__(self, key):
        if isinstance(key, tuple):
            rows = list.__getitem__(self, key[0])
            if isinstance(key[0], slice):
                return _Row([row[key[1]] for row in rows])
            return rows[key[1]]
        return list.__getitem__(self, key)

    def flatten(self):
        return _Row([axes for row in self for axes in row])

    ravel = flatten

    @property
    def flat(self):
        return iter(self.flatten())

    @property
    def shape(self):
        return (len(self), len(list.__getitem__(self, 0)))

    @property
    def size(self):
        return len(self.flatten())


class GridSpec:
    """Places of a grid: grid[0, :], grid[1, 2]."""

    def __init__(self, nrows, ncols, **style):
        self._shape = (nrows, ncols)

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            key = (key, 0) if self._shape[1] == 1 else (0, key)
        spans = []
        for part, size in zip(key, self._shape):
            start, stop, _ = part.indices(size) if isinstance(part, slice) else (part % size, part % size + 1, 1)
            spans.append((start, stop - start))
        return _Place((spans[0][0], spans[1][0], spans[0][1], spans[1][1]), self._shape)


class _Place:
    def __init__(self, place, grid):
        self.place, self.grid = place, grid


class _ColorBar:
    def __init__(self, series, label):
        self._series = series
        self.set_label(label)

    def set_label(self, label, **style):
        if label is not None:
            self._series["value_name"] = str(label)

    def set_ticks(self, ticks, labels=None):
        """Accepted: ticks are chosen to be round."""


def _display(figure):
    """Shows a figure under the cell, once."""
    if figure in _figures:
        _figures.remove(figure)
    if figure.axes and shows():
        from IPython.display import display
        display(figure._view())


def _show_open():
    """Shows what a cell left open; called at its end."""
    while _figures:
        _display(_figures[0])


# --- the current figure


def figure(num=None, figsize=None, dpi=None, **style):
    """A new figure, which becomes the current one."""
    if isinstance(num, Figure):
        _figures.remove(num)
        _figures.append(num)
        return num
    made = Figure(figsize, dpi)
    _figures.append(made)
    return made


def gcf():
    """The current figure."""
    return _figures[-1] if _figures else figure()


_current = None


def gca():
    """The current axes."""
    if _current is not None and _figures and _current in _figures[-1].axes:
        return _current
    return gcf().gca()


def sca(axes):
    """Makes axes the current ones."""
    global _current
    _current = axes


def subplots(nrows=1, ncols=1, figsize=None, squeeze=True, **style):
    """(figure, axes): a new figure with a grid of axes."""
    made = figure(figsize=figsize)
    return made, made.subplots(nrows, ncols, squeeze=squeeze)


def subplot(*place, **style):
    """The axes at this place of the current figure, made when they are new."""
    if len(place) == 1 and isinstance(place[0], int):
        place = tuple(int(d) for d in str(place[0]))
    made = None
    if len(place) == 3:
        row, column = (place[2] - 1) // place[1], (place[2] - 1) % place[1]
        made = next((a for a in gcf().axes if (a._place["row"], a._place["column"]) == (row, column)), None)
    made = made or gcf().add_subplot(*place)
    sca(made)
    return made


def axes(*args, **style):
    """New axes in the current figure."""
    made = gcf().add_axes()
    sca(made)
    return made


def show(*args, **style):
    """Shows the open figures under the cell."""
    _show_open()


def savefig(fname, **style):
    """Writes the current figure into the notebook's folder: .png, .svg or .pdf."""
    gcf().savefig(fname, **style)


def close(which=None):
    """Forgets the current figure, or all."""
    if which == "all":
        _figures.clear()
    elif isinstance(which, Figure):
        if which in _figures:
            _figures.remove(which)
    elif _figures:
        _figures.pop()


def clf():
    """Empties the current figure."""
    gcf().clear()


def cla():
    """Empties the current axes."""
    gca().clear()


def colorbar(mappable=None, ax=None, label=None, **style):
    """A scale of colours beside the axes."""
    return gcf().colorbar(mappable, ax, label)


def suptitle(text, **style):
    """A title over all axes."""
    gcf().suptitle(text)


def tight_layout(**style):
    """Accepted: charts are laid out so that nothing overlaps."""


subplots_adjust = tight_layout


def ion():
    """Accepted."""


ioff = ion


def draw():
    """Accepted: figures are drawn when shown."""


def pause(interval):
    """Accepted."""


def get_cmap(name=None, lut=None):
    """A colour map by name."""
    return _ColorMap(name or "viridis")


class _ColorMap:
    """A colour map: its name; called with numbers 0…1 it gives colours of the map's two ends mixed."""

    _ENDS = {"viridis": ((0.267, 0.005, 0.329), (0.993, 0.906, 0.144)), "Blues": ((0.97, 0.98, 1.0), (0.03, 0.19, 0.42)),
             "Reds": ((1.0, 0.96, 0.94), (0.40, 0.0, 0.05)), "gray": ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
             "coolwarm": ((0.23, 0.30, 0.75), (0.71, 0.02, 0.15))}

    def __init__(self, name):
        self.name = name

    def __call__(self, x):
        low, high = self._ENDS.get(self.name, self._ENDS["viridis"])
        x = max(0.0, min(1.0, float(x)))
        return tuple(a + (b - a) * x for a, b in zip(low, high)) + (1.0,)


class _ColorMaps:
    """plt.cm.NAME."""

    def __getattr__(self, name):
        return _ColorMap(name)


cm = _ColorMaps()


class _Styles:
    available = ["default"]

    def use(self, name):
        """Accepted: charts have one style."""

    def context(self, name):
        from contextlib import nullcontext
        return nullcontext()


style = _Styles()


def _forward(name, method):
    def call(*args, **keywords):
        return getattr(gca(), method)(*args, **keywords)

    call.__name__ = name
    call.__doc__ = getattr(Axes, method).__doc__
    return call


_FORWARDED = {"plot": "plot", "scatter": "scatter", "bar": "bar", "barh": "barh", "hist": "hist", "imshow": "imshow",
              "matshow": "matshow", "pcolormesh": "pcolormesh", "step": "step", "errorbar": "errorbar",
              "fill_between": "fill_between", "axhline": "axhline", "axvline": "axvline", "hlines": "hlines",
              "vlines": "vlines", "boxplot": "boxplot", "text": "text", "annotate": "annotate", "title": "set_title",
              "xlabel": "set_xlabel", "ylabel": "set_ylabel", "xscale": "set_xscale", "yscale": "set_yscale",
              "semilogy": "semilogy", "semilogx": "semilogx", "loglog": "loglog", "legend": "legend", "grid": "grid",
              "axis": "axis", "tick_params": "tick_params", "margins": "margins"}

for _name, _method in _FORWARDED.items():
    globals()[_name] = _forward(_name, _method)


def xlim(*limits, **keywords):
    """Sets (or, without arguments, tells) the limits of x."""
    return gca().set_xlim(*limits, **keywords) if limits or keywords else gca().get_xlim()


def ylim(*limits, **keywords):
    """Sets (or, without arguments, tells) the limits of y."""
    return gca().set_ylim(*limits, **keywords) if limits or keywords else gca().get_ylim()


def xticks(ticks=None, labels=None, rotation=None, **style):
    """Sets where ticks of x stand and what they say."""
    gca()._set_ticks("x", ticks, labels, rotation)


def yticks(ticks=None, labels=None, rotation=None, **style):
    """Sets where ticks of y stand and what they say."""
    gca()._set_ticks("y", ticks, labels, rotation)
