"""Closures, nonlocal, lambdas, decorators, functions as values."""


def counter():
    n = 0

    def step(k=1):
        nonlocal n
        n += k
        return n

    return step


def twice(f):
    def wrapper(*args):
        return f(*args) * 2

    return wrapper


@twice
def add(a, b):
    return a + b


def compose(*functions):
    def call(x):
        for f in functions:
            x = f(x)
        return x

    return call


def main():
    step = counter()
    total = 0
    for i in range(30000):
        total += step()
    for i in range(10000):
        total += step(2) + add(i, 1)
    f = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)
    for i in range(10000):
        total += f(i)
    makers = [lambda x, k=k: x + k for k in range(100)]
    for maker in makers * 20:
        total += maker(1)
    return total
