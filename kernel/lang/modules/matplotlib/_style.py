"""Names of matplotlib put into the words of the chart: colours, markers, lines, colour maps."""

_MARKERS = {"o": "circle", ".": "circle", ",": "circle", "s": "square", "^": "triangle", "v": "triangle",
            "<": "triangle", ">": "triangle", "x": "cross", "X": "cross", "+": "plus", "P": "plus", "D": "diamond",
            "d": "diamond", "*": "diamond", "h": "circle", "p": "circle"}
_LINES = {"-": "solid", "solid": "solid", "--": "dashed", "dashed": "dashed", ":": "dotted", "dotted": "dotted",
          "-.": "dash_dot", "dashdot": "dash_dot", "": "none", " ": "none", "None": "none", "none": "none"}
_SIGNED = {"RdBu", "RdBu_r", "coolwarm", "coolwarm_r", "bwr", "bwr_r", "seismic", "seismic_r", "PiYG", "PRGn", "BrBG",
           "PuOr", "RdGy", "RdYlBu", "RdYlGn", "Spectral", "icefire", "vlag", "RdBu_"}
_ONE_HUE = {"Blues", "Reds", "Greens", "Purples", "Oranges", "YlOrRd", "YlGnBu", "PuBu", "BuPu", "GnBu", "OrRd"}
_GREYS = {"gray", "grey", "Greys", "binary", "gray_r", "Greys_r", "bone"}
_LETTERS = "bgrcmykw"


def marker(name):
    """"circle" for "o"."""
    if name is None or name in ("None", "none", "", " "):
        return "none"
    if name not in _MARKERS:
        raise ValueError(f"Unrecognized marker style {name!r}")
    return _MARKERS[name]


def line(name):
    """"dashed" for "--"."""
    if name is None:
        return "auto"
    if name not in _LINES:
        raise ValueError(f"{name!r} is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None'")
    return _LINES[name]


def scale(cmap):
    """The scale of a colour map's name or object."""
    name = getattr(cmap, "name", cmap)
    if name is None:
        return "unsigned"
    base = name.removesuffix("_r")
    if name in _SIGNED or base in _SIGNED:
        return "signed"
    if base in _GREYS:
        return "grey"
    return "probability" if base in _ONE_HUE else "unsigned"


def color(value):
    """A colour's notation; tuples of numbers 0…1 become "#rrggbb"."""
    if value is None or isinstance(value, str):
        return value
    parts = [float(v) for v in value][:3]
    return "#" + "".join(f"{round(max(0.0, min(1.0, p)) * 255):02x}" for p in parts)


def read_format(text):
    """(color, marker, line) of "r--", "ko-", "C1:"; None for what is not said."""
    found = {"color": None, "marker": None, "line": None}
    rest = text
    while rest:
        if rest[:2] in ("--", "-."):
            found["line"], rest = rest[:2], rest[2:]
        elif rest[0] in "-:":
            found["line"], rest = rest[0], rest[1:]
        elif rest[0] == "C" and rest[1:2].isdigit():
            found["color"], rest = rest[:2], rest[2:]
        elif rest[0] in _MARKERS and not (rest[0] in _LETTERS and found["color"] is None):
            found["marker"], rest = rest[0], rest[1:]
        elif rest[0] in _LETTERS:
            found["color"], rest = rest[0], rest[1:]
        else:
            raise ValueError(f"{text!r} is not a valid format string (unrecognized character {rest[0]!r})")
    return found["color"], found["marker"], found["line"]
