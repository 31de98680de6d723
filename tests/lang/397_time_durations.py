"""Durations and dates in words."""
import time


def words(seconds):
    minutes, s = divmod(round(seconds), 60)
    hours, m = divmod(minutes, 60)
    days, h = divmod(hours, 24)
    parts = [(days, "d"), (h, "h"), (m, "m"), (s, "s")]
    return " ".join(f"{n}{u}" for n, u in parts if n) or "0s"


print([words(x) for x in (0, 59.6, 61, 3600, 86399, 90061)])
for stamp in (0, 86400, 951782400, 1709164800, 1735689599, -86400, 4102444800):
    t = time.gmtime(stamp)
    print(stamp, time.strftime("%Y-%m-%dT%H:%M:%SZ", t), t.tm_wday, t.tm_yday, time.strftime("%a %b %e %j %U %w %y %I%p %%", t))
t = time.strptime("2024-02-29T12:30:00", "%Y-%m-%dT%H:%M:%S")
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_wday, t.tm_yday, t.tm_isdst, tuple(t)[:6], time.asctime(t), time.strftime("%d/%m/%Y", t))
for text, form in (("Mon Jan 15 2024", "%a %b %d %Y"), ("15 January, 2024", "%d %B, %Y"), ("9:05 AM", "%I:%M %p"), ("9:05 PM", "%I:%M %p"), ("12:00 AM", "%I:%M %p"), ("2024 060", "%Y %j"), ("68", "%y"), ("69", "%y"), ("  7", " %d"), ("100%", "%j%%"), ("Tue Mar  5 01:02:03 2024", "%c")):
    print(text, time.strptime(text, form)[:8])
print(time.strptime("Sat Jun  6 16:26:11 1998"), t > time.gmtime(0), t == time.struct_time(tuple(t)), t[0], len(t), max(t), isinstance(t, tuple), t.n_fields)
laps = [0.0, 1.25, 3.5, 3.75]
print([f"{b - a:.2f}" for a, b in zip(laps, laps[1:])], f"{sum(laps):>8.3f}s", f"{1e-6 * 1e6:.0f} us", f"{0.000123 * 1e3:.3g} ms")
steps = 0
deadline = time.monotonic() + 0.02
while time.monotonic() < deadline:
    steps += 1
print(steps > 0, time.monotonic() >= deadline, time.time_ns() // 10**18 in (1, 2))
