"""Texts of arrays and scalars as numpy writes them."""

import math

_options = {"precision": 8, "threshold": 1000, "edgeitems": 3, "linewidth": 75, "suppress": False}


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, **others):
    """How arrays are printed."""
    given = {"precision": precision, "threshold": threshold, "edgeitems": edgeitems, "linewidth": linewidth,
             "suppress": suppress}
    _options.update({k: v for k, v in given.items() if v is not None})


def get_printoptions():
    """How arrays are printed."""
    return dict(_options)


class printoptions:
    """with np.printoptions(precision=3): …"""

    def __init__(self, **options):
        self._new = options

    def __enter__(self):
        self._old = dict(_options)
        set_printoptions(**self._new)

    def __exit__(self, *exception):
        _options.update(self._old)


_DIGITS = {"float32": 9, "complex64": 9, "float16": 5}


def shortest(x, name):
    """(sign, digits, exponent) of the shortest decimal that reads back as x: 0.d₁d₂… × 10^exponent."""
    text = repr(x)
    if name in _DIGITS:
        from numpy._dtype import _TORCH
        import torch
        kind = torch.float16 if name == "float16" else torch.float32
        for digits in range(1, _DIGITS[name] + 1):
            text = f"{x:.{digits - 1}e}"
            if torch.tensor(float(text), dtype=kind).item() == x:
                break
    mantissa, _, exponent = text.partition("e")
    sign = "-" if mantissa[0] == "-" else ""
    whole, _, part = mantissa.lstrip("-").partition(".")
    digits = whole + part
    point = len(whole) + (int(exponent) if exponent else 0)
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    stripped = stripped.rstrip("0")
    return sign, stripped or "0", point if stripped else 1


def positional(x, name, precision=None):
    """"-12.5"; at most `precision` digits after the point, none needed: "3."."""
    sign, digits, point = shortest(x, name)
    whole = digits[:point] + "0" * (point - len(digits)) if point > 0 else "0"
    part = "0" * max(0, -point) + digits[max(0, point):] if digits != "0" else ""
    if precision is not None and len(part) > precision:
        text = f"{abs(x):.{precision}f}"
        whole, _, part = text.partition(".")
        part = part.rstrip("0")
    return f"{sign}{whole}.{part}"


def scientific(x, name, precision, least=0):
    """"1.5e-05" with between `least` and `precision` digits after the point."""
    sign, digits, point = shortest(x, name)
    if len(digits) - 1 > precision:
        text = f"{abs(x):.{precision}e}"
        mantissa, _, exponent = text.partition("e")
        whole, _, part = mantissa.partition(".")
        part, exponent = part.rstrip("0"), int(exponent)
    else:
        whole, part, exponent = digits[0], digits[1:], (point - 1 if digits != "0" else 0)
    return f"{sign}{whole}.{part.ljust(least, '0')}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def number_text(value, name):
    """str() of a scalar."""
    if name == "bool" or name[0] in "iu":
        return str(value)
    if name[0] == "c":
        return str(value)
    if name == "float64":
        return repr(value)
    if not math.isfinite(value):
        return "nan" if value != value else ("inf" if value > 0 else "-inf")
    if value != 0 and not 1e-4 <= abs(value) < 1e16:
        mantissa, _, exponent = scientific(value, name, 17).partition("e")
        return f"{mantissa.rstrip('.')}e{exponent}"
    text = positional(value, name)
    return text + "0" if text.endswith(".") else text


class _Floats:
    """How the floats of one array are written: all alike."""

    def __init__(self, values, name):
        self.name = name
        finite = [v for v in values if math.isfinite(v)]
        sizes = [abs(v) for v in finite if v != 0]
        precision = _options["precision"]
        self.exponents = bool(sizes) and (max(sizes) >= (1e8 if name != "float16" else 1e3) or (
            not _options["suppress"] and (min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000.0)))
        self.left = self.right = 0
        self.precision = precision
        if finite and self.exponents:
            texts = [scientific(v, name, precision) for v in finite]
            heads = [t.partition("e")[0].split(".") for t in texts]
            self.precision = max(len(h[1]) for h in heads)
            self.left = max(len(h[0]) for h in heads)
            self.right = self.precision + max(len(t.partition("e")[2]) for t in texts) + 1
        elif finite:
            parts = [positional(v, name, precision).split(".") for v in finite]
            self.left, self.right = max(len(p[0]) for p in parts), max(len(p[1]) for p in parts)
        for v in values:
            if not math.isfinite(v):
                self.left = max(self.left, len(number_text(v, "float32")) - self.right - 1)

    def __call__(self, v):
        if not math.isfinite(v):
            return number_text(v, "float32").rjust(self.left + self.right + 1)
        if self.exponents:
            return scientific(v, self.name, self.precision, self.precision).rjust(self.left + self.right + 1)
        whole, part = positional(v, self.name, self.precision).split(".")
        return f"{whole.rjust(self.left)}.{part.ljust(self.right)}"


