"""The class datetime; see datetime."""

import time as _time

from datetime import (_MONTHS, _WEEKDAYS, _cannot_compare, _check_date, _check_time, _check_zone, _from_ordinal,
                      _iso_ordinal, _offset_text, _own_date as date, _own_time as time, _time_text, _to_ordinal)
from datetime._timedelta import _unknown, timedelta, timezone, tzinfo as _tzinfo


class datetime(date):
    """A day and a time."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
    _has_clock = True

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    # --- making -----------------------------------------------------------------------------------

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        """The local time of a POSIX timestamp, or that in a zone."""
        _check_zone(tz)
        seconds, micro = _split_timestamp(t)
        if tz is None:
            return cls(*_time.localtime(seconds)[:6], micro)
        return tz.fromutc(cls(*_time.gmtime(seconds)[:6], micro, tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        """The time in UTC, without a zone."""
        seconds, micro = _split_timestamp(t)
        return cls(*_time.gmtime(seconds)[:6], micro)

    @classmethod
    def now(cls, tz=None):
        """Now."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """Now in UTC, without a zone."""
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day."""
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, *time._parts(), tzinfo, fold=time.fold)

    @classmethod
    def fromordinal(cls, n, /):
        """Midnight of the day of a number."""
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """Midnight of a day by year, week and weekday."""
        return cls.fromordinal(_iso_ordinal(year, week, day))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """From '2024-01-31T04:23:01+01:00' and the like."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from datetime._format import read_datetime

        try:
            parts = read_datetime(date_string)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*parts)

    @classmethod
    def strptime(cls, date_string, format, /):
        """From text by a format like '%Y-%m-%d %H:%M'."""
        from datetime._format import read

        return read(cls, date_string, format)

    # --- parts ------------------------------------------------------------------------------------

    def date(self):
        """The day alone."""
        return date(self._year, self._month, self._day)

    def _parts(self):
        return self._hour, self._minute, self._second, self._microsecond

    def time(self):
        """The time of day, without a zone."""
        return time(*self._parts(), fold=self._fold)

    def timetz(self):
        """The time of day with the zone."""
        return time(*self._parts(), self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """With some parts changed."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def utcoffset(self):
        """The zone's offset, or None."""
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        """The zone's name, or None."""
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        """Daylight saving time, or None."""
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timetuple(self):
        """A time.struct_time."""
        saving = self.dst()
        flag = -1 if saving is None else int(bool(saving))
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._day_of_year(), flag))

    def utctimetuple(self):
        """A time.struct_time in UTC."""
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return _time.struct_time((*moved.timetuple()[:8], 0))

    def timestamp(self):
        """Seconds since 1970 in UTC; without a zone it is a local time."""
        if self._tzinfo is None:
            return _time.mktime((self._year, self._month, self._day, self._hour, self._minute, self._second, -1, -1,
                                 -1)) + self._microsecond / 1e6
        return (self - _epoch).total_seconds()

    def astimezone(self, tz=None):
        """The same moment in another zone (the local one)."""
        if tz is None:
            local = _time.localtime(self.timestamp())
            tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
        elif not isinstance(tz, _tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        offset = self.utcoffset()
        if offset is None:
            local = _time.localtime(self.timestamp())
            offset = timedelta(seconds=local.tm_gmtoff)
        if tz is self._tzinfo:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    # --- text -------------------------------------------------------------------------------------

    def ctime(self):
        """'Wed Jan 31 04:23:01 2024'."""
        return (f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def isoformat(self, sep="T", timespec="auto"):
        """'2024-01-31T04:23:01.000005+01:00'."""
        return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not parts[-1]:
            del parts[-1]
            if not parts[-1]:
                del parts[-1]
        parts = [str(p) for p in parts]
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append(f"fold={self._fold}")
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    # --- arithmetic and order ---------------------------------------------------------------------

    def _naive_total(self):
        """Microseconds since the year 0, whatever the zone."""
        seconds = (_to_ordinal(self._year, self._month, self._day) * 86400 + self._hour * 3600 + self._minute * 60
                   + self._second)
        return seconds * 1000000 + self._microsecond

    def _total(self):
        offset = self.utcoffset()
        return self._naive_total() - (offset._total() if offset else 0)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return _unknown("+", self, other)
        days, rest = divmod(self._naive_total() + other._total(), 86400000000)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_from_ordinal(days), hour, minute, second, micro, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return timedelta._of(self._naive_total() - other._naive_total())
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta._of(self._total() - other._total())
        return self + -other if isinstance(other, timedelta) else _unknown("-", self, other)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented if not isinstance(other, date) else False
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._total() == other._total()

    def _ordered(self, sign, other, compare):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                _cannot_compare(self, other)
            return _unknown(sign, self, other)
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return compare(self._total(), other._total())

    def __lt__(self, other):
        return self._ordered('<', other, lambda a, b: a < b)

    def __le__(self, other):
        return self._ordered('<=', other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._ordered('>', other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._ordered('>=', other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._total())

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, *self._parts(), self._tzinfo)


datetime.__module__ = "datetime"
_epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)


def _split_timestamp(t):
    """(whole seconds, microseconds), halves to even."""
    seconds = int(t // 1)
    micro = round((t - seconds) * 1e6)
    return (seconds + 1, 0) if micro >= 1000000 else (seconds, micro)
