from functools import cache
import sys
def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            t[i][j] = t[i - 1][j - 1] + x if x == y else max(t[i - 1][j], t[i][j - 1], key=len)
    return t[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"), lcs("", "a"), lcs("kitten", "sitting"))
def edit(a, b):
    row = range(len(b) + 1)
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1): new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y)))
        row = new
    return row[-1]
print([edit(*p) for p in (("kitten", "sitting"), ("", "abc"), ("same", "same"), ("flaw", "lawn"))])
@cache
def coins(n, kinds=(25, 10, 5, 1)):
    if n == 0: return 1
    if n < 0 or not kinds: return 0
    return coins(n - kinds[0], kinds) + coins(n, kinds[1:])
print(coins(100), coins(0), coins.cache_info().currsize > 50)
def knap(items, cap):
    best = [(0, ())] * (cap + 1)
    for name, w, v in items:
        for c in range(cap, w - 1, -1):
            cand = best[c - w][0] + v
            if cand > best[c][0]: best[c] = (cand, best[c - w][1] + (name,))
    return best[cap]
print(knap([("a", 12, 4), ("b", 2, 2), ("c", 1, 1), ("d", 4, 10), ("e", 1, 2)], 15))
def lis(xs):
    from bisect import bisect_left
    tails, idx, back = [], [], []
    for i, x in enumerate(xs):
        k = bisect_left(tails, x)
        tails[k:k + 1] = [x]; idx[k:k + 1] = [i]
        back.append(idx[k - 1] if k else None)
    out, i = [], idx[-1]
    while i is not None: out.append(xs[i]); i = back[i]
    return out[::-1]
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([1]), lis([3, 2, 1]))
def queens(n, row=0, cols=0, d1=0, d2=0):
    if row == n: return 1
    total, free = 0, ~(cols | d1 | d2) & ((1 << n) - 1)
    while free:
        bit = free & -free; free -= bit
        total += queens(n, row + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1)
    return total
print([queens(n) for n in range(1, 8)])
def catalan(): 
    c = 1
    for n in range(10): yield c; c = c * 2 * (2 * n + 1) // (n + 2)
print(list(catalan()), [sum(1 for _ in range(2 ** n)) for n in (0, 3)])
@cache
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
print(paths(16, 16), paths(2, 3))
def pascal(n):
    row = [1]
    for _ in range(n): yield row; row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]
for r in pascal(6): print(" ".join(map(str, r)).center(20).rstrip())
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield a + c; yield from hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)), sum(1 for _ in hanoi(8)))
def maxsub(xs):
    best = cur = xs[0]
    for x in xs[1:]: cur = max(x, cur + x); best = max(best, cur)
    return best
print(maxsub([-2, 1, -3, 4, -1, 2, 1, -5, 4]), maxsub([-3, -1]))
print(sys.getrecursionlimit() >= 1000)
