import time

start = time.perf_counter()
time.sleep(0.01)
took = time.perf_counter() - start
print(took >= 0.01, isinstance(took, float))
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    a, b = getattr(time, name)(), getattr(time, name)()
    n = getattr(time, name + "_ns")()
    print(name, type(a).__name__, a <= b, type(n).__name__, n >= 0)
print(abs(time.time() - time.time_ns() / 1e9) < 5, time.time() > 1.6e9, time.gmtime().tm_year >= 2024)


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start
        return False


with Timer() as timer:
    total = sum(i * i for i in range(1000))
print(total, timer.elapsed >= 0, f"{timer.elapsed:.3f}".startswith("0."))


def timed(function):
    def wrapper(*args):
        before = time.process_time()
        result = function(*args)
        return result, time.process_time() - before >= 0

    return wrapper


print(timed(sorted)([3, 1, 2]), len(time.tzname), time.daylight in (0, 1), isinstance(time.timezone, int))
