"""Dynamic programming by remembered functions."""
import math
from functools import cache, lru_cache, reduce


@cache
def edit_distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edit_distance(a[1:], b[1:])
    return 1 + min(edit_distance(a[1:], b), edit_distance(a, b[1:]), edit_distance(a[1:], b[1:]))


@lru_cache(maxsize=None)
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


@cache
def collatz(n):
    return 1 if n == 1 else 1 + collatz(3 * n + 1 if n % 2 else n // 2)


def longest_common(a, b):
    @cache
    def go(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)

    return go(0, 0)


def knapsack(items, capacity):
    @lru_cache(maxsize=None)
    def best(i, left):
        if i == len(items):
            return 0, ()
        value, weight, name = items[i]
        options = [best(i + 1, left)]
        if weight <= left:
            v, names = best(i + 1, left - weight)
            options.append((v + value, (name,) + names))
        return max(options)

    result = best(0, capacity)
    return result, best.cache_info().currsize


print(edit_distance("kitten", "sitting"), edit_distance("intention", "execution"), ways(100, (50, 25, 10, 5, 1)), ways.cache_info().misses)
print(max(range(1, 1000), key=collatz), collatz(871), longest_common("AGGTABQWERTY", "GXTXAYBQWTY"))
print(knapsack(((60, 10, "a"), (100, 20, "b"), (120, 30, "c"), (30, 5, "d")), 50))


@cache
def partitions(n, largest=None):
    largest = n if largest is None else largest
    return 1 if n == 0 else sum(partitions(n - k, min(k, n - k)) for k in range(1, min(largest, n) + 1))


@cache
def catalan(n):
    return 1 if n < 2 else sum(catalan(i) * catalan(n - 1 - i) for i in range(n))


print([partitions(n) for n in range(12)], [catalan(n) for n in range(12)], catalan(30) == math.comb(60, 30) // 31)
print(reduce(math.lcm, range(1, 21)), reduce(lambda acc, x: acc * 31 + ord(x), "hash", 7), reduce(lambda a, b: {**a, **b}, [{"a": 1}, {"b": 2}, {"a": 3}]))
