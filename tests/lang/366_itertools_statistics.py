"""Moving averages, histograms, run lengths, grids: itertools in numeric notebooks."""
import math
import operator
from collections import Counter
from itertools import *

data = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
print(list(accumulate(data)), list(accumulate(data, max)), [b - a for a, b in pairwise(data)], sum(a < b for a, b in pairwise(data)))
windows = list(zip(*(islice(data, i, None) for i in range(3))))
print([round(sum(w) / 3, 3) for w in windows], max(windows, key=sum))
weights = [0.5**i for i in range(5)]
print(sum(starmap(operator.mul, zip(data, weights))), list(map(round, accumulate(data, lambda m, x: 0.9 * m + 0.1 * x), repeat(4))))
bins = Counter(x // 3 * 3 for x in data)
for low in range(0, 12, 3):
    print(f"{low:2}-{low + 2:<2} {'#' * bins[low]}")
grid = list(product(["relu", "gelu"], [1e-3, 1e-4], [64, 128]))
print(len(grid), grid[:3], [dict(zip(("act", "lr", "width"), g)) for g in islice(grid, 6, None)])
print({k: len(list(g)) for k, g in groupby(sorted(map(len, "a few words of some length here".split())))}, [(k, len(list(g))) for k, g in groupby("aaabccd")])
matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([list(r) for r in zip(*matrix)], [matrix[i][i] for i in range(3)], list(chain(*matrix)), [sum(r) for r in matrix], list(map(sum, zip(*matrix))))
spiral = []
rows = [list(r) for r in matrix]
while rows:
    spiral += rows.pop(0)
    rows = [list(r) for r in zip(*rows)][::-1]
print(spiral, list(islice((n for n in count(2) if all(n % d for d in takewhile(lambda d: d * d <= n, count(2)))), 15)))
triples = [(a, b, c) for a, b, c in combinations(range(1, 30), 3) if a * a + b * b == c * c]
print(triples, math.prod(islice(count(1), 6)), list(takewhile(lambda t: t[1] < 100, ((n, n * (n + 1) // 2) for n in count(10)))))
batches = [list(islice(it, 4)) for it in [iter(data)] for _ in range(3)]
print(batches, list(chain.from_iterable(repeat(x, n) for x, n in [("a", 2), ("b", 0), ("c", 3)])), list(compress("ABCDEF", cycle([1, 0, 0]))))
epochs = (f"epoch {e} batch {b}" for e, b in product(range(2), range(3)))
print(next(epochs), next(islice(epochs, 3, None)), list(epochs), list(zip_longest(*[iter(range(7))] * 3, fillvalue=None)))
