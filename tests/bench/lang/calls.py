"""Recursion and calls with positional, keyword and default arguments."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def scale(x, factor=2, *, offset=0):
    return x * factor + offset


def spread(*args, **kwargs):
    return len(args) + len(kwargs)


def main():
    total = fib(20)
    for i in range(20000):
        total += scale(i) + scale(i, 3) + scale(i, offset=1)
        total += spread(i, i) + spread(i, key=i)
    return total
