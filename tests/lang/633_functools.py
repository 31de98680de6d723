from functools import (partial, reduce, wraps, lru_cache, cache, cached_property, total_ordering, singledispatch,
                       cmp_to_key, partialmethod, singledispatchmethod)
import operator

print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, [3, 9, 2]))
try:
    reduce(operator.add, [])
except TypeError as e:
    print(e)
p = partial(pow, 2)
print(p(5), partial(int, base=2)("101"), p.func is pow, p.args, partial(print, "a", sep="-").keywords, partial(sorted, reverse=True)([1, 3, 2]))


@lru_cache(maxsize=2)
def sq(x):
    print("compute", x)
    return x * x


print(sq(1), sq(2), sq(1), sq(3), sq(2))
print(sq.cache_info(), sq.__name__)
sq.cache_clear()
print(sq.cache_info().currsize)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().misses)


class Data:
    def __init__(self, n):
        self.n = n

    @cached_property
    def total(self):
        print("once")
        return sum(range(self.n))

    def scale(self, k, j=1):
        return self.n * k * j

    double = partialmethod(scale, 2)


d = Data(10)
print(d.total, d.total, "total" in d.__dict__, d.double(), d.double(j=3))


@total_ordering
class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


print(V(1) <= V(2), V(3) > V(2), V(2) >= V(2), max(V(1), V(5)).v)


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


@show.register(float)
@show.register(complex)
def _(x):
    return f"number {x}"


print(show(1), show("s"), show([1, 2]), show(2.5), show(1j), show(True), show.dispatch(int) is show.registry[int])
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))


def logged(prefix):
    def deco(fn):
        @wraps(fn)
        def inner(*args, **kwargs):
            print(prefix, fn.__name__, args, kwargs)
            return fn(*args, **kwargs)

        return inner

    return deco


@logged(">>")
def add(a, b=1):
    "adds"
    return a + b


print(add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(1))


class Neg:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError("Cannot negate")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg


print(Neg().neg(5), Neg().neg(True))
try:
    Neg().neg("s")
except NotImplementedError as e:
    print(e)
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(lambda x: x + 1, lambda x: x * 2)(5), repr(partial(pow, 2))[:22])
