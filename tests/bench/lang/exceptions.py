"""try without and with an exception, finally, deep raises, with blocks."""


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return False


def check(i, depth):
    if depth:
        return check(i, depth - 1)
    if i % 3 == 0:
        raise Refused(i)
    return i


def main():
    total = 0
    for i in range(30000):
        try:
            total += i
        finally:
            total -= 1
    table = {}
    for i in range(8000):
        try:
            total += table[i]
        except KeyError as e:
            total += len(e.args)
    for i in range(6000):
        try:
            total += check(i, 3)
        except (ValueError, Refused) as e:
            total += e.code
    for i in range(6000):
        try:
            total += int("x" if i % 2 else "7")
        except ValueError:
            total += 1
    for i in range(8000):
        with Guard() as g:
            total += g is not None
    return total
