"""One pair of axes: what is drawn on it, as a plain description for the chart."""

from matplotlib import _style


def _list(values):
    """Numbers as a flat list of floats."""
    if hasattr(values, "detach"):
        values = values.detach()
    if hasattr(values, "tolist"):
        values = values.tolist()
    if isinstance(values, (int, float)):
        values = [values]
    return [float(v) for v in values]


def _texts(values):
    return [str(v) for v in values]


def _is_category(values):
    return isinstance(values, (list, tuple)) and len(values) > 0 and isinstance(values[0], str)


class Artist:
    """What a drawing call returns: the series, to be named or removed later."""

    def __init__(self, axes, series):
        self.axes = axes
        self._series = series

    def set_label(self, label):
        self._series["name"] = label

    def get_label(self):
        return self._series.get("name")

    def set_color(self, color):
        self._series["color"] = _style.color(color)

    def get_color(self):
        return self._series.get("color")

    def set_alpha(self, alpha):
        self._series["opacity"] = float(alpha)

    def set_data(self, x, y):
        self._series["x"], self._series["y"] = _list(x), _list(y)

    def set_clim(self, vmin=None, vmax=None):
        self.axes._limits(self._series, vmin, vmax)

    def remove(self):
        self.axes._series.remove(self._series)


class _Spines(dict):
    """axes.spines["top"].set_visible(False): accepted, the frame is drawn as the chart draws it."""

    class _Spine:
        def set_visible(self, visible):
            """Accepted."""

        def set_color(self, color):
            """Accepted."""

        def set_linewidth(self, width):
            """Accepted."""

    def __missing__(self, key):
        return self._Spine()

    def __getitem__(self, key):
        return self._Spine()


class _Side:
    """axes.xaxis and axes.yaxis."""

    def __init__(self, axes, name):
        self._axes = axes
        self._name = name

    def set_visible(self, visible):
        self._axes._sides[self._name]["no_ticks"] = not visible

    def set_label_text(self, label):
        self._axes._sides[self._name]["label"] = label

    def tick_top(self):
        """Accepted: ticks stand below."""

    def set_label_position(self, position):
        """Accepted: labels stand below and on the left."""

    def set_major_locator(self, locator):
        """Accepted: ticks are chosen to be round."""

    def set_major_formatter(self, formatter):
        """Accepted: numbers are written as the chart writes them."""

    def grid(self, visible=True, **style):
        self._axes.grid(visible)


