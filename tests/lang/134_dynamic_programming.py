def lcs(a, b):
    t = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
def coins(cs, n):
    ways = [1] + [0] * n
    for c in cs:
        for i in range(c, n + 1): ways[i] += ways[i - c]
    return ways[n]
def lis(a):
    best = []
    for i, x in enumerate(a): best.append(max((best[j] + [x] for j in range(i) if a[j] < x), key=len, default=[x]))
    return max(best, key=len)
def matrix_chain(d):
    n = len(d) - 1
    m = {(i, i): (0, f'A{i}') for i in range(n)}
    for l in range(2, n + 1):
        for i in range(n - l + 1):
            j = i + l - 1
            m[i, j] = min((m[i, k][0] + m[k + 1, j][0] + d[i] * d[k + 1] * d[j + 1], f'({m[i, k][1]}{m[k + 1, j][1]})') for k in range(i, j))
    return m[0, n - 1]
print(lcs('AGGTAB', 'GXTXAYB'), edit('kitten', 'sitting'), knap([(1, 1), (3, 4), (4, 5), (5, 7)], 7), coins([1, 2, 5, 10], 50), lis([10, 9, 2, 5, 3, 7, 101, 18]), matrix_chain([10, 30, 5, 60, 10]))
def queens(n, r=0, cols=()):
    if r == n: yield cols
    for c in range(n):
        if all(c != q and abs(c - q) != r - i for i, q in enumerate(cols)): yield from queens(n, r + 1, cols + (c,))
print(len(list(queens(6))), next(queens(8)), [sum(1 for _ in queens(n)) for n in range(1, 7)])
def subsets_sum(nums, target, path=()):
    if target == 0: yield path
    for i, x in enumerate(nums):
        if x <= target: yield from subsets_sum(nums[i + 1:], target - x, path + (x,))
print(list(subsets_sum([1, 2, 3, 4, 5], 7)))
def partitions(n, m=None):
    m = m or n
    if n == 0: yield []
    for k in range(min(n, m), 0, -1):
        for p in partitions(n - k, k): yield [k] + p
print(list(partitions(5)), sum(1 for _ in partitions(20)))
def max_sub(a):
    best = cur = a[0]
    for x in a[1:]: cur = max(x, cur + x); best = max(best, cur)
    return best
print(max_sub([-2, 1, -3, 4, -1, 2, 1, -5, 4]))
grid = [[1, 3, 1], [1, 5, 1], [4, 2, 1]]
cost = [r[:] for r in grid]
for r in range(3):
    for c in range(3):
        if r or c: cost[r][c] += min(cost[r - 1][c] if r else 10**9, cost[r][c - 1] if c else 10**9)
print(cost)
def pascal(n):
    row = [1]
    for _ in range(n): yield row; row = [1, *map(sum, zip(row, row[1:])), 1]
for r in pascal(5): print(' '.join(map(str, r)).center(12).rstrip())
def catalan(n, memo={0: 1}):
    if n not in memo: memo[n] = sum(catalan(i) * catalan(n - 1 - i) for i in range(n))
    return memo[n]
print([catalan(i) for i in range(15)])
