from datetime import *
import datetime as dt
d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar().week, d.toordinal(), d.timetuple().tm_yday, d.replace(year=2023, day=28), d.ctime(), d.isoformat(), d + timedelta(1), d - date(2023, 2, 28), date.fromordinal(738000), date.fromisoformat("2020-01-05"), date.fromisocalendar(2020, 1, 1), date.min, date.max, date.resolution)
for bad in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2020, 13, 1), lambda: date.fromisoformat("2020-1-5"), lambda: date(2020, 1), lambda: d + 1, lambda: d < datetime(2020, 1, 1), lambda: d - "x", lambda: datetime(2020, 1, 1, 25), lambda: time(0, 60), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2020-13", "%Y-%m"), lambda: datetime.strptime("2020 x", "%Y"), lambda: d + timedelta(days=10**7), lambda: timedelta(1) / 0, lambda: timedelta("1"), lambda: datetime(2020, 1, 1) - datetime(2020, 1, 1, tzinfo=timezone.utc), lambda: timezone(timedelta(hours=25)), lambda: datetime.fromisoformat("nope"), lambda: d.replace(month=0), lambda: date.today().foo, lambda: datetime(2020, 1, 1) < datetime(2020, 1, 1, tzinfo=timezone.utc), lambda: datetime(2020, 1, 1) == datetime(2020, 1, 1, tzinfo=timezone.utc), lambda: d == "x", lambda: time(1) < 5):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
t = datetime(2024, 7, 4, 13, 5, 9, 123456)
for f in "%Y %y %m %B %b %d %e %j %H %I %M %S %f %p %a %A %w %U %W %V %G %u %c %x %X %Z %z %% %D %T %F %R %h".split(): print(f, repr(t.strftime(f)), end="; ")
print()
print(t, repr(t), t.isoformat(" "), t.isoformat(timespec="milliseconds"), t.date(), t.time(), t.replace(microsecond=0), t.timestamp() == datetime.fromtimestamp(t.timestamp()).timestamp(), f"{t:%d.%m.%Y}", format(t, ""), str(t.time().replace(microsecond=0)))
print(datetime.strptime("04 Jul 2024 01:05 PM", "%d %b %Y %I:%M %p"), datetime.strptime("2024-07-04T13:05:09+0200", "%Y-%m-%dT%H:%M:%S%z"), datetime.strptime("12:30.5", "%H:%M.%f").time(), datetime.strptime("Thursday, 4 July 2024", "%A, %d %B %Y"), datetime.strptime("2024 186", "%Y %j"))
for s in ("2024-07-04", "2024-07-04T13:05", "2024-07-04 13:05:09.5", "2024-07-04T13:05:09Z", "2024-07-04T13:05:09+05:30", "20240704T130509", "2024-W27-4"):
    print(s, repr(datetime.fromisoformat(s)))
u = datetime(2024, 7, 4, 12, tzinfo=timezone.utc); e = timezone(timedelta(hours=-5), "EST")
print(u, u.astimezone(e), u.astimezone(timezone(timedelta(hours=5, minutes=30))), u.tzname(), e, repr(e), u.utcoffset(), u == u.astimezone(e), u.timestamp(), datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(86400), repr(u), timezone.utc, e.utcoffset(None), e.tzname(None))
x = timedelta(days=1, hours=25, minutes=-3, seconds=7.25, milliseconds=3, weeks=1)
print(x, repr(x), x.days, x.seconds, x.microseconds, x.total_seconds(), -x, abs(-x), x * 2, x / 2, x // timedelta(hours=1), x % timedelta(hours=1), divmod(x, timedelta(hours=5)), x / timedelta(minutes=1), 3 * x, x * 1.5, x // 3, x == timedelta(0), bool(timedelta(0)), timedelta(microseconds=1), timedelta(-1), timedelta.max, sum([x, x], timedelta()), sorted([x, -x]), hash(x) == hash(timedelta(seconds=x.total_seconds())), x > timedelta(1), timedelta(seconds=59, minutes=59), timedelta(0), repr(timedelta(0)), timedelta(1, 2, 3))
print(time(1, 2, 3), repr(time(1, 2, 3, 4)), time(1), time.fromisoformat("04:05:06.000789"), time(13, 5).strftime("%I:%M %p"), time.min, time.max, time(1) < time(2), time(5, tzinfo=timezone.utc), bool(time(0)))
print(datetime.combine(d, time(1, 30)), t - timedelta(days=1), (t - datetime(2024, 1, 1)).days, max(t, datetime(2025, 1, 1)), t > datetime(2020, 1, 1), {d: 1}[date(2024, 2, 29)], isinstance(t, date), datetime.min, type(datetime.now() - datetime.now()).__name__, date.today() == datetime.now().date(), MINYEAR, MAXYEAR)
def daterange(a, b):
    while a < b: yield a; a += timedelta(days=1)
print([f"{x:%a %d}" for x in daterange(date(2024, 12, 30), date(2025, 1, 3))])
print([(date(2024, m % 12 + 1, 1) if m < 12 else date(2025, 1, 1)) - timedelta(days=1) for m in (2, 4, 11)], t.timetuple()[:6], u.utctimetuple().tm_hour, d.strftime("week %W of %Y"), dt.datetime is datetime)
