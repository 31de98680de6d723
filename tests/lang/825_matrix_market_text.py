"""Sparse matrices as text and back; products, transposes, iteration in order."""
import io

class Sparse:
    def __init__(self, rows, columns, entries=()):
        self.shape = rows, columns
        self.entries = {}
        for (i, j), v in dict(entries).items():
            self[i, j] = v

    def _check(self, key):
        i, j = key
        n, m = self.shape
        if not (-n <= i < n and -m <= j < m):
            raise IndexError(f"({i}, {j}) is outside of {n}x{m}")
        return i % n, j % m

    def __setitem__(self, key, value):
        key = self._check(key)
        if value:
            self.entries[key] = value
        else:
            self.entries.pop(key, None)

    def __getitem__(self, key):
        return self.entries.get(self._check(key), 0)

    def __iter__(self):
        for key in sorted(self.entries):
            yield *key, self.entries[key]

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError("shapes %sx%s and %sx%s do not meet" % (*self.shape, *other.shape))
        out = Sparse(self.shape[0], other.shape[1])
        for i, k, a in self:
            for l, j, b in other:
                if k == l:
                    out[i, j] += a * b
        return out

    @property
    def T(self):
        return Sparse(*self.shape[::-1], {(j, i): v for (i, j), v in self.entries.items()})

    def dump(self, stream):
        print("%%MatrixMarket matrix coordinate real general", file=stream)
        print(*self.shape, len(self.entries), file=stream)
        for i, j, v in self:
            print(f"{i + 1} {j + 1} {v:.6g}", file=stream)

    @classmethod
    def load(cls, stream):
        lines = (line for line in stream if not line.startswith("%") and line.strip())
        rows, columns, count = map(int, next(lines).split())
        out = cls(rows, columns)
        for line in lines:
            i, j, v = line.split()
            out[int(i) - 1, int(j) - 1] = float(v)
        assert len(out.entries) == count, f"wanted {count} entries, got {len(out.entries)}"
        return out

    def __eq__(self, other):
        return self.shape == other.shape and self.entries == other.entries

a = Sparse(3, 4, {(0, 1): 2, (2, 3): 1.5, (1, 0): -1, (2, 0): 0})
a[-1, 1] = 7
a[0, 0] += 3
for row in range(3):
    print(*(f"{a[row, column]!s:>4}" for column in range(4)))
print(list(a), a.T.shape, list(a.T)[:2], a.T.T == a)
for i, j, v in a @ a.T:
    print(i, j, v)
text = io.StringIO()
a.dump(text)
print(text.getvalue(), end="")
text.seek(0)
print(Sparse.load(text) == a)
for bad in ("2 2 1\n", "2 2 1\n3 1 5\n", "2 x 1\n", "2 2 1\n1 1\n"):
    try:
        Sparse.load(io.StringIO(bad))
    except Exception as error:
        print(type(error).__name__, error)
try:
    a @ a
except ValueError as error:
    print(error)
try:
    a[0, 4]
except IndexError as error:
    print(error)
