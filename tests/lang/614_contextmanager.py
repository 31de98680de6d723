from contextlib import contextmanager, closing, suppress, nullcontext, redirect_stdout, ExitStack, ContextDecorator
import io


@contextmanager
def section(title, log):
    log.append(f"begin {title}")
    try:
        yield title.upper()
    except KeyError as e:
        log.append(f"swallowed {e}")
    finally:
        log.append(f"end {title}")


log = []
with section("one", log) as s:
    log.append(s)
with section("two", log):
    raise KeyError("k")
try:
    with section("three", log):
        raise ValueError("v")
except ValueError as e:
    log.append(f"outer {e}")
print("\n".join(log))


@section("decorated", log)
def work(x):
    return x + 1


print(work(1), work(2), work.__name__, log[-2:])


@contextmanager
def broken():
    yield 1
    yield 2


@contextmanager
def empty():
    return
    yield


for cm in (broken, empty):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)
with suppress(ZeroDivisionError, IndexError):
    [][1]
print("suppressed")
with redirect_stdout(io.StringIO()) as out:
    print("captured", 42)
print(repr(out.getvalue()))
with nullcontext("value") as v:
    print(v)


class Res:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, et, ev, tb):
        print("exit", self.name, et.__name__ if et else None)
        return False


with closing(Res("c")) as r:
    print(r.name)
with ExitStack() as stack:
    names = [stack.enter_context(Res(n)).name for n in "ab"]
    stack.callback(print, "callback", end="!\n")
    print(names)
try:
    with ExitStack() as stack:
        stack.enter_context(Res("z"))
        raise ValueError("inside")
except ValueError as e:
    print("got", e)


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop")
        return False


@Timer()
def job():
    print("job")


job()
with Timer(), Res("multi") as m:
    print(m.name)


@contextmanager
def change(d, key, value):
    old = d[key]
    d[key] = value
    try:
        yield d
    finally:
        d[key] = old


settings = {"lr": 0.1}
with change(settings, "lr", 0.5) as st:
    print(st)
print(settings)


@contextmanager
def wrap():
    try:
        yield
    except ZeroDivisionError as e:
        raise ValueError("wrapped") from e


try:
    with wrap():
        1 / 0
except ValueError as e:
    print(e, "<-", repr(e.__cause__))
