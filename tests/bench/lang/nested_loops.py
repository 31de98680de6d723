"""Nested for and while loops over small ints."""


def main():
    total = 0
    for i in range(300):
        for j in range(300):
            if (i ^ j) & 7 == 3:
                total += i * j % 7
            else:
                total -= 1
    n = 0
    while n < 100000:
        n += 1
        if n % 3:
            continue
        total += n
    return total
