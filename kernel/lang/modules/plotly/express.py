"""One call a chart."""

from plotly.graph_objects import Bar, Box, Figure, Heatmap, Histogram, Scatter, listed


class _Qualitative:
    Plotly = D3 = Set1 = Dark2 = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]


class colors:
    """Lists of colours."""

    qualitative = _Qualitative


def _read(frame, value):
    """A column by name, or the values themselves."""
    if frame is not None and not isinstance(value, (list, tuple)) and not hasattr(value, "shape") and value is not None:
        return listed(frame[value]), str(value)
    return listed(value), None


def _series(frame, x, y, color):
    """[(name, xs, ys)] and the titles of both sides."""
    if frame is not None and x is None and y is None and not hasattr(frame, "columns"):
        y, frame = frame, None
    if frame is not None and y is None and x is None:
        names = list(frame.columns)
        return [(str(n), listed(getattr(frame, "index", None)), listed(frame[n])) for n in names], "index", "value"
    if frame is not None and isinstance(y, (list, tuple)) and y and isinstance(y[0], str):
        xs, title = _read(frame, x)
        return [(n, xs, listed(frame[n])) for n in y], title or "index", "value"
    xs, x_title = _read(frame, x)
    ys, y_title = _read(frame, y)
    if ys is None:
        xs, ys = None, xs
    if ys and isinstance(ys[0], list):  # several lines, one a row
        return [(f"wide_variable_{n}", xs, row) for n, row in enumerate(ys)], x_title or "index", "value"
    xs = list(range(len(ys))) if xs is None else xs
    if color is None:
        return [(None, xs, ys)], x_title or "x", y_title or "y"
    keys, _ = _read(frame, color)
    parts = {}
    for key, a, b in zip(keys, xs, ys):
        parts.setdefault(key, ([], []))[0].append(a)
        parts[key][1].append(b)
    return [(str(k), a, b) for k, (a, b) in parts.items()], x_title or "x", y_title or "y"


def _finish(figure, x_title, y_title, title, labels, settings):
    labels = labels or {}
    figure.update_layout(title=title, xaxis_title=labels.get(x_title, labels.get("x", x_title)),
                         yaxis_title=labels.get(y_title, labels.get("y", y_title)))
    for side in ("x", "y"):
        if settings.get(f"log_{side}"):
            figure.update_layout(**{f"{side}axis_type": "log"})
        if settings.get(f"range_{side}") is not None:
            figure.update_layout(**{f"{side}axis_range": listed(settings[f"range_{side}"])})
    for name in ("width", "height"):
        if settings.get(name):
            figure.update_layout(**{name: settings[name]})
    return figure


def line(data_frame=None, x=None, y=None, color=None, labels=None, title=None, markers=False, **settings):
    """Lines."""
    parts, x_title, y_title = _series(data_frame, x, y, color)
    traces = [Scatter(x=a, y=b, name=n, mode="lines+markers" if markers else "lines") for n, a, b in parts]
    return _finish(Figure(traces), x_title, y_title, title, labels, settings)


def scatter(data_frame=None, x=None, y=None, color=None, labels=None, title=None, text=None, **settings):
    """Points."""
    keys = _read(data_frame, color)[0]
    numbers = keys is not None and all(isinstance(k, (int, float)) and not isinstance(k, bool) for k in keys)
    parts, x_title, y_title = _series(data_frame, x, y, None if numbers else color)
    mode, texts = "markers" + ("+text" if text is not None else ""), _read(data_frame, text)[0]
    traces = [Scatter(x=a, y=b, name=n, mode=mode, text=texts, marker={"color": keys} if numbers else None) for n, a, b in parts]
    return _finish(Figure(traces), x_title, y_title, title, labels, settings)


def bar(data_frame=None, x=None, y=None, color=None, labels=None, title=None, orientation=None, **settings):
    """Bars."""
    parts, x_title, y_title = _series(data_frame, x, y, color)
    traces = [Bar(x=a, y=b, name=n, orientation=orientation) for n, a, b in parts]
    return _finish(Figure(traces), x_title, y_title, title, labels, settings)


def histogram(data_frame=None, x=None, y=None, color=None, nbins=None, labels=None, title=None, histnorm=None, **settings):
    """How often values come."""
    values, x_title = _read(data_frame, x if x is not None else y) if x is not None or y is not None else (listed(data_frame), None)
    keys = _read(data_frame, color)[0] if color is not None else None
    parts = {None: values} if keys is None else {}
    for key, value in zip(keys or [], values):
        parts.setdefault(str(key), []).append(value)
    traces = [Histogram(x=v, name=n, nbinsx=nbins, histnorm=histnorm) for n, v in parts.items()]
    return _finish(Figure(traces), x_title or "value", "count", title, labels, settings)


def box(data_frame=None, x=None, y=None, color=None, labels=None, title=None, **settings):
    """Quartiles."""
    parts, x_title, y_title = _series(data_frame, None, y, x if x is not None else color)
    traces = [Box(y=b, name=n) for n, _, b in parts]
    return _finish(Figure(traces), x_title if x is None else str(x), y_title, title, labels, settings)


def imshow(img, x=None, y=None, zmin=None, zmax=None, color_continuous_scale=None, color_continuous_midpoint=None, labels=None,
           title=None, text_auto=False, facet_col=None, facet_col_wrap=None, animation_frame=None, aspect=None, origin=None,
           **settings):
    """An array as cells, row 0 on top; facet_col: one picture for each of that dimension."""
    if hasattr(img, "columns"):
        x, y = (listed(img.columns) if x is None else x), (listed(img.index) if y is None else y)
    values, labels = listed(img.to_numpy() if hasattr(img, "columns") else img), labels or {}
    split = facet_col if facet_col is not None else animation_frame
    make = lambda rows: Heatmap(z=rows, x=x, y=y, zmin=zmin, zmax=zmax, zmid=color_continuous_midpoint, upper=origin != "lower",
                                colorscale=color_continuous_scale)
    if split is None:
        return _finish(Figure([make(values)]), labels.get("x"), labels.get("y"), title, None, settings)
    count = len(values)
    columns = min(facet_col_wrap or count, count)
    name = labels.get("facet_col", labels.get("animation_frame", "facet_col"))
    figure = Figure()._with_grid(-(-count // columns), columns, [f"{name}={n}" for n in range(count)])
    for n, rows in enumerate(values):
        figure.add_trace(make(rows), n // columns + 1, n % columns + 1)
    return _finish(figure, labels.get("x"), labels.get("y"), title, None, settings)
