class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f'shapes {self.shape} and {o.shape} not aligned')
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __pow__(self, n):
        out, b = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: out = out @ b
            b, n = b @ b, n >> 1
        return out
    def __getitem__(self, ij):
        i, j = ij
        if isinstance(i, slice) or isinstance(j, slice):
            rows = self.rows[i] if isinstance(i, slice) else [self.rows[i]]
            return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in rows])
        return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __eq__(self, o): return self.rows == o.rows
    def __iter__(self): return (x for r in self.rows for x in r)
    def __repr__(self): return f'Matrix({self.rows})'
    def __str__(self): return '\n'.join(' '.join(f'{x:>4}' for x in r) for r in self.rows)
    def det(self):
        if self.shape == (1, 1): return self.rows[0][0]
        return sum((-1) ** j * self.rows[0][j] * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j in range(self.shape[1]))
m = Matrix([[1, 2], [3, 4]])
print(m @ m, m + m, m * 2, 3 * m, -m, m - m, m ** 5, m.T, m.det(), m.shape, m[0, 1], m[:, 0], m[1, :], sum(m), m == Matrix([[1, 2], [3, 4]]), Matrix.identity(3), sep='\n')
m[0, 0] = 10; print(m); print(str(Matrix([[1, 2, 3]])), max(m))
try: m @ Matrix([[1, 2, 3]])
except ValueError as e: print(e)
print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
def gauss(a, b):
    n = len(a)
    m = [r[:] + [v] for r, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        m[i] = [x / m[i][i] for x in m[i]]
        for r in range(n):
            if r != i: m[r] = [x - m[r][i] * y for x, y in zip(m[r], m[i])]
    return [round(r[-1], 6) for r in m]
print(gauss([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]], [8, -11, -3]))
