"""Batches, interleavings, sieves: recipes made of itertools."""
import operator
from collections import deque
from itertools import *


def batched(iterable, n):
    it = iter(iterable)
    while batch := tuple(islice(it, n)):
        yield batch


def roundrobin(*iterables):
    for group in zip_longest(*iterables, fillvalue=None):
        yield from (x for x in group if x is not None)


def sieve(n):
    data = bytearray([1]) * n
    data[:2] = [0, 0]
    for i in range(2, int(n**0.5) + 1):
        if data[i]:
            data[i * i :: i] = bytes(len(range(i * i, n, i)))
    return compress(range(n), data)


def unique(iterable, key=None):
    seen = set()
    for x in iterable:
        k = x if key is None else key(x)
        if k not in seen:
            seen.add(k)
            yield x


print(list(batched("abcdefg", 3)), list(roundrobin("abc", "d", "ef")), list(sieve(50)), list(unique("AbBa", str.lower)))
print(list(accumulate([3, 1, 4, 1, 5, 9], max)), list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([100, 0.5, 0.5], lambda balance, x: balance * (1 + x) if x else balance)))
print(deque(islice(count(), 100), maxlen=3), next(islice("abcdef", 3, None)), sum(map(operator.mul, [1, 2, 3], [4, 5, 6])), all(starmap(operator.le, pairwise([1, 2, 2, 5]))))
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), list(chain.from_iterable(matrix)), [list(g) for _, g in groupby(sorted(range(10), key=lambda x: x % 3), key=lambda x: x % 3)])
fib = lambda: (a for a, b in accumulate(repeat(None), lambda s, _: (s[1], s[0] + s[1]), initial=(0, 1)))
print(list(islice(fib(), 12)), list(takewhile(lambda x: x < 40, filterfalse(lambda x: x % 2, fib()))))
tokens = "the quick brown fox jumps".split()
print(list(zip(tokens, islice(tokens, 1, None))), list(map(" ".join, combinations(tokens[:3], 2))), ["".join(c) for c in islice(product("ab", repeat=3), 4)])
left_padded = [list(chain(repeat(0, 4 - len(r)), r)) for r in ([1, 2], [3], [4, 5, 6])]
print(left_padded)
