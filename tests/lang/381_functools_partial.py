import functools
from functools import partial, partialmethod, reduce, wraps

double = partial(pow, 2)
print(double(5), partial(int, base=2)("1010"), partial(print, "a", sep="-")("b", "c"), partial(max)(1, 2), repr(partial(int, "5", base=8)), partial(sorted, reverse=True)([1, 3, 2]))
p = partial(partial(max, 1), 2)
print(p.args, p.keywords, p.func is max, p(0), partial(dict, a=1)(b=2, a=3), callable(p), isinstance(p, partial))


class Cell:
    def __init__(self):
        self.alive = False

    def set(self, state, note=""):
        self.alive = state
        return (state, note)

    on = partialmethod(set, True)
    off = partialmethod(set, False, note="off")


c = Cell()
print(c.on(), c.alive, c.off(), c.alive, Cell.on(c), c.off(note="x"))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, [3]), reduce(lambda a, b: a + [b], "ab", []))
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-12"), reduce(lambda d, k: d[k], ["a", "b"], {"a": {"b": 5}}))


def traced(function):
    @wraps(function)
    def inner(*args, **kwargs):
        """inner doc"""
        result = function(*args, **kwargs)
        print(function.__name__, args, kwargs, "->", result)
        return result

    return inner


@traced
def area(w, h=2):
    """The area."""
    return w * h


area(3)
area(3, h=4)
print(area.__name__, area.__doc__, area.__wrapped__(1, 1), area.__module__, area.__qualname__)
for call in (lambda: partial(), lambda: partial(5), lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(max), lambda: partialmethod(3), lambda: partial(pow)()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
class Shout(partial):
    def __call__(self, *args):
        return super().__call__(*args).upper()


print(Shout(str.strip)("  hi "), functools.partial.__name__, sorted(vars(p)), setattr(p, "note", 1), p.note)
