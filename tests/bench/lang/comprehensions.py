"""List, set and dict comprehensions, nested and filtered; map and filter."""


def main():
    total = 0
    for _ in range(10):
        squares = [x * x for x in range(2000)]
        odd = [x for x in squares if x & 1]
        table = {x: x * 2 for x in range(1000)}
        kinds = {x % 17 for x in squares}
        matrix = [[i * j for j in range(40)] for i in range(40)]
        flat = [v for row in matrix for v in row if v % 3 == 0]
        total += sum(odd) + len(table) + len(kinds) + sum(flat)
        total += sum(map(abs, odd)) + len(list(filter(None, flat)))
        total += sum(x + y for x, y in zip(squares, odd))
        total += any(x == 1999 * 1999 for x in squares) + all(x >= 0 for x in squares)
    return total
