"""Tuples: packing, unpacking, swaps, starred targets, several results."""


def both(a, b):
    return b, a


def main():
    total = 0
    a, b, c = 1, 2, 3
    for i in range(40000):
        a, b, c = b, c, a
        x, y = both(i, a)
        total += x + y
    for i in range(10000):
        first, *rest = (i, a, b, c)
        total += first + len(rest)
    pairs = [(i, (i + 1, i + 2)) for i in range(10000)]
    for p, (q, r) in pairs:
        total += p + q - r
    return total + sum(t[0] for t in pairs)
