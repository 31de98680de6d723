"""f-strings, format specifications, % and str()."""


def main():
    total = 0
    for i in range(8000):
        total += len(f"{i}: {i * 2} and {i + 1}")
        total += len(f"{i / 7:.3f}|{i:>8}|{i:05d}|{'ab':<6}|{i:,}")
        total += len("%d-%s-%.2f" % (i, "x", i / 3))
        total += len("{} {}".format(i, "y"))
        total += len(str(i / 3)) + len(repr("q")) + len(f"{[i, 'a']!r}")
    return total
