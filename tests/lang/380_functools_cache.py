from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=2)
def add(x, y=1):
    """Adds."""
    print("computing", x, y)
    return x + y


print(add(1), add(1), add(2), add(1), add(3), add(2), add(1, y=1), add(x=1), add.cache_info(), add.__name__, add.__doc__, add.__wrapped__(5))
add.cache_clear()
print(add.cache_info(), add.cache_parameters(), add.cache_info().hits, add.cache_info()._asdict())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info(), [fib(n) for n in range(10)])


@lru_cache
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind("a"), kind((1,)), kind.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


never(1), never(1)
print(never.cache_info())
try:
    add([1])
except TypeError as e:
    print(e)


@lru_cache
def fails(x):
    print("called")
    raise ValueError(x)


for _ in range(2):
    try:
        fails(1)
    except ValueError as e:
        print("error", e)


class Model:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=None)
    def scaled(self, k):
        return self.n * k

    @cached_property
    def heavy(self):
        print("heavy work")
        return self.n**2


m = Model(7)
print(m.scaled(2), m.scaled(2), Model.scaled.cache_info(), m.heavy, m.heavy, m.__dict__)
m.heavy = 1
print(m.heavy)
del m.heavy
print(m.heavy, type(Model.heavy).__name__)
