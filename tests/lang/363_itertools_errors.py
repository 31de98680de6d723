from itertools import *

for call in (
    lambda: islice([1], -1), lambda: islice([1], 1, 2, 0), lambda: islice([1], "a"), lambda: islice([1], 1, "b"), lambda: islice(5, 1), lambda: chain(1).__next__(), lambda: list(chain([1], 2)), lambda: combinations("ab", -1),
    lambda: permutations("ab", -1), lambda: permutations("ab", 1.5), lambda: product("a", repeat=-1), lambda: list(starmap(pow, [1])), lambda: cycle(1), lambda: repeat(), lambda: count("a"), lambda: tee([1], -1), lambda: list(accumulate([1, "a"])),
    lambda: groupby(1), lambda: list(groupby([1], 5)), lambda: zip_longest([1], fill=2), lambda: compress([1]), lambda: pairwise(3), lambda: list(map(1, [2])), lambda: takewhile(1), lambda: list(dropwhile(3, [1])), lambda: combinations_with_replacement(1, 2),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def failing():
    yield 1
    raise ValueError("inside")


for make in (lambda g: chain(g), lambda g: islice(g, 5), lambda g: accumulate(g), lambda g: pairwise(g), lambda g: cycle(g), lambda g: filterfalse(None, g), lambda g: zip_longest(g, "ab"), lambda g: tee(g)[0], lambda g: groupby(g), lambda g: starmap(print, g)):
    out = []
    try:
        for x in make(failing()):
            out.append(x if not isinstance(x, tuple) or len(x) == 0 else x[0])
            if len(out) > 5:
                break
    except Exception as e:
        out.append(f"{type(e).__name__}: {e}")
    print(out)
