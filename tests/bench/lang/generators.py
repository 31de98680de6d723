"""Generators: simple, nested by yield from, pipelines, send."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def evens(xs):
    for x in xs:
        if x % 2 == 0:
            yield x


def averager():
    total = n = 0
    while True:
        total += yield total
        n += 1


def main():
    total = 0
    for x in count(30000):
        total += x
    for x in evens(x * 3 for x in count(20000)):
        total += x
    total += sum(tree(11))
    total += len(list(count(10000)))
    running = averager()
    next(running)
    for i in range(10000):
        total += running.send(i) & 1
    return total
