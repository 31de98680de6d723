"""Tables as text, in pandas' own format."""

import math

from pandas._index import is_number_kind

WIDTH, MOST_ROWS, LEAST_ROWS, MOST_TEXT, DIGITS = 80, 60, 10, 50, 6
options = {"display.precision": DIGITS, "display.max_rows": MOST_ROWS, "display.max_columns": 0,
           "display.width": WIDTH, "display.max_colwidth": MOST_TEXT, "display.float_format": None}


def _trimmed(texts):
    """The same zeros off the ends of all, one decimal left."""
    while any("." in t for t in texts) and all(t.endswith("0") for t in texts if "." in t):
        texts = [t[:-1] if "." in t else t for t in texts]
    return [t + "0" if t.endswith(".") else t for t in texts]


def float_texts(values):
    """Floats of one column, each with a place for the sign."""
    given = options["display.float_format"]
    if given is not None:
        return ["NaN" if v != v else given(v) for v in values]
    digits = options["display.precision"]
    numbers = [v for v in values if v == v and not math.isinf(v)]
    fixed = {i: f"{v: .{digits}f}" for i, v in enumerate(values) if v == v and not math.isinf(v)}
    too_long = max([len(t) for t in fixed.values()] + [0]) > digits + 6
    large = any(abs(v) > 1e6 for v in numbers)
    small = any(0 < abs(v) < 10 ** -digits for v in numbers)
    if small or too_long and large:
        fixed = {i: f"{values[i]: .{digits}e}" for i in fixed}
    else:
        places = list(fixed)
        fixed = dict(zip(places, _trimmed([fixed[i] for i in places])))
    special = lambda v: " NaN" if v != v else f" {v}"
    return [fixed[i] if i in fixed else special(v) for i, v in enumerate(values)]


def one(value):
    """A value among others of any kind."""
    if isinstance(value, float):
        return "NaN" if value != value else f"{value:.{options['display.precision']}f}".rstrip("0") + (
            "0" if value == int(value) else "") if not math.isinf(value) else str(value)
    return str(value).replace("\n", "\\n").replace("\t", "\\t")


def _short(text):
    limit = options["display.max_colwidth"]
    return text if limit is None or len(text) <= limit else text[:limit - 3] + "..."


def cells(values, dtype):
    """The texts of a column, with their place for the sign."""
    if dtype.startswith("float"):
        return float_texts(values)
    if dtype.startswith(("int", "uint")):
        return [f"{v: d}" for v in values]
    return [_short(one(v) if isinstance(v, float) and v < 0 else " " + one(v)) for v in values]


def index_columns(index):
    """The texts of row labels, a list a level; a label that repeats in an outer level is blank."""
    if index.nlevels == 1:
        labels = index.labels
        if labels and all(isinstance(v, float) for v in labels):
            return [[t.strip() for t in float_texts(labels)]]
        return [[one(v) for v in labels]]
    out = []
    for level in range(index.nlevels):
        texts, before = [], None
        for label in index.labels:
            same = level < index.nlevels - 1 and before is not None and before[:level + 1] == label[:level + 1]
            texts.append("" if same else one(label[level]))
            before = label
        out.append(texts)
    return out


def frame_text(frame, most_rows=None, width=None):
    """A whole frame; limits None: everything."""
    names = list(frame.columns)
    if not names:
        return f"Empty DataFrame\nColumns: []\nIndex: [{', '.join(map(str, frame.index))}]"
    if not len(frame.index):
        return f"Empty DataFrame\nColumns: [{', '.join(map(str, names))}]\nIndex: []"
    rows, shown = len(frame.index), frame
    cut = most_rows is not None and rows > most_rows
    if cut:
        half = min(LEAST_ROWS, most_rows) // 2
        shown = frame.iloc[[*range(half), *range(rows - half, rows)]]
    columns, labels = [_column(shown, name, cut) for name in names], _labels(shown, cut)
    fitting = len(names) if width is None else _fitting(labels, columns, width)
    if fitting < len(names):
        side = fitting // 2
        columns = columns[:side] + [["..."] * len(columns[0])] + columns[len(columns) - side:]
    if len(labels[0]) > len(columns[0]):  # a line for the names of the labels
        columns = [[c[0], " " * len(c[0]), *c[1:]] if c[0] != "..." else [*c, "..."] for c in columns]
        columns = [["...", "   ", *c[2:]] if c[0] == "..." else c for c in columns]
    lines = [" ".join(parts) for parts in zip(*labels, *columns)]
    if cut or fitting < len(names):
        lines.append(f"\n[{rows} rows x {len(names)} columns]")
    return "\n".join(lines)


