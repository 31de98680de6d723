"""timedelta, tzinfo and timezone; see datetime."""

from _synthesize import shown as _shown


def _divided(n, d):
    """n / d rounded, halves to even."""
    q, r = divmod(n, d)
    twice = 2 * r
    return q + 1 if (twice > d if d > 0 else twice < d) or twice == d and q % 2 else q


def _rounded(rest, odd):
    """The whole number next to rest; a half goes to the one that makes the sum with an odd or even number even."""
    whole = round(rest)
    return 2 * round((rest + odd) * 0.5) - odd if abs(whole - rest) == 0.5 else whole


def _type_name(x):
    """As error texts name types: those of this module with its name."""
    cls = type(x)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _unknown(sign, a, b):
    """What an operator returns for operands it does not know: builtin ones are refused at once, with
    the names that CPython gives."""
    if isinstance(a, timedelta) and type(b).__module__ == "datetime" and sign in ("+", "-"):
        return NotImplemented  # a date knows
    if type(a).__module__ in ("builtins", "datetime") and type(b).__module__ in ("builtins", "datetime"):
        if sign in ("<", "<=", ">", ">="):
            raise TypeError(f"'{sign}' not supported between instances of '{_type_name(a)}' and '{_type_name(b)}'")
        raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_name(a)}' and '{_type_name(b)}'")
    return NotImplemented


def _microseconds(value, unit, name):
    """How many microseconds `value` units of `unit` microseconds are, exactly; a pair (whole, float rest)."""
    if isinstance(value, int):
        return value * unit, 0.0
    if isinstance(value, float):
        whole = int(value)
        return whole * unit, (value - whole) * unit
    raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")


class timedelta:
    """A span of time."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for value, unit, name in ((days, 86400000000, "days"), (seconds, 1000000, "seconds"),
                                  (microseconds, 1, "microseconds"), (milliseconds, 1000, "milliseconds"),
                                  (minutes, 60000000, "minutes"), (hours, 3600000000, "hours"),
                                  (weeks, 604800000000, "weeks")):
            whole, part = _microseconds(value, unit, name)
            total += whole
            rest += part
        if rest:
            total += _rounded(rest, total & 1)
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        days, rest = divmod(total, 86400000000)
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        """All of it in seconds."""
        return self._total() / 10**6

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self._days), ("seconds", self._seconds),
                                                       ("microseconds", self._microseconds)) if value]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'s' if abs(self._days) != 1 else ''}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else _unknown('+', self, other)

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else _unknown('-', self, other)

    def __rsub__(self, other):
        return timedelta._of(other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_divided(self._total() * n, d))
        return _unknown('*', self, other)

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._total() // other._total()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(self._total() // other)
        return _unknown('//', self, other)

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("division by zero")
            return self._total() / other._total()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_divided(self._total(), other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_divided(d * self._total(), n))
        return _unknown('/', self, other)

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else _unknown('%', self, other)

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._total(), other._total())
        return q, timedelta._of(r)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else _unknown('<', self, other)

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else _unknown('<=', self, other)

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else _unknown('>', self, other)

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else _unknown('>=', self, other)

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.__module__ = "datetime"
_shown(timedelta)
timedelta.min, timedelta.max = timedelta(-999999999), timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


def _offset_text(offset):
    """'+01:00'; nothing for None."""
    if offset is None:
        return ""
    sign = "-" if offset._days < 0 else "+"
    offset = abs(offset)
    hours, rest = divmod(offset._seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{sign}{hours + offset._days * 24:02d}:{minutes:02d}"
    if seconds or offset._microseconds:
        text += f":{seconds:02d}"
        if offset._microseconds:
            text += f".{offset._microseconds:06d}"
    return text


class tzinfo:
    """Base class of time zones."""

    def tzname(self, dt):
        """The zone's name."""
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        """How far it is ahead of UTC."""
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        """Daylight saving time."""
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        """A time in UTC as a local one."""
        offset = dt.utcoffset()
        saving = dt.dst() or timedelta(0)
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst() or timedelta(0)
        return dt + saving


tzinfo.__module__ = "datetime"
_shown(tzinfo)


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not timedelta(days=-1) < offset < timedelta(days=1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt, /):
        return self._offset

    def tzname(self, dt, /):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        return None

    def fromutc(self, dt, /):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __deepcopy__(self, memo):
        return self


timezone.__module__ = "datetime"
_shown(timezone)
timezone.utc = timezone(timedelta(0))
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))
