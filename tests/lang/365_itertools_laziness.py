"""Nothing is read before it is asked for: the order of side effects."""
from itertools import *


def source(name, n=5):
    for i in range(n):
        print(f"<{name}{i}>", end=" ")
        yield i


def show(label, iterator, n):
    print(label, end=": ")
    for _ in range(n):
        print(next(iterator, "end"), end=" ")
    print()


show("chain", chain(source("a", 2), source("b", 2)), 3)
show("islice", islice(source("s", 9), 2, 8, 3), 3)
show("zip_longest", zip_longest(source("x", 1), source("y", 2)), 3)
show("takewhile", takewhile(lambda v: v < 2, source("t")), 4)
show("dropwhile", dropwhile(lambda v: v < 2, source("d")), 2)
show("filterfalse", filterfalse(lambda v: v % 2, source("f")), 3)
show("accumulate", accumulate(source("c", 3)), 4)
show("compress", compress(source("p"), [0, 1, 0, 1]), 3)
show("pairwise", pairwise(source("w", 3)), 3)
show("starmap", starmap(lambda a, b: a + b, zip(source("l", 2), source("r", 2))), 3)
show("cycle", cycle(source("z", 2)), 5)
show("product", product(source("q", 2), source("u", 2)), 3)
show("combinations", combinations(source("k", 3), 2), 4)
a, b = tee(source("e", 3))
show("tee a", a, 2)
show("tee b", b, 4)
groups = groupby(source("g", 4), lambda v: v // 2)
key, group = next(groups)
print(key, list(group))
key, group = next(groups)
show(f"group {key}", group, 3)
shared = iter(range(6))
print(list(zip(shared, shared)), list(zip(*[iter("abcdef")] * 3)))
it = chain.from_iterable(source(c, 1) for c in "mn")
show("from_iterable", it, 3)
r = repeat("r", 2)
print(next(r), r.__length_hint__(), next(r), next(r, "over"), r.__length_hint__())
c = count(5, 5)
print(next(c), next(c), c, [x for x, _ in zip(count(), "ab")])
