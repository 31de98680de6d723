"""Clocks and calendar time."""


class struct_time(tuple):
    """The fields of a time: a tuple of nine whose items have names."""

    _names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0

    def __new__(cls, sequence):
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        if len(values) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)")
        self = tuple.__new__(cls, values[:9])
        self.tm_zone, self.tm_gmtoff = (values[9:] + (None, None))[:2]
        return self

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{n}={v!r}' for n, v in zip(self._names, self))})"


def localtime(seconds=None, /):
    """The time here, now or at `seconds` since 1970."""
    return struct_time(_localtime(seconds))


def gmtime(seconds=None, /):
    """The time in UTC, now or at `seconds` since 1970."""
    return struct_time(_gmtime(seconds))


def asctime(t=None, /):
    """'Sat Jun  6 16:26:11 1998'."""
    return _asctime(_localtime() if t is None else t)


def ctime(seconds=None, /):
    """asctime of a local time."""
    return _asctime(_localtime(seconds))


def strftime(format, t=None, /):
    """The time in a format of % codes."""
    return _strftime(format, _localtime() if t is None else t)


class _ClockInfo:
    """What get_clock_info tells."""

    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return f"namespace({', '.join(f'{n}={v!r}' for n, v in self.__dict__.items())})"


def get_clock_info(name, /):
    """How a clock behaves."""
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    kind = {"time": "REALTIME", "process_time": "PROCESS_CPUTIME_ID", "thread_time": "THREAD_CPUTIME_ID"}
    return _ClockInfo(implementation=f"clock_gettime(CLOCK_{kind.get(name, 'MONOTONIC')})", monotonic=name != "time",
                      adjustable=name == "time", resolution=1e-09)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_number(year, month, day):
    """Days since 0001-01-01, which is day 1 and a Monday."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + _BEFORE[month - 1] + (month > 2 and _is_leap(year)) + day


def _patterns():
    def either(names):
        return "|".join(sorted(names, key=len, reverse=True))

    parts = {
        "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})",
        "H": r"(?P<H>2[0-3]|[0-1]\d|\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])",
        "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
        "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
        "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)",
        "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))", "Z": r"(?P<Z>utc|gmt)", "p": r"(?P<p>am|pm)",
        "A": f"(?P<A>{either(_DAYS)})", "a": f"(?P<a>{either(d[:3] for d in _DAYS)})",
        "B": f"(?P<B>{either(_MONTHS)})", "b": f"(?P<b>{either(m[:3] for m in _MONTHS)})", "%": "%",
    }
    return parts


_COMPOUND = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y",
             "R": "%H:%M", "F": "%Y-%m-%d"}


def _pattern_of(format):
    import re

    parts = _patterns()
    for letter, text in _COMPOUND.items():
        format = format.replace("%" + letter, text)
    format = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    out = []
    at = 0
    while at < len(format):
        c = format[at]
        if c == "%":
            letter = format[at + 1 : at + 2]
            if not letter:
                raise ValueError(f"stray %% in format '{format}'")
            if letter not in parts:
                raise ValueError(f"'{letter}' is a bad directive in format '{format}'")
            out.append(parts[letter])
            at += 2
        elif c.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            out.append(r"\s+")
        else:
            out.append(c)
            at += 1
    return re.compile("".join(out), re.I)


def _place(names, text):
    return [n.lower() for n in names].index(text.lower())


def _hour(found):
    if found.get("H"):
        return int(found["H"])
    if not found.get("I"):
        return 0
    hour = int(found["I"]) % 12
    return hour + 12 if (found.get("p") or "").lower() == "pm" else hour


def _year(found):
    if found.get("Y"):
        return int(found["Y"])
    if found.get("y"):
        year = int(found["y"])
        return year + (2000 if year <= 68 else 1900)
    return 1900


def _month(found):
    if found.get("m"):
        return int(found["m"])
    if found.get("B"):
        return _place(_MONTHS, found["B"]) + 1
    return _place([m[:3] for m in _MONTHS], found["b"]) + 1 if found.get("b") else 1


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    """A text read by a format of % codes."""
    match = _pattern_of(format).match(string)
    if not match:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if len(string) != match.end():
        raise ValueError(f"unconverted data remains: {string[match.end():]}")
    found = match.groupdict()
    year, month = _year(found), _month(found)
    day = int(found["d"]) if found.get("d") else 1
    if found.get("j"):
        number = _day_number(year, 1, 1) + int(found["j"]) - 1
        month = max(m for m in range(1, 13) if _day_number(year, m, 1) <= number)
        day = number - _day_number(year, month, 1) + 1
    number = _day_number(year, month, day)
    limit = 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if day > limit:
        raise ValueError("day is out of range for month")
    return struct_time((year, month, day, _hour(found), int(found.get("M") or 0), int(found.get("S") or 0),
                        (number - 1) % 7, number - _day_number(year, 1, 1) + 1, -1))
