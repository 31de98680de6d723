import time

epoch = time.gmtime(0)
print(epoch, tuple(epoch), epoch.tm_zone, len(epoch), epoch[:3])
t = time.gmtime(1700000000)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%A %d %B %y, day %j, week %W", t), time.asctime(t))
print(time.strptime("2024-02-29 23:59:58", "%Y-%m-%d %H:%M:%S"), time.strptime("7 Mar 99", "%d %b %y").tm_year)
print(time.strptime("12/31/2023 01:05 PM", "%m/%d/%Y %I:%M %p")[:6], time.strptime("100 2023", "%j %Y")[:3])
print(time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0)).tm_hour, time.mktime(time.localtime(12345)) == 12345)
for call in (
    lambda: time.strptime("2024", "%Y-%m"), lambda: time.strptime("2024 x", "%Y"), lambda: time.strptime("x", "%Q"),
    lambda: time.strftime("%Y", (1, 2)), lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.struct_time((1, 2)),
    lambda: time.strftime("%m", (2020, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.asctime("x"), lambda: time.get_clock_info("none"),
    lambda: time.strptime("30 Feb 2023", "%d %b %Y"),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
