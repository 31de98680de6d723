"""Dates and times as text, and back; see datetime."""

import datetime as _dt
from datetime._timedelta import timedelta, timezone

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December")


# --- writing ------------------------------------------------------------------------------------------------------


def _offset(value, colon):
    text = _dt._offset_text(value.utcoffset()) if hasattr(value, "utcoffset") else ""
    return text if colon else text.replace(":", "")


def _week(d, first):
    """The week of the year, beginning on weekday `first` (0 Monday, 6 Sunday)."""
    return (d._day_of_year() + 6 - (d.weekday() - first) % 7) // 7


_TIME = {
    "H": lambda v: f"{v.hour:02d}",
    "I": lambda v: f"{v.hour % 12 or 12:02d}",
    "M": lambda v: f"{v.minute:02d}",
    "S": lambda v: f"{v.second:02d}",
    "f": lambda v: f"{v.microsecond:06d}",
    "p": lambda v: "AM" if v.hour < 12 else "PM",
    "z": lambda v: _offset(v, False),
    "Z": lambda v: (v.tzname() or "") if hasattr(v, "tzname") else "",
    "k": lambda v: f"{v.hour:2d}",
    "l": lambda v: f"{v.hour % 12 or 12:2d}",
    "X": lambda v: write(v, "%H:%M:%S"),
    "T": lambda v: write(v, "%H:%M:%S"),
    "R": lambda v: write(v, "%H:%M"),
    "r": lambda v: write(v, "%I:%M:%S %p"),
    "n": lambda v: "\n",
    "t": lambda v: "\t",
    "%": lambda v: "%",
}
_DATE = {
    "Y": lambda v: str(v.year),
    "y": lambda v: f"{v.year % 100:02d}",
    "C": lambda v: f"{v.year // 100:02d}",
    "m": lambda v: f"{v.month:02d}",
    "d": lambda v: f"{v.day:02d}",
    "e": lambda v: f"{v.day:2d}",
    "j": lambda v: f"{v._day_of_year():03d}",
    "a": lambda v: _DAY_NAMES[v.weekday()][:3],
    "A": lambda v: _DAY_NAMES[v.weekday()],
    "b": lambda v: _MONTH_NAMES[v.month - 1][:3],
    "h": lambda v: _MONTH_NAMES[v.month - 1][:3],
    "B": lambda v: _MONTH_NAMES[v.month - 1],
    "u": lambda v: str(v.isoweekday()),
    "w": lambda v: str(v.isoweekday() % 7),
    "U": lambda v: f"{_week(v, 6):02d}",
    "W": lambda v: f"{_week(v, 0):02d}",
    "G": lambda v: str(v.isocalendar()[0]),
    "g": lambda v: f"{v.isocalendar()[0] % 100:02d}",
    "V": lambda v: f"{v.isocalendar()[1]:02d}",
    "D": lambda v: write(v, "%m/%d/%y"),
    "F": lambda v: write(v, "%Y-%m-%d"),
    "x": lambda v: write(v, "%m/%d/%y"),
    "c": lambda v: write(v, "%a %b %e %H:%M:%S %Y"),
    "s": lambda v: str(int(v.timestamp())),
}


def write(value, format):
    """The format with every %-code replaced."""
    if not isinstance(value, _dt.datetime):  # what the other half would say
        if isinstance(value, _dt.date):
            value = _dt.datetime(value.year, value.month, value.day)
        else:
            value = _dt.datetime(1900, 1, 1, *value._parts(), value.tzinfo)
    out, at = [], 0
    while True:
        mark = format.find("%", at)
        if mark < 0 or mark + 1 >= len(format):
            out.append(format[at:])
            return "".join(out)
        out.append(format[at:mark])
        code, at = format[mark + 1], mark + 2
        strip = code == "-"
        if strip and at < len(format):
            code, at = format[at], at + 1
        writer = _DATE.get(code) or _TIME.get(code)
        text = writer(value) if writer else format[mark:at]
        out.append((text.lstrip("0 ") or "0") if strip and writer else text)


# --- reading ISO 8601 ---------------------------------------------------------------------------------------------


