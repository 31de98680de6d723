"""Product, transpose and determinant of matrices as lists of lists."""


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def product_loops(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            s = 0.0
            for k in range(m):
                s += a[i][k] * b[k][j]
            out[i][j] = s
    return out


def determinant(a):
    a = [row[:] for row in a]
    n, sign = len(a), 1.0
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(a[r][i]))
        if best != i:
            a[i], a[best] = a[best], a[i]
            sign = -sign
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            for c in range(i, n):
                a[r][c] -= factor * a[i][c]
        sign *= a[i][i] / 8
    return sign


def main():
    n = 32
    a = [[(i * 7 + j * 3) % 11 + (5.0 if i == j else 0.5) for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 - 1.0 for j in range(n)] for i in range(n)]
    c = product(a, b)
    d = product_loops(a, b)
    assert c == d
    return round(sum(map(sum, c)), 3) + round(determinant(a), 6)
