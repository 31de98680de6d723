from itertools import *

print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3, 3])], [k for k, g in groupby([])])
words = ["apple", "avocado", "bean", "beet", "carrot", "apricot"]
print({k: list(g) for k, g in groupby(sorted(words), key=lambda w: w[0])}, [(k, [w for w in g]) for k, g in groupby(words, len)])
it = groupby("aabb")
k1, g1 = next(it)
k2, g2 = next(it)
print(k1, list(g1), k2, list(g2), next(it, "end"))
it = groupby("aabbcc")
for k, g in it:
    print(k, next(g), end=" ")
print()
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), tee([], 0), len(tee("ab", 3)))
a, b, c = tee((x * x for x in range(200)), 3)
print(sum(a), sum(islice(b, 50)), next(c), sum(b), sum(c))
t1, = tee(range(3), 1)
next(t1)
t2 = t1.__copy__()
print(list(t1), list(t2))


def window(iterable, n):
    streams = tee(iterable, n)
    for i, s in enumerate(streams):
        next(islice(s, i, i), None)
    return zip(*streams)


print(list(window("abcdef", 3)))
runs = [(k, sum(1 for _ in g)) for k, g in groupby("WWWWBBWWWR")]
print(runs, "".join(k * n for k, n in runs), ["%s%d" % r for r in runs])
print([list(map(lambda p: p[1], g)) for k, g in groupby(enumerate([1, 2, 4, 5, 7]), lambda p: p[1] - p[0])])