def _digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def read_date(text):
    """(year, month, day)."""
    if len(text) not in (7, 8, 10):
        raise ValueError(text)
    year = _digits(text[:4])
    dash = text[4] == "-"
    at = 5 if dash else 4
    if text[at] == "W":
        week, rest = _digits(text[at + 1:at + 3]), text[at + 3:]
        day = 1
        if rest:
            if dash != (rest[0] == "-"):
                raise ValueError(text)
            day = _digits(rest[1:] if dash else rest)
        return _dt._from_ordinal(_dt._iso_ordinal(year, week, day))
    month = _digits(text[at:at + 2])
    rest = text[at + 2:]
    if dash != (rest[0] == "-"):
        raise ValueError(text)
    if len(rest) != 2 + dash:
        raise ValueError(text)
    return year, month, _digits(rest[1:] if dash else rest)


def _clock(text):
    """[hour, minute, second, microsecond] of 'HH[:MM[:SS[.f…]]]' or 'HHMMSS'."""
    parts, at = [0, 0, 0, 0], 0
    colon = text[2:3] == ":"
    for i in range(3):
        parts[i] = _digits(text[at:at + 2]) if len(text[at:at + 2]) == 2 else _digits("")
        at += 2
        if at == len(text):
            return parts
        if i < 2 and colon:
            if text[at] != ":":
                raise ValueError(text)
            at += 1
        elif i == 2:
            if text[at] not in ".,":
                raise ValueError(text)
            fraction = text[at + 1:]
            _digits(fraction)
            parts[3] = int(fraction[:6].ljust(6, "0"))
    return parts


def read_time(text):
    """[hour, minute, second, microsecond, zone]."""
    zone = None
    mark = max(text.find("+"), text.find("-"), text.find("Z"))
    if mark >= 0:
        if text[mark] == "Z":
            if mark != len(text) - 1:
                raise ValueError(text)
            zone = timezone.utc
        else:
            h, m, s, us = _clock(text[mark + 1:])
            offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
            zone = timezone(-offset if text[mark] == "-" else offset)
        text = text[:mark]
    return [*_clock(text), zone]


def read_datetime(text):
    """What datetime() takes."""
    if len(text) < 7:
        raise ValueError(text)
    if text[4] == "-":
        end = (8 if len(text) == 8 or text[8:9] not in "-" or not text[9:10].isdigit() else 10) if text[5] == "W" else 10
    elif text[4] == "W":
        end = 8 if text[7:8].isdigit() and not text[7:9].isdigit() or len(text) == 8 else 7
    else:
        end = 8
    day = read_date(text[:end])
    if len(text) == end:
        return day
    return (*day, *read_time(text[end + 1:]))


# --- reading by a format ------------------------------------------------------------------------------------------


class _Found:
    """What a text told so far."""

    def __init__(self):
        self.year, self.month, self.day = None, 1, 1
        self.hour = self.minute = self.second = self.microsecond = 0
        self.pm = self.twelve = self.zone = self.zone_name = self.yearday = self.weekday = None
        self.iso_year = self.iso_week = self.week = None


def _number(text, at, most):
    end = at
    while end < len(text) and end - at < most and text[end] in "0123456789":
        end += 1
    if end == at:
        raise ValueError
    return int(text[at:end]), end


def _word(text, at, words):
    low = text.lower()
    best = None
    for i, word in enumerate(words):
        if low.startswith(word.lower(), at) and (best is None or len(word) > len(words[best])):
            best = i
    if best is None:
        raise ValueError
    return best, at + len(words[best])


_NUMBERS = {"d": ("day", 2, 1, 31), "m": ("month", 2, 1, 12), "Y": ("year", 4, 0, 9999), "H": ("hour", 2, 0, 23),
            "I": ("twelve", 2, 1, 12), "M": ("minute", 2, 0, 59), "S": ("second", 2, 0, 61),
            "j": ("yearday", 3, 1, 366), "G": ("iso_year", 4, 0, 9999), "V": ("iso_week", 2, 1, 53)}
_EXPANDED = {"D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "X": "%H:%M:%S", "x": "%m/%d/%y",
             "c": "%a %b %d %H:%M:%S %Y", "r": "%I:%M:%S %p"}


