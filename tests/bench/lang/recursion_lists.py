"""Recursive functions over lists: quicksort, permutations, memoised paths, hanoi."""


def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot = xs[len(xs) // 2]
    return (quicksort([x for x in xs if x < pivot]) + [x for x in xs if x == pivot] +
            quicksort([x for x in xs if x > pivot]))


def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + rest for i, x in enumerate(xs) for rest in permutations(xs[:i] + xs[i + 1:])]


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def paths(x, y, memo):
    if x == 0 or y == 0:
        return 1
    if (x, y) not in memo:
        memo[x, y] = paths(x - 1, y, memo) + paths(x, y - 1, memo)
    return memo[x, y]


def main():
    xs = [i * 7919 % 4001 for i in range(4000)]
    return (quicksort(xs)[17] + len(permutations(list(range(7)))) + hanoi(13, 1, 2, 3) +
            paths(60, 60, {}) % 1000007)
