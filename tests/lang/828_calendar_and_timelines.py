"""Dates of experiments: weeks, gaps, a month drawn, durations told in words."""
from datetime import date, datetime, timedelta, timezone
from itertools import groupby

runs = [("baseline", "2024-02-27T22:15:00", 95), ("ablate-0", "2024-02-28T23:50:30", 20), ("ablate-1", "2024-02-29T00:05:00", 240),
        ("sweep", "2024-03-04T08:00:00", 1500), ("final", "2024-12-31T23:59:59", 2)]

def words(delta):
    seconds = int(delta.total_seconds())
    parts = []
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        n, seconds = divmod(seconds, size)
        if n:
            parts.append(f"{n} {name}{'s' * (n != 1)}")
    return ", ".join(parts) or "no time"

timeline = [(name, datetime.fromisoformat(text), timedelta(minutes=m)) for name, text, m in runs]
for name, start, length in timeline:
    end = start + length
    print(f"{name:<9} {start:%a %d %b %H:%M} .. {end:%a %d %b %H:%M} {words(length)}{' (next day)' if end.date() != start.date() else ''}")
for (a, s, l), (b, t, _) in zip(timeline, timeline[1:]):
    gap = t - (s + l)
    print(f"{a} -> {b}: {'overlap ' + words(-gap) if gap < timedelta() else words(gap)}")
for week, group in groupby(timeline, key=lambda r: r[1].isocalendar()[:2]):
    print(week, [name for name, *_ in group])

def month(year, number):
    first = date(year, number, 1)
    days = (date(year + number // 12, number % 12 + 1, 1) - first).days
    cells = ["  "] * first.weekday() + [f"{d:2d}" for d in range(1, days + 1)]
    yield f"{first:%B %Y}".center(20).rstrip()
    yield "Mo Tu We Th Fr Sa Su"
    for i in range(0, len(cells), 7):
        yield " ".join(cells[i:i + 7])

print("\n".join(month(2024, 2)))
print(*month(2023, 12), sep="\n")
total = sum((l for *_, l in timeline), timedelta())
print(total, words(total), total / len(timeline), total // timedelta(hours=1), total % timedelta(hours=1))
print(words(timedelta()), words(timedelta(days=1, seconds=1)), repr(timedelta(minutes=-5)))
stamp = datetime(2024, 2, 29, 12, tzinfo=timezone.utc)
print(stamp.isoformat(), stamp.timestamp(), stamp.astimezone(timezone(timedelta(hours=5, minutes=30))))
for bad in (lambda: date(2023, 2, 29), lambda: datetime.fromisoformat("yesterday"), lambda: date(2024, 1, 1) + 3):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(date(2024, 2, 29).replace(year=2028), (date(2025, 1, 1) - date(2024, 1, 1)).days, date.max - date.min)