def _read_code(found, code, text, at):
    if code in _NUMBERS:
        name, width, low, high = _NUMBERS[code]
        value, end = _number(text, at, width)
        while not low <= value <= high and end - at > 1:  # fewer digits may fit
            end -= 1
            value = int(text[at:end])
        if not low <= value <= high or code in "YG" and end - at != 4:
            raise ValueError
        setattr(found, name, value)
        return end
    if code == "y":
        value, end = _number(text, at, 2)
        found.year = value + (1900 if value >= 69 else 2000)
        return end
    if code == "f":
        value, end = _number(text, at, 6)
        found.microsecond = value * 10 ** (6 - (end - at))
        return end
    if code in "bB":
        found.month, end = _word(text, at, _MONTH_NAMES if code == "B" else [m[:3] for m in _MONTH_NAMES])
        found.month += 1
        return end
    if code in "aA":
        found.weekday, end = _word(text, at, _DAY_NAMES if code == "A" else [d[:3] for d in _DAY_NAMES])
        return end
    if code == "p":
        found.pm, end = _word(text, at, ("AM", "PM"))
        return end
    if code == "u":
        value, end = _number(text, at, 1)
        found.weekday = value - 1
        return end
    if code == "w":
        value, end = _number(text, at, 1)
        found.weekday = (value - 1) % 7
        return end
    if code in "UW":
        value, end = _number(text, at, 2)
        found.week = (code, value)
        return end
    if code == "Z":
        names = ("utc", "gmt")
        i, end = _word(text, at, names)
        found.zone_name = names[i].upper()
        return end
    if code == "z":
        return _read_zone(found, text, at)
    raise KeyError(code)


def _read_zone(found, text, at):
    if text[at:at + 1] == "Z":
        found.zone = timezone.utc
        return at + 1
    if text[at:at + 1] not in ("+", "-"):
        raise ValueError
    end = at + 1
    while end < len(text) and text[end] in "0123456789:.":
        end += 1
    h, m, s, us = _clock(text[at + 1:end])
    offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
    found.zone = timezone(-offset if text[at] == "-" else offset)
    return end


def _match(found, text, format):
    """Where the format's match ends in text; ValueError when it does not match."""
    at = i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            if at >= len(text) or not text[at].isspace():
                raise ValueError
            while at < len(text) and text[at].isspace():
                at += 1
            while i < len(format) and format[i].isspace():
                i += 1
        elif c == "%" and format[i:i + 1] != "%":
            code = format[i]
            i += 1
            at = _read_code(found, code, text, at)
        else:
            i += c == "%"
            if text[at:at + 1].lower() != c.lower():
                raise ValueError
            at += 1
    return at


def _day_of(found):
    year = 1900 if found.year is None else found.year
    if found.iso_year is not None and found.iso_week is not None and found.weekday is not None:
        return _dt._from_ordinal(_dt._iso_ordinal(found.iso_year, found.iso_week, found.weekday + 1))
    if found.week is not None and found.weekday is not None and found.year is not None:
        code, week = found.week
        first = _dt._to_ordinal(year, 1, 1)
        start = 6 if code == "U" else 0
        before = (7 - ((first + 6) % 7 - start) % 7) % 7
        return _dt._from_ordinal(first + before + (week - 1) * 7 + (found.weekday - start) % 7)
    if found.yearday is not None and found.year is not None:
        return _dt._from_ordinal(_dt._to_ordinal(year, 1, 1) + found.yearday - 1)
    if found.year is None and found.month == 2 and found.day == 29:
        return 1904, 2, 29
    return year, found.month, found.day


def read(cls, text, format):
    """An instance of cls."""
    for argument in (text, format):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {0 if argument is text else 1} must be str, not {type(argument)}")
    for code, expansion in _EXPANDED.items():
        format = format.replace("%" + code, expansion)
    found = _Found()
    try:
        end = _match(found, text, format)
    except KeyError as error:
        raise ValueError(f"{error.args[0]!r} is a bad directive in format {format!r}") from None
    except (ValueError, IndexError):
        if format.endswith("%") and not format.endswith("%%"):
            raise ValueError(f"stray % in format {format!r}") from None
        raise ValueError(f"time data {text!r} does not match format {format!r}") from None
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    hour = found.hour
    if found.twelve is not None:
        hour = found.twelve % 12 + (12 if found.pm else 0)
    zone = found.zone
    if zone is not None and found.zone_name:
        zone = timezone(zone.utcoffset(None), found.zone_name)
    return cls(*_day_of(found), hour, found.minute, found.second, found.microsecond, zone)
