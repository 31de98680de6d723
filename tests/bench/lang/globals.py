"""Code at module level: loops over global names, builtins called, as cells do."""

SIZE = 50000
total = 0


def main():
    global total
    total = 0
    for i in range(SIZE):
        total = total + len(str(i)) + max(i, 3) + min(i, 5) + abs(-i)
        if isinstance(total, int) and total > 1 << 40:
            total = 0
    return total