class Axes:
    """Axes of a figure; methods as in matplotlib, drawn when the figure is shown."""

    def __init__(self, figure, row=0, column=0, row_span=1, column_span=1):
        self.figure = figure
        self.spines = _Spines()
        self.xaxis, self.yaxis = _Side(self, "x"), _Side(self, "y")
        self._place = {"row": row, "column": column, "row_span": row_span, "column_span": column_span}
        self.clear()

    def clear(self):
        """Takes everything off the axes."""
        self._series = []
        self._sides = {"x": {}, "y": {}}
        self._title = None
        self._flags = {}
        self._legend = "hide"

    cla = clear

    def _add(self, kind, **fields):
        series = {"kind": kind}
        series.update({k: v for k, v in fields.items() if v is not None})
        if "name" in series:
            name = str(series["name"])
            if name.startswith("_"):
                del series["name"]
            else:
                series["name"] = name
        self._series.append(series)
        return Artist(self, series)

    def _positions(self, values, side):
        """Numbers for values that may be categories; those become ticks."""
        if not _is_category(values):
            return _list(values)
        names = self._sides[side].setdefault("categories", [])
        for value in values:
            if value not in names:
                names.append(value)
        return [float(names.index(v)) for v in values]

    # --- lines and points

    def plot(self, *args, **style):
        """plot([x], y, [format], …): lines or markers."""
        artists = []
        rest = list(args)
        while rest:
            x = None
            y = rest.pop(0)
            if rest and not isinstance(rest[0], str):
                x, y = y, rest.pop(0)
            format = rest.pop(0) if rest and isinstance(rest[0], str) else ""
            artists += self._plot_columns(x, y, format, style)
        return artists

    def _plot_columns(self, x, y, format, style):
        if hasattr(y, "dim") and y.dim() == 2:
            columns = [y[:, i] for i in range(y.shape[1])]
        else:
            columns = [y]
        return [self._plot_one(x, column, format, style) for column in columns]

    def _plot_one(self, x, y, format, style):
        color, marker, line = _style.read_format(format)
        marker = style.get("marker", marker)
        line = style.get("linestyle", style.get("ls", line))
        if line is None and marker is not None and format:
            line = "none"
        y = _list(y)
        x = None if x is None else self._positions(x, "x")
        if x is not None and len(x) != len(y):
            raise ValueError("x and y must have same first dimension, but have shapes "
                             f"({len(x)},) and ({len(y)},)")
        return self._add("line", name=style.get("label"), x=x, y=y,
                         color=_style.color(style.get("color", style.get("c", color))), marker=_style.marker(marker),
                         line=_style.line(line), opacity=style.get("alpha"),
                         width=style.get("linewidth", style.get("lw")),
                         marker_size=style.get("markersize", style.get("ms")))

    def step(self, x, y, *args, where="post", **style):
        """A line in steps."""
        artists = self.plot(x, y, *args, **style)
        for artist in artists:
            artist._series["kind"] = "step"
        return artists

    def scatter(self, x, y, s=None, c=None, marker="o", cmap=None, alpha=None, label=None, vmin=None, vmax=None,
                edgecolors=None, color=None, **style):
        """Points; c: a colour, or one number a point."""
        xs, ys = self._positions(x, "x"), _list(y)
        if len(xs) != len(ys):
            raise ValueError("x and y must be the same size")
        numbers = c is not None and not isinstance(c, str) and not _is_category(list(c)) and len(c) == len(xs)
        sizes = None if s is None else _list(s)
        artist = self._add("scatter", name=label, x=xs, y=ys, marker=_style.marker(marker), opacity=alpha,
                           color=_style.color(color if c is None or numbers else c) if not _is_category(c) else None,
                           values=_list(c) if numbers else None, scale=_style.scale(cmap) if numbers else None,
                           sizes=sizes * len(xs) if sizes and len(sizes) == 1 else sizes)
        self._limits(artist._series, vmin, vmax)
        return artist

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="-", label=None, color=None, capsize=None, **style):
        """A line with half-lengths of error bars."""
        artist = self._plot_one(x, y, fmt or "", {"label": label, "color": color, **style})
        if yerr is not None:
            errors = _list(yerr)
            artist._series["errors"] = errors * len(artist._series["y"]) if len(errors) == 1 else errors
        return artist

    def fill_between(self, x, y1, y2=0, alpha=None, color=None, label=None, **style):
        """The area between two curves."""
        xs, high = _list(x), _list(y1)
        low = _list(y2)
        high = high * len(xs) if len(high) == 1 else high
        low = low * len(xs) if len(low) == 1 else low
        return self._add("area", name=label, x=xs, y=high, low=low, opacity=alpha, color=_style.color(color))

    def axhline(self, y=0, xmin=0, xmax=1, color=None, linestyle=None, ls=None, label=None, linewidth=None, lw=None,
                alpha=None, c=None, **style):
        """A line across."""
        return self._add("h_line", name=label, y=[float(y)], color=_style.color(color or c),
                         line=_style.line(linestyle or ls), width=linewidth or lw, opacity=alpha)

    def axvline(self, x=0, ymin=0, ymax=1, color=None, linestyle=None, ls=None, label=None, linewidth=None, lw=None,
                alpha=None, c=None, **style):
        """A line down."""
        return self._add("v_line", name=label, x=[float(x)], color=_style.color(color or c),
                         line=_style.line(linestyle or ls), width=linewidth or lw, opacity=alpha)

    def hlines(self, y, xmin=None, xmax=None, **style):
        """Lines across."""
        return [self.axhline(v, **style) for v in _list(y)]

    def vlines(self, x, ymin=None, ymax=None, **style):
        """Lines down."""
        return [self.axvline(v, **style) for v in _list(x)]

    # --- bars and distributions

    def bar(self, x, height, width=0.8, bottom=None, label=None, color=None, yerr=None, alpha=None, align="center",
            **style):
        """Bars upward; x: numbers or names."""
        xs, heights = self._positions(x, "x"), _list(height)
        return self._bars("bar", xs, heights, width, bottom, label, color, yerr, alpha)

    def barh(self, y, width, height=0.8, left=None, label=None, color=None, xerr=None, alpha=None, **style):
        """Bars to the right; y: numbers or names."""
        return self._bars("bar_across", self._positions(y, "y"), _list(width), height, left, label, color, xerr, alpha)

    def _bars(self, kind, places, lengths, width, start, label, color, errors, alpha):
        count = len(places)
        lengths = lengths * count if len(lengths) == 1 else lengths
        if len(lengths) != count:
            raise ValueError("shape mismatch: objects cannot be broadcast to a single shape")
        start = None if start is None else _list(start)
        errors = None if errors is None else _list(errors)
        one = color if color is None or isinstance(color, str) or not _is_category(list(color)) else color[0]
        return self._add(kind, name=label, x=places, y=lengths, width=float(width), opacity=alpha,
                         low=start * count if start and len(start) == 1 else start,
                         errors=errors * count if errors and len(errors) == 1 else errors, color=_style.color(one))

    def hist(self, x, bins=None, density=False, label=None, color=None, alpha=None, range=None, histtype=None,
             **style):
        """A histogram of the values; bins: how many."""
        several = isinstance(x, (list, tuple)) and len(x) > 0 and hasattr(x[0], "__len__")
        labels = label if isinstance(label, (list, tuple)) else [label]
        for i, values in enumerate(x if several else [x]):
            if hasattr(values, "flatten"):
                values = values.flatten()
            numbers = _list(values)
            if range is not None:
                numbers = [v for v in numbers if range[0] <= v <= range[1]]
            self._add("histogram", name=labels[i % len(labels)], y=numbers,
                      bins=bins if isinstance(bins, int) else (len(bins) - 1 if bins is not None else 10),
                      density=bool(density), color=_style.color(color) if not several else None, opacity=alpha)

    def boxplot(self, x, labels=None, tick_labels=None, **style):
        """Quartiles and whiskers of one or several samples."""
        samples = x if isinstance(x, (list, tuple)) and len(x) and hasattr(x[0], "__len__") else [x]
        for i, sample in enumerate(samples):
            values = _list(sample)
            self._add("box", x=[float(i + 1)] * len(values), y=values)
        names = labels or tick_labels
        if names:
            self.set_xticks([i + 1.0 for i in range(len(samples))], names)

    # --- images

    def imshow(self, X, cmap=None, vmin=None, vmax=None, aspect=None, interpolation=None, origin=None, alpha=None,
               norm=None, extent=None, **style):
        """An array [rows, columns] or [rows, columns, 3 or 4] as cells."""
        artist = self._add("image", image=X.detach() if hasattr(X, "detach") else X, scale=_style.scale(cmap))
        self._limits(artist._series, vmin, vmax)
        if origin == "lower":
            self._sides["y"]["upward"] = True
        return artist

    matshow = imshow

    def pcolormesh(self, *args, **style):
        """An array as cells, row 0 at the bottom."""
        return self.imshow(args[-1], origin="lower", **{k: v for k, v in style.items() if k != "shading"})

    pcolor = pcolormesh

    def _limits(self, series, low, high):
        if low is None and high is None:
            return
        if low is None or high is None:
            numbers = series.get("image", series.get("values"))
            flat = _list(numbers.flatten() if hasattr(numbers, "flatten") else
                         [v for row in numbers for v in (row if isinstance(row, (list, tuple)) else [row])])
            low = min(flat) if low is None else low
            high = max(flat) if high is None else high
        series["low_limit"], series["high_limit"] = float(low), float(high)

    # --- texts and limits

    def text(self, x, y, s, **style):
        """A text at a place."""
        return self._add("text", name=s, x=[float(x)], y=[float(y)], color=_style.color(style.get("color")))

    def annotate(self, text, xy, xytext=None, **style):
        """A text at a place."""
        place = xytext if xytext is not None and "textcoords" not in style else xy
        return self.text(place[0], place[1], text)

    def set_title(self, label, **style):
        self._title = str(label)

    def get_title(self):
        return self._title or ""

    def set_xlabel(self, label, **style):
        self._sides["x"]["label"] = str(label)

    def set_ylabel(self, label, **style):
        self._sides["y"]["label"] = str(label)

    def _set_limits(self, side, low, high):
        if isinstance(low, (tuple, list)):
            low, high = low
        numbers = [v for s in self._series for v in s.get(side, [])] or [0.0, 1.0]
        low = min(numbers) if low is None else low
        high = max(numbers) if high is None else high
        self._sides[side].update(fixed=True, low=float(low), high=float(high))

    def set_xlim(self, left=None, right=None, **style):
        self._set_limits("x", left, right)

    def set_ylim(self, bottom=None, top=None, **style):
        self._set_limits("y", bottom, top)

    def get_xlim(self):
        return self._sides["x"].get("low", 0.0), self._sides["x"].get("high", 1.0)

    def get_ylim(self):
        return self._sides["y"].get("low", 0.0), self._sides["y"].get("high", 1.0)

    def invert_yaxis(self):
        self._sides["y"]["upward"] = not self._sides["y"].get("upward", False)

    def _set_ticks(self, side, ticks, labels, rotation):
        axis = self._sides[side]
        ticks = _list(ticks) if ticks is not None else None
        if ticks is not None and not ticks:
            axis["no_ticks"] = True
            return
        if ticks is not None:
            axis["ticks"] = ticks
        if labels is not None:
            axis["categories"] = _texts(labels)
        if rotation is not None:
            axis["rotation"] = 90.0 if rotation == "vertical" else float(rotation)

    def set_xticks(self, ticks, labels=None, rotation=None, minor=False, **style):
        self._set_ticks("x", ticks, labels, rotation)

    def set_yticks(self, ticks, labels=None, rotation=None, minor=False, **style):
        self._set_ticks("y", ticks, labels, rotation)

    def set_xticklabels(self, labels, rotation=None, **style):
        self._set_ticks("x", None, labels, rotation)

    def set_yticklabels(self, labels, rotation=None, **style):
        self._set_ticks("y", None, labels, rotation)

    def tick_params(self, axis="both", rotation=None, labelrotation=None, **style):
        turn = rotation if rotation is not None else labelrotation
        if turn is not None:
            for side in ("x", "y") if axis == "both" else (axis,):
                self._sides[side]["rotation"] = float(turn)

    def set_xscale(self, scale, **style):
        self._sides["x"]["logarithmic"] = scale == "log"

    def set_yscale(self, scale, **style):
        self._sides["y"]["logarithmic"] = scale == "log"

    def semilogy(self, *args, **style):
        self.set_yscale("log")
        return self.plot(*args, **style)

    def semilogx(self, *args, **style):
        self.set_xscale("log")
        return self.plot(*args, **style)

    def loglog(self, *args, **style):
        self.set_xscale("log")
        self.set_yscale("log")
        return self.plot(*args, **style)

    def legend(self, *args, **style):
        """Shows the names of what is drawn."""
        labels = args[-1] if args and isinstance(args[-1], (list, tuple)) else style.get("labels")
        named = [s for s in self._series if s["kind"] != "text"]
        for series, label in zip(named, labels or []):
            series["name"] = str(label)
        self._legend = "show"

    def grid(self, visible=True, **style):
        self._flags["no_grid"] = not visible

    def axis(self, how=None, *args, **style):
        if how in ("off", False):
            self._flags["hidden"] = True
        elif how in ("equal", "scaled", "square"):
            self._flags["equal"] = True
        elif isinstance(how, (list, tuple)):
            self.set_xlim(how[0], how[1])
            self.set_ylim(how[2], how[3])

    def set_axis_off(self):
        self._flags["hidden"] = True

    def set_aspect(self, aspect, **style):
        self._flags["equal"] = aspect in ("equal", 1, 1.0)

    def margins(self, *args, **style):
        """Accepted: the chart leaves room by itself."""

    def set_facecolor(self, color):
        """Accepted: charts are drawn on white."""

    def set(self, **properties):
        """set(title=…, xlabel=…): calls set_NAME for each."""
        for name, value in properties.items():
            method = getattr(self, "set_" + name, None)
            if method is None:
                raise AttributeError(f"Axes.set() got an unexpected keyword argument {name!r}")
            if name in ("xlim", "ylim"):
                method(*value)
            else:
                method(value)

    def twinx(self):
        raise NotImplementedError("two y axes in one chart are not drawn; use two axes: plt.subplots(2)")

    twiny = twinx

    def _describe(self):
        """The dict that the chart is drawn from."""
        sides = {}
        for name, side in self._sides.items():
            axis = {k: v for k, v in side.items() if k != "upward"}
            ticks, texts = axis.get("ticks"), axis.get("categories")
            if ticks is not None and texts is not None and len(ticks) != len(texts):
                raise ValueError(f"The number of FixedLocator locations ({len(ticks)}), usually from a call to "
                                 f"set_ticks, does not match the number of labels ({len(texts)}).")
            sides[name] = axis
        image = next((s for s in self._series if s["kind"] == "image"), None)
        if image is not None and self._sides["y"].get("upward") and not sides["y"].get("fixed"):
            rows = len(image["image"])
            sides["y"].update(fixed=True, low=-0.5, high=rows - 0.5)
        return {"title": self._title, "series": self._series, "legend": self._legend, **sides, **self._flags,
                **self._place}
