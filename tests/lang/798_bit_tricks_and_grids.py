def popcount(n): return bin(n).count("1")
print([popcount(n) for n in range(8)], [n.bit_count() for n in (0, 255, -7, 2 ** 70)], [n.bit_length() for n in (0, 1, 255, -256)], [n & -n for n in (12, 40, 7)], [(n & (n - 1)) == 0 for n in (1, 6, 64)], 6 ^ 3, 6 | 3, 6 & 3, ~6, 1 << 10, 1024 >> 3, -1 >> 5, -8 >> 1, 5 & ~1, bin(10), bin(-10), f"{10:08b}", int("1010", 2), 0b1111_0000, hex(0b1111_0000), [10 >> i & 1 for i in range(4)], sum(1 << i for i in (0, 3, 5)))
def gray(n): return [f"{i ^ i >> 1:0{n}b}" for i in range(1 << n)]
print(gray(3), [bin(x)[2:].zfill(4)[::-1] for x in (1, 6)], [a ^ b for a, b in zip([1, 2, 3], [3, 2, 1])])
def subsets(items): return [[x for i, x in enumerate(items) if mask >> i & 1] for mask in range(1 << len(items))]
print(subsets("abc"))
class Flags:
    def __init__(self): self.bits = 0
    def set(self, i): self.bits |= 1 << i; return self
    def clear(self, i): self.bits &= ~(1 << i); return self
    def toggle(self, i): self.bits ^= 1 << i; return self
    def __contains__(self, i): return bool(self.bits >> i & 1)
    def __iter__(self):
        b, i = self.bits, 0
        while b:
            if b & 1: yield i
            b >>= 1; i += 1
f = Flags().set(1).set(5).toggle(0).clear(1); print(list(f), 5 in f, 1 in f, bin(f.bits))
def life(cells):
    from collections import Counter
    n = Counter((r + dr, c + dc) for r, c in cells for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc)
    return {p for p, k in n.items() if k == 3 or k == 2 and p in cells}
g = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for _ in range(4): g = life(g)
print(sorted(g))
def show(cells, h=4, w=5): return "\n".join("".join("#" if (r, c) in cells else "." for c in range(w)) for r in range(h))
print(show(g))
maze = ["S.#.....", "..#.##.#", ".##.#...", "......#E"]
def solve(m):
    from collections import deque
    pos = {ch: (r, c) for r, row in enumerate(m) for c, ch in enumerate(row) if ch in "SE"}
    q, seen = deque([(pos["S"], "")]), {pos["S"]}
    while q:
        (r, c), path = q.popleft()
        if (r, c) == pos["E"]: return path
        for d, dr, dc in (("U", -1, 0), ("D", 1, 0), ("L", 0, -1), ("R", 0, 1)):
            p = r + dr, c + dc
            if 0 <= p[0] < len(m) and 0 <= p[1] < len(m[0]) and m[p[0]][p[1]] != "#" and p not in seen: seen.add(p); q.append((p, path + d))
print(solve(maze))
def rotate(m): return [list(r) for r in zip(*m[::-1])]
def spiral(m):
    while m: yield from m[0]; m = [list(r) for r in zip(*m[1:])][::-1]
M = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]; print(rotate(M), list(spiral(M)), [M[i][2 - i] for i in range(3)], [[M[j][i] for j in range(3)] for i in range(3)], sum(M[i][i] for i in range(3)), [sum(r) for r in M], [max(c) for c in zip(*M)])
def sudoku_ok(b): return all(len(s) == len({*s}) for s in ([[x for x in r if x] for r in b] + [[r[i] for r in b if r[i]] for i in range(4)] + [[b[r + i][c + j] for i in (0, 1) for j in (0, 1) if b[r + i][c + j]] for r in (0, 2) for c in (0, 2)]))
def solve4(b):
    for r in range(4):
        for c in range(4):
            if not b[r][c]:
                for v in range(1, 5):
                    b[r][c] = v
                    if sudoku_ok(b) and (s := solve4(b)): return s
                b[r][c] = 0; return None
    return [row[:] for row in b]
print(*solve4([[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]), sep="\n")
def mandel(w=24, h=8): return "\n".join("".join("#" if (lambda z, c: [z := z * z + c for _ in range(20) if abs(z) < 2] and abs(z) < 2)(0, complex(-2 + 3 * x / w, -1 + 2 * y / h)) else " " for x in range(w)) for y in range(h))
print(mandel())