class _Complex:
    def __init__(self, values, name):
        part = "float32" if name == "complex64" else "float64"
        self.real = _Floats([v.real for v in values], part)
        self.imag = _Floats([abs(v.imag) for v in values], part)

    def __call__(self, v):
        sign = "-" if math.copysign(1, v.imag) < 0 else "+"
        imag = self.imag(abs(v.imag))
        return f"{self.real(v.real)}{sign}{imag.strip()}j" + " " * (len(imag) - len(imag.strip()))


def _formatter(values, name):
    if name[0] in "fb" and name != "bool":
        return _Floats(values, name)
    if name == "bool":
        return lambda v: str(v).rjust(5)
    if name[0] == "c":
        return _Complex(values, name)
    width = max((len(str(v)) for v in values), default=0)
    return lambda v: str(v).rjust(width)


def _edges(t, edge):
    """The corners of a tensor that a summary shows."""
    for axis in range(t.dim()):
        if t.shape[axis] > 2 * edge:
            import torch
            t = torch.cat([t.narrow(axis, 0, edge), t.narrow(axis, t.shape[axis] - edge, edge)], axis)
    return t


def _extend(done, line, word, width, prefix):
    if len(line) + len(word) > width and len(line) > len(prefix):
        done += line.rstrip() + "\n"
        line = prefix
    return done, line + word


def _lines(values, format, separator, indent, width, edge):
    """One level of nested lists; `edge` 0: everything is shown, else Ellipsis stands for what is left out."""
    if not isinstance(values, list):
        return format(values)
    inner = indent + " "
    nested = bool(values) and any(isinstance(v, list) for v in values if v is not Ellipsis)
    if not nested:
        element = width - max(len(separator.rstrip()), 1)
        done, line = "", indent
        for i, v in enumerate(values):
            word = "..." if v is Ellipsis else _lines(v, format, separator, inner, width - 1, edge)
            done, line = _extend(done, line, word, element, indent)
            if i + 1 < len(values):
                line += separator
        return "[" + (done + line)[len(indent):] + "]"
    depth = _depth(values)
    gap = separator.rstrip() + "\n" * (depth - 1)
    parts = [indent + ("..." if v is Ellipsis else _lines(v, format, separator, inner, width - 1, edge))
             for v in values]
    return "[" + gap.join(parts)[len(indent):] + "]"


def _depth(values):
    first = next((v for v in values if isinstance(v, list)), None)
    return 1 if first is None else 1 + _depth(first)


def _with_gaps(values, shape, edge):
    """Nested lists of the corners with Ellipsis where something was left out."""
    if not shape:
        return values
    items = [_with_gaps(v, shape[1:], edge) for v in values]
    return items[:edge] + [Ellipsis] + items[edge:] if shape[0] > 2 * edge else items


def array_text(t, name, separator=" ", prefix="", suffix=""):
    """The brackets of a tensor as numpy writes them."""
    if t.numel() == 0:
        return "[]"
    edge = _options["edgeitems"] if t.numel() > _options["threshold"] else 0
    shape = list(t.shape)
    if edge:
        t = _edges(t, edge)
    format = _formatter(t.flatten().tolist(), name)
    values = t.tolist()
    if edge:
        values = _with_gaps(values, shape, edge)
    indent = " " * (len(prefix) + 1)
    return _lines(values, format, separator, indent, _options["linewidth"] - len(suffix), edge)


def array_repr(t, name):
    """array([...], dtype=...)."""
    plain = name in ("float64", "int64", "bool", "complex128") and t.numel() > 0
    if t.dim() == 0:
        format = _formatter([t.item()], name)
        body = format(t.item()).strip()
    elif t.numel() == 0 and list(t.shape) != [0]:
        body = f"[], shape={tuple(t.shape)}"
    else:
        body = array_text(t, name, ", ", "array(", ")" if plain else ",")
    text = f"array({body}"
    if plain:
        return text + ")"
    kind = f"dtype={name})"
    last = len(text) + 1 - (text.rfind("\n") + 1)
    gap = " " if last + len(kind) + 1 <= _options["linewidth"] else "\n" + " " * 6
    return f"{text},{gap}{kind}"
