from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 3, 15, 13, 45, 30, 123456)
print(d, repr(d), t, repr(t), d.year, t.hour, t.date(), t.time())
print(d.weekday(), d.isoweekday(), d.strftime("%A %d %B %Y"), t.strftime("%Y-%m-%d %H:%M:%S.%f"), t.strftime("%I:%M %p %j %U %y %b %a"))
print(d + timedelta(days=1), d - timedelta(days=60), (date(2024, 12, 25) - d).days, t + timedelta(hours=12), t - datetime(2024, 1, 1))
print(timedelta(days=1, hours=5), timedelta(minutes=90), timedelta(seconds=3661).total_seconds(), repr(timedelta(hours=25)), timedelta(-1), timedelta(days=2) * 3, timedelta(1) / 4)
print(datetime.strptime("2024-01-31 08:05", "%Y-%m-%d %H:%M"), datetime.fromisoformat("2024-05-06T07:08:09"), date.fromisoformat("2024-05-06"))
print(t.isoformat(), d.isoformat(), t.replace(year=2025, microsecond=0), d.replace(day=1), t.isoformat(timespec="seconds"), f"{t:%d/%m/%y}")
print(d < date(2025, 1, 1), sorted([date(2024, 5, 1), d]), max(t, datetime(2023, 1, 1)), d == date(2024, 2, 29), {d: "leap"}[date(2024, 2, 29)])
u = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
print(u, u.isoformat(), u.astimezone(timezone(timedelta(hours=-5))), u.timestamp(), datetime.fromtimestamp(86400, tz=timezone.utc), u.utcoffset())
print(time(9, 30), time(23, 59, 59).isoformat(), time(1) < time(2), datetime.combine(d, time(6)), d.isocalendar()[1], d.toordinal(), date.fromordinal(d.toordinal()))
for f in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: time(24), lambda: datetime.strptime("x", "%Y"), lambda: date.fromisoformat("2024/01/01"), lambda: d + 1,
          lambda: d < t, lambda: datetime.strptime("2024-01-01 extra", "%Y-%m-%d"), lambda: u - t, lambda: d.month.foo, lambda: timedelta("x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
start = date(2024, 1, 29)
print([(start + timedelta(days=i)).strftime("%a %d") for i in range(5)])
deltas = [timedelta(minutes=m) for m in (5, 10, 30)]
print(sum(deltas, timedelta()), max(deltas), str(timedelta(days=1, seconds=1, microseconds=5)), abs(timedelta(-3)), timedelta(hours=1) // timedelta(minutes=25), timedelta(hours=1) % timedelta(minutes=25))
age = lambda born, today: today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(1990, 6, 15), date(2024, 6, 14)), age(date(1990, 6, 15), date(2024, 6, 15)))
print(datetime.now() > t, date.today() >= d, datetime.min, date.max, isinstance(t, date), t.timetuple().tm_yday, d.timetuple()[:3])