def _fitting(labels, columns, width):
    """How many columns fit beside each other; those in the middle go first."""
    wide = [sum(len(c[0]) + 1 for c in labels) - 1, *[len(c[0]) for c in columns]]
    over = sum(wide) + len(wide) - 1 - width + 1
    while over > 0 and len(wide) > 1:
        over -= wide.pop(round(len(wide) / 2)) + 1
    return len(columns) if len(wide) == len(columns) + 1 else max(len(wide) - 1, 2)


def _column(frame, name, cut):
    series = frame._columns[name]
    dtype = frame._dtypes[name]
    texts = cells(series, dtype)
    head = one(name)
    if is_number_kind(dtype):
        head = " " + head
    if cut:
        widest = max(len(t) for t in texts)
        texts = texts[:len(texts) // 2] + ["..." if widest > 3 else ".."] + texts[len(texts) // 2:]
    wide = max(len(head), max(len(t) for t in texts))
    return [head.rjust(wide), *[t.rjust(wide) for t in texts]]


def _labels(frame, cut):
    out = []
    for texts in index_columns(frame.index):
        if cut:
            widest = max(len(t) for t in texts)
            texts = texts[:len(texts) // 2] + ["..." if widest > 2 else ".."] + texts[len(texts) // 2:]
        out.append(["", *texts])
    names = frame.index.names
    if any(n is not None for n in names):
        out = [["", "" if name is None else str(name), *column[1:]] for name, column in zip(names, out)]
    top = getattr(frame, "_columns_name", None)
    if top is not None:
        out[0][0] = str(top)
    wide = [max(len(t) for t in column) for column in out]
    return [[t.ljust(w) for t in column] for column, w in zip(out, wide)]


def series_text(series, most_rows=None):
    """A column with its labels, name and kind."""
    rows, values, index = len(series), series._values, series.index
    last = (f"Name: {series.name}, " if series.name is not None else "") + f"dtype: {series._dtype}"
    if not rows:
        return f"Series([], {last})"
    cut = most_rows is not None and rows > most_rows
    places = [*range(LEAST_ROWS // 2), *range(rows - LEAST_ROWS // 2, rows)] if cut else range(rows)
    texts = cells([values[i] for i in places], series._dtype)
    labels = index_columns(index.at(places))
    if cut:
        half = LEAST_ROWS // 2
        widest = max(len(t) for t in texts)
        texts = texts[:half] + [("..." if widest > 3 else "..").center(widest)] + texts[half:]
        labels = [t[:half] + [""] + t[half:] for t in labels]
        last = (f"Name: {series.name}, " if series.name is not None else "") + f"Length: {rows}, dtype: {series._dtype}"
    names = [("" if n is None else str(n)) for n in index.names]
    head = [names] if any(names) else []
    heads = names if len(names) > 1 else [""]  # a single level is as wide as its labels
    wide = [max(len(t) for t in [*column, name]) for column, name in zip(labels, heads)]
    room = max(len(t) for t in texts)
    lines = ["  ".join(n.ljust(w) for n, w in zip(names, wide)) for _ in head]
    for number, text in enumerate(texts):
        lines.append("  ".join(column[number].ljust(w) for column, w in zip(labels, wide)) + "   " + text.rjust(room))
    return "\n".join([*lines, last])


def frame_html(frame):
    """A frame as a table that needs no style."""
    import html

    names, out = list(frame.columns), ['<table border="1" class="dataframe">', "  <thead>", '    <tr style="text-align: right;">']
    levels = index_columns(frame.index)
    out += ["      <th></th>"] * len(levels) + [f"      <th>{html.escape(one(n))}</th>" for n in names]
    out += ["    </tr>", "  </thead>", "  <tbody>"]
    rows = list(range(len(frame.index)))
    shown = rows if len(rows) <= MOST_ROWS else rows[:LEAST_ROWS // 2] + [None] + rows[-(LEAST_ROWS // 2):]
    texts = {n: [t.strip() for t in cells(frame._columns[n], frame._dtypes[n])] for n in names}
    for i in shown:
        out.append("    <tr>")
        out += [f"      <th>{html.escape('...' if i is None else level[i])}</th>" for level in levels]
        out += [f"      <td>{html.escape('...' if i is None else texts[n][i])}</td>" for n in names]
        out.append("    </tr>")
    out += ["  </tbody>", "</table>"]
    if len(rows) > MOST_ROWS:
        out.append(f"<p>{len(rows)} rows × {len(names)} columns</p>")
    return "\n".join(out)
