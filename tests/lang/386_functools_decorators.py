"""Decorators in layers: timers, retries, memo with limits, validation."""
import functools
import itertools
import time


def repeat(times):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            return [f(*args, **kwargs) for _ in range(times)]

        wrapper.times = times
        return wrapper

    return decorate


def retry(exceptions, attempts=3):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args):
            for attempt in itertools.count(1):
                try:
                    return f(*args)
                except exceptions as e:
                    print(f"attempt {attempt}: {e}")
                    if attempt == attempts:
                        raise

        return wrapper

    return decorate


class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)


def validated(**kinds):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            names = f.__code__.co_varnames
            for name, value in itertools.chain(zip(names, args), kwargs.items()):
                if name in kinds and not isinstance(value, kinds[name]):
                    raise TypeError(f"{f.__name__}: {name} must be {kinds[name].__name__}, not {type(value).__name__}")
            return f(*args, **kwargs)

        return wrapper

    return decorate


@repeat(2)
def hello(name: str) -> str:
    "Says hello."
    return f"hi {name}"


print(hello("a"), hello.times, hello.__name__, hello.__doc__, hello.__annotations__, hello.__wrapped__("b"))
failures = iter([ValueError("one"), KeyError("two"), None])


@retry((ValueError, KeyError))
def flaky(x):
    problem = next(failures)
    if problem:
        raise problem
    return x * 2


print(flaky(21))


@retry(ZeroDivisionError, attempts=2)
def always(x):
    return x / 0


try:
    always(1)
except ZeroDivisionError as e:
    print("gave up:", e)


@CountCalls
@functools.lru_cache(maxsize=4)
def square(n):
    "n squared"
    return n * n


print([square(i % 6) for i in range(12)], square.calls, square.f.cache_info(), square.__name__, square.__doc__)


@validated(n=int, name=str)
def greet(name, n=1):
    return name * n


for call in (lambda: greet("ab", 2), lambda: greet(5), lambda: greet("x", n="2")):
    try:
        print(call())
    except TypeError as e:
        print(e)


def timed(f=None, *, label="took"):
    if f is None:
        return functools.partial(timed, label=label)

    @functools.wraps(f)
    def wrapper(*a):
        start = time.perf_counter()
        result = f(*a)
        return label, result, time.perf_counter() - start >= 0

    return wrapper


@timed
def one():
    return 1


@timed(label="needed")
def two():
    return 2


print(one(), two(), functools.reduce(lambda f, g: g(f), [str.upper, str.split][::-1], "a b") if False else "-")


class Registry(dict):
    def register(self, name=None):
        def decorate(f):
            self[name or f.__name__] = f
            return f

        return decorate


ops = Registry()


@ops.register()
def add(a, b):
    return a + b


ops.register("neg")(lambda a: -a)
print(sorted(ops), ops["add"](1, 2), ops["neg"](5), functools.partial(ops["add"], 10)(5))
