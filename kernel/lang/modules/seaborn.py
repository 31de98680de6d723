"""seaborn as notebooks use it: heatmaps and a few charts on matplotlib's axes."""

import matplotlib.pyplot as plt
from matplotlib._style import scale

__version__ = "0.13.2"


def _plain(values):
    if hasattr(values, "detach"):
        values = values.detach().cpu()
    return values.tolist() if hasattr(values, "tolist") else list(values)


def _column(data, value):
    return _plain(data[value]) if data is not None and isinstance(value, str) else None if value is None else _plain(value)


def set_theme(*args, **settings):
    """Accepted: charts have one look."""


set = set_style = set_context = set_palette = despine = set_theme


def heatmap(data, vmin=None, vmax=None, cmap=None, center=None, annot=None, fmt=".2g", cbar=True, xticklabels="auto",
            yticklabels="auto", square=False, ax=None, mask=None, linewidths=0, cbar_kws=None, **settings):
    """An array as cells; gives the axes."""
    ax = plt.gca() if ax is None else ax
    framed = hasattr(data, "columns")
    rows = _plain(data.to_numpy() if framed else data)
    if mask is not None:
        rows = [[float("nan") if hidden else v for v, hidden in zip(row, flags)] for row, flags in zip(rows, _plain(mask))]
    if center is not None:
        far = max([abs(v - center) for row in rows for v in row if v == v] + [1e-12])
        vmin, vmax = center - far if vmin is None else vmin, center + far if vmax is None else vmax
        cmap = cmap or "RdBu"
    artist = ax.imshow(rows, cmap=cmap, vmin=vmin, vmax=vmax)
    if cbar:
        artist._series["color_bar"] = True
    for side, given, own, count in (("x", xticklabels, data.columns if framed else None, len(rows[0])),
                                    ("y", yticklabels, data.index if framed else None, len(rows))):
        if given is False:
            getattr(ax, f"set_{side}ticks")([])
        elif given not in (True, "auto") or own is not None:
            texts = own if given is True or given == "auto" else _plain(given)
            getattr(ax, f"set_{side}ticks")(range(count), [str(t) for t in texts])
    if annot is not None and annot is not False:
        shown = rows if annot is True else _plain(annot)
        for i, row in enumerate(shown):
            for j, v in enumerate(row):
                ax.text(j, i, v if isinstance(v, str) else format(v, fmt), color=_ink(rows, rows[i][j], vmin, vmax, cmap))
    return ax


def _ink(rows, value, low, high, cmap):
    """Black or white: what can be read on the colour of a value."""
    known = [v for row in rows for v in row if v == v]
    low, high = min(known) if low is None else low, max(known) if high is None else high
    part = (value - low) / ((high - low) or 1.0)
    kind = scale(cmap)
    dark = abs(part - 0.5) > 0.35 if kind == "signed" else part < 0.5 if kind in ("unsigned", "grey") else part > 0.55
    return "white" if dark else "black"


def _parts(data, x, y, hue):
    xs, ys = _column(data, x), _column(data, y)
    if ys is None:
        xs, ys = None, xs if xs is not None else _plain(data)
    xs = list(range(len(ys))) if xs is None else xs
    if hue is None:
        return [(None, xs, ys)]
    out = {}
    for key, a, b in zip(_column(data, hue), xs, ys):
        out.setdefault(key, ([], []))[0].append(a)
        out[key][1].append(b)
    return [(str(k), a, b) for k, (a, b) in out.items()]


def _finish(ax, x, y, named):
    if isinstance(x, str):
        ax.set_xlabel(x)
    if isinstance(y, str):
        ax.set_ylabel(y)
    if named:
        ax.legend()
    return ax


def lineplot(data=None, x=None, y=None, hue=None, ax=None, label=None, marker=None, color=None, **settings):
    """Lines."""
    ax = plt.gca() if ax is None else ax
    for name, a, b in _parts(data, x, y, hue):
        ax.plot(a, b, label=name or label, marker=marker, color=color)
    return _finish(ax, x, y, hue is not None or label is not None)


def scatterplot(data=None, x=None, y=None, hue=None, ax=None, label=None, color=None, **settings):
    """Points."""
    ax = plt.gca() if ax is None else ax
    for name, a, b in _parts(data, x, y, hue):
        ax.scatter(a, b, label=name or label, color=color)
    return _finish(ax, x, y, hue is not None or label is not None)


def barplot(data=None, x=None, y=None, hue=None, ax=None, color=None, **settings):
    """Bars: the mean of each category."""
    ax = plt.gca() if ax is None else ax
    for name, a, b in _parts(data, x, y, hue):
        groups = {}
        for key, value in zip(a, b):
            groups.setdefault(key, []).append(value)
        ax.bar([str(k) for k in groups], [sum(v) / len(v) for v in groups.values()], label=name, color=color)
    return _finish(ax, x, y, hue is not None)


def histplot(data=None, x=None, hue=None, bins=None, ax=None, stat="count", kde=False, label=None, color=None, **settings):
    """How often values come."""
    ax = plt.gca() if ax is None else ax
    for name, _, values in _parts(data, None, x, hue):
        ax.hist(values, bins=None if bins == "auto" else bins, density=stat == "density", label=name or label, color=color)
    return _finish(ax, x, "Count" if stat == "count" else stat, hue is not None or label is not None)
