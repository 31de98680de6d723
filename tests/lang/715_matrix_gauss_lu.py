from fractions import Fraction as F
class Singular(ArithmeticError): pass
class Matrix:
    __slots__ = ("rows",)
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1: raise ValueError("ragged rows: " + ", ".join(str(len(r)) for r in self.rows))
    @classmethod
    def eye(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @classmethod
    def from_fn(cls, n, m, fn): return cls([[fn(i, j) for j in range(m)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, k):
        match k:
            case int(i): return self.rows[i]
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as a, slice() as b): return Matrix(r[b] for r in self.rows[a])
            case (slice() as a, int(j)): return [r[j] for r in self.rows[a]]
            case (int(i), slice() as b): return self.rows[i][b]
            case _: raise TypeError(f"bad index {k!r}")
    def __setitem__(self, k, v): i, j = k; self.rows[i][j] = v
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"{self.shape} @ {o.shape}")
        cols = list(zip(*o.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __pow__(self, n):
        out, base = Matrix.eye(len(self.rows)), self
        while n:
            if n & 1: out = out @ base
            base, n = base @ base, n >> 1
        return out
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __repr__(self):
        cells = [[str(x) for x in r] for r in self.rows]
        w = max((len(c) for r in cells for c in r), default=0)
        return "\n".join("[" + " ".join(c.rjust(w) for c in r) + "]" for r in cells)
    def lu(self):
        n = len(self); U = [[F(x) for x in r] for r in self.rows]; L = Matrix.eye(n); P = list(range(n)); sign = 1
        for k in range(n):
            p = next((i for i in range(k, n) if U[i][k]), None)
            if p is None: raise Singular(f"column {k}")
            if p != k:
                U[k], U[p] = U[p], U[k]; P[k], P[p] = P[p], P[k]; sign = -sign
                for j in range(k): L.rows[k][j], L.rows[p][j] = L.rows[p][j], L.rows[k][j]
            for i in range(k + 1, n):
                f = L.rows[i][k] = U[i][k] / U[k][k]
                U[i] = [a - f * b for a, b in zip(U[i], U[k])]
        return P, L, Matrix(U), sign
    def det(self):
        try: *_, U, sign = self.lu()
        except Singular: return F(0)
        for i in range(len(self)): sign *= U[i, i]
        return sign
    def inv(self):
        n = len(self); A = [[F(x) for x in r] + [F(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for k in range(n):
            p = max(range(k, n), key=lambda i: abs(A[i][k]))
            if not A[p][k]: raise Singular("no inverse")
            A[k], A[p] = A[p], A[k]
            A[k] = [x / A[k][k] for x in A[k]]
            for i in range(n):
                if i != k and A[i][k]: f = A[i][k]; A[i] = [a - f * b for a, b in zip(A[i], A[k])]
        return Matrix(r[n:] for r in A)
A = Matrix([[2, 1, 1], [4, -6, 0], [-2, 7, 2]])
print(A, A.shape, A.T, sep="\n")
P, L, U, s = A.lu()
print(P, s); print(L); print(U)
print(L @ U == Matrix([A[i] for i in P]), A.det(), A.inv() @ A == Matrix.eye(3))
print(A.inv())
print(A[0], A[1, 2], A[0:2, 1:], A[:, 0], A[1, 1:], A ** 3, 2 * A == A + A, sep="\n")
print(Matrix([[1, 1], [1, 0]]) ** 50)
print(Matrix.from_fn(4, 4, lambda i, j: F(1, i + j + 1)).det(), Matrix([[1, 2], [2, 4]]).det())
B = Matrix.eye(2); B[0, 1] = 5; print(B, len(B), [*B])
for f in (lambda: Matrix([[1], [2, 3]]), lambda: A @ B, lambda: Matrix([[1, 2], [2, 4]]).inv(), lambda: A["x"], lambda: A[9], lambda: A + 3, lambda: setattr(A, "q", 1), lambda: hash(A)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
