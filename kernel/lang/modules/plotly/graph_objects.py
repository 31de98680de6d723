"""Figures of traces. A picture is drawn by Glassbox, complete without scripts."""

import matplotlib.pyplot as plt


def listed(values):
    """Numbers or texts as a list; None stays."""
    if values is None or isinstance(values, (int, float, str)):
        return values
    if hasattr(values, "detach"):
        values = values.detach().cpu()
    if hasattr(values, "tolist"):
        return values.tolist()
    return [v.tolist() if hasattr(v, "tolist") else v for v in values]


class _Trace:
    """One series and its settings, which are attributes too."""

    def __init__(self, **settings):
        self.__dict__.update(settings)

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return None

    def _color(self):
        for place in (self.marker, self.line):
            if place and isinstance(place.get("color"), str):
                return place["color"]
        return None

    def update(self, **settings):
        """Other settings; gives itself."""
        self.__dict__.update(settings)
        return self


class Scatter(_Trace):
    """Lines, markers or both."""

    def _draw(self, axes):
        y = listed(self.y)
        x = listed(self.x) if self.x is not None else list(range(len(y)))
        style, mode = {"label": self.name, "color": self._color(), "alpha": self.opacity}, self.mode or "lines"
        if "lines" in mode:
            dash = (self.line or {}).get("dash")
            axes.plot(x, y, marker="o" if "markers" in mode else None, linestyle={"dash": "--", "dot": ":"}.get(dash, "-"), **style)
        elif "markers" in mode:
            values = (self.marker or {}).get("color")
            if values is not None and not isinstance(values, str):
                style["c"], style["color"] = listed(values), None
            axes.scatter(x, y, **style)
        for at, text in enumerate(listed(self.text) or []) if "text" in mode else []:
            axes.text(x[at], y[at], str(text))


class Bar(_Trace):
    """Bars."""

    def _draw(self, axes):
        y = listed(self.y)
        x = listed(self.x) if self.x is not None else list(range(len(y)))
        style = {"label": self.name, "color": self._color(), "alpha": self.opacity}
        if self.orientation == "h":
            axes.barh(y, x, **style)
        else:
            axes.bar(x, y, **style)


class Histogram(_Trace):
    """How often values come."""

    def _draw(self, axes):
        density = self.histnorm in ("probability density", "density")
        axes.hist(listed(self.x if self.x is not None else self.y), bins=self.nbinsx, density=density, label=self.name,
                  color=self._color(), alpha=self.opacity)


class Box(_Trace):
    """Quartiles."""

    def _draw(self, axes):
        axes.boxplot([listed(self.y if self.y is not None else self.x)], labels=[self.name] if self.name else None)


class Heatmap(_Trace):
    """An array of numbers as cells, row 0 at the bottom."""

    def _draw(self, axes):
        low, high = self.zmin, self.zmax
        rows = listed(self.z)
        if self.zmid is not None:
            flat = [abs(v - self.zmid) for row in rows for v in row if v == v]
            far = max(flat) if flat else 1.0
            low, high = self.zmid - far, self.zmid + far
        artist = axes.imshow(rows, cmap=_scale(self.colorscale, self.zmid), vmin=low, vmax=high,
                             origin="upper" if self.upper else "lower")
        if self.showscale is not False:
            artist._series["color_bar"] = True
        for side, labels in (("x", self.x), ("y", self.y)):
            texts = listed(labels)
            if texts is not None:
                getattr(axes, f"set_{side}ticks")(list(range(len(texts))), [str(t) for t in texts])


def _scale(name, middle):
    if isinstance(name, str):
        return name
    return "RdBu" if middle is not None else "viridis"


class Layout(_Trace):
    """Titles and sizes."""


def _text(value):
    """A title is a text, or a dict that has one."""
    return value.get("text") if isinstance(value, dict) else value


