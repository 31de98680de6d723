"""Lists: append, index, slice, pop, extend, insert, reverse, iteration, membership."""


def main():
    xs = []
    for i in range(30000):
        xs.append(i * 7 % 1000)
    for i in range(len(xs) - 1):
        if xs[i] > xs[i + 1]:
            xs[i], xs[i + 1] = xs[i + 1], xs[i]
    total = sum(xs[::3]) + len(xs[100:-100])
    stack = []
    for x in xs:
        stack.append(x)
        if len(stack) > 20:
            stack.pop()
            stack.pop()
    found = 0
    for x in range(500):
        if x in xs[:200]:
            found += 1
    for a, b in zip(xs, reversed(xs)):
        total += a - b
    for i, x in enumerate(xs):
        total += i ^ x
    return total + found + len(stack) + max(xs) + min(xs)
