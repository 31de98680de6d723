from collections.abc import Mapping, Sequence
from functools import cmp_to_key, singledispatch, singledispatchmethod, total_ordering


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented

    def __repr__(self):
        return ".".join(map(str, self.parts))


a, b = Version("1.2"), Version("1.10")
print(a < b, a <= b, a > b, a >= b, a == b, a != b, sorted([b, a]), max(a, b))
try:
    a <= 3
except TypeError as e:
    print(e)
try:
    total_ordering(type("Empty", (), {}))
except ValueError as e:
    print(e)


def by_length_then_text(x, y):
    return len(x) - len(y) or (x > y) - (x < y)


print(sorted(["bb", "a", "ccc", "aa"], key=cmp_to_key(by_length_then_text)), max([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)), sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))
largest = "".join(sorted(["3", "30", "34", "5", "9"], key=cmp_to_key(lambda x, y: 1 if x + y < y + x else -1)))
print(largest)


@singledispatch
def show(x):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "items " + ", ".join(map(show, x))


@show.register
def _(x: float | complex):
    return f"number {x}"


show.register(str, lambda x: f"text {x}")
show.register(Mapping, lambda x: f"mapping of {len(x)}")
print(show(1), show([1, "a", 2.5]), show({}), show(None), show(True), show((1j,)), show.dispatch(bool)(True), show.dispatch(set) is show.dispatch(object), sorted(t.__name__ for t in show.registry))


class Negator:
    @singledispatchmethod
    def neg(self, x):
        raise NotImplementedError("cannot negate " + type(x).__name__)

    @neg.register
    def _(self, x: int):
        return -x

    @neg.register
    def _(self, x: str):
        return x[::-1]


n = Negator()
print(n.neg(5), n.neg("abc"))
for call in (lambda: n.neg([]), lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: x)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0][:60])