class Figure:
    """Traces and their layout."""

    def __init__(self, data=None, layout=None):
        self.data = [] if data is None else [data] if isinstance(data, _Trace) else list(data)
        self.layout, self._places, self._lines = Layout(), {}, []
        self._grid, self._titles, self._sides = (1, 1), [], {}
        if layout is not None:
            self.update_layout(**(layout if isinstance(layout, dict) else layout.__dict__))

    def _with_grid(self, rows, columns, titles):
        self._grid, self._titles = (rows, columns), titles
        return self

    def add_trace(self, trace, row=1, col=1, **settings):
        """One more series; gives the figure."""
        self._places[len(self.data)] = (row or 1, col or 1)
        self.data.append(trace)
        return self

    def add_traces(self, data):
        """More series."""
        for trace in data:
            self.add_trace(trace)
        return self

    def update_layout(self, *given, **settings):
        """Titles, sizes and sides: title, xaxis_title, width, height, yaxis_type …"""
        for part in given:
            settings.update(part)
        for name, value in settings.items():
            side, _, key = name.partition("_")
            if side in ("xaxis", "yaxis"):
                self._sides.setdefault(side[0], {}).update({key: value} if key else value)
            else:
                setattr(self.layout, name, value)
        return self

    def update_xaxes(self, **settings):
        """Settings of the horizontal sides."""
        self._sides.setdefault("x", {}).update(settings)
        return self

    def update_yaxes(self, **settings):
        """Settings of the vertical sides."""
        self._sides.setdefault("y", {}).update(settings)
        return self

    def update_traces(self, **settings):
        """Settings of all series."""
        for trace in self.data:
            trace.update(**settings)
        return self

    def update_coloraxes(self, **settings):
        """Accepted."""
        return self

    def for_each_trace(self, function):
        """function of each series."""
        for trace in self.data:
            function(trace)
        return self

    def add_hline(self, y, line_dash=None, line_color=None, **settings):
        """A line across."""
        self._lines.append(("axhline", y, line_dash, line_color))
        return self

    def add_vline(self, x, line_dash=None, line_color=None, **settings):
        """A line up."""
        self._lines.append(("axvline", x, line_dash, line_color))
        return self

    def add_annotation(self, text="", x=0, y=0, **settings):
        """A text at a place."""
        self._lines.append(("text", (x, y, text), None, None))
        return self

    def _draw(self):
        """The same as a figure of matplotlib."""
        layout = self.layout
        size = ((layout.width or 700) / 100, (layout.height or 450) / 100)
        made = plt.Figure(figsize=size)
        rows, columns = self._grid
        grid = [[made.add_subplot(rows, columns, r * columns + c + 1) for c in range(columns)] for r in range(rows)]
        cells = [axes for row in grid for axes in row]
        for n, trace in enumerate(self.data):
            r, c = self._places.get(n, (1, 1))
            trace._draw(grid[r - 1][c - 1])
        for axes, title in zip(cells, self._titles):
            axes.set_title(title)
        title = _text(layout.title) or layout.title_text
        if title and len(cells) == 1:
            cells[0].set_title(title)
        elif title:
            made.suptitle(title)
        for axes in cells:
            self._finish(axes)
        return made

    def _finish(self, axes):
        for side, settings in self._sides.items():
            title = _text(settings.get("title")) or settings.get("title_text")
            if title:
                getattr(axes, f"set_{side}label")(title)
            if settings.get("type") == "log":
                getattr(axes, f"set_{side}scale")("log")
            if settings.get("range"):
                getattr(axes, f"set_{side}lim")(*settings["range"])
            if settings.get("tickvals") is not None:
                texts = settings.get("ticktext")
                getattr(axes, f"set_{side}ticks")(listed(settings["tickvals"]), None if texts is None else [str(t) for t in texts])
        for name, where, dash, color in self._lines:
            if name == "text":
                axes.text(*where)
            else:
                getattr(axes, name)(where, color=color, linestyle={"dash": "--", "dot": ":"}.get(dash, "-"))
        if self.layout.showlegend is not False and sum(t.name is not None for t in self.data) > 1:
            axes.legend()

    def show(self, *args, **settings):
        """Shows the figure under the cell."""
        self._draw().show()

    def write_image(self, file, **settings):
        """Writes the picture into the notebook's folder: .png, .svg or .pdf."""
        self._draw().savefig(file)

    def write_html(self, *args, **settings):
        """Figures are pictures."""
        raise PermissionError("figures are pictures here: fig.write_image('name.png')")

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self._draw()._repr_mimebundle_()

    def __repr__(self):
        return f"Figure({len(self.data)} traces)"
