import bisect, random
rng = random.Random(4); data = [rng.randrange(100) for _ in range(15)]
def bubble(a):
    a, swaps = a[:], 0
    for n in range(len(a) - 1, 0, -1):
        done = True
        for i in range(n):
            if a[i] > a[i + 1]: a[i], a[i + 1] = a[i + 1], a[i]; swaps += 1; done = False
        if done: break
    return a, swaps
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x: a[j] = a[j - 1]; j -= 1
        a[j] = x
    return a
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r = merge(a[:m]), merge(a[m:]); out = []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def heap(a):
    a = a[:]
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c] = a[c], a[i]; i = c
    for i in range(len(a) // 2 - 1, -1, -1): sift(i, len(a))
    for n in range(len(a) - 1, 0, -1): a[0], a[n] = a[n], a[0]; sift(0, n)
    return a
def radix(a, base=10):
    k = 1
    while any(x // k for x in a):
        buckets = [[] for _ in range(base)]
        for x in a: buckets[x // k % base].append(x)
        a = [x for b in buckets for x in b]; k *= base
    return a
def counting(a): c = [0] * (max(a) + 1); [c.__setitem__(x, c[x] + 1) for x in a]; return [i for i, n in enumerate(c) for _ in range(n)]
print(data, *bubble(data), all(f(data) == sorted(data) for f in (insertion, merge, quick, heap, radix, counting)))
def search(a, x):
    lo, hi, steps = 0, len(a), 0
    while lo < hi:
        mid = (lo + hi) // 2; steps += 1
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return (lo if lo < len(a) and a[lo] == x else -1), steps
s = sorted(data); print([search(s, x)[0] == (s.index(x) if x in s else -1) for x in (s[0], s[-1], 101, -1)], bisect.bisect_left(s, 50), bisect.bisect(s, s[3]), bisect.bisect_left([(1, "b"), (2, "a")], (2,)), bisect.bisect([5, 3, 1], -3, key=lambda v: -v))
l = []; [bisect.insort(l, x) for x in data]; print(l == s); g = [(x, "FDCBA"[bisect.bisect([60, 70, 80, 90], x)]) for x in (33, 60, 77, 89.9, 100)]; print(g)
def kth(a, k):
    p = a[len(a) // 2]; lo = [x for x in a if x < p]; eq = [x for x in a if x == p]
    return kth(lo, k) if k < len(lo) else p if k < len(lo) + len(eq) else kth([x for x in a if x > p], k - len(lo) - len(eq))
print([kth(data, k) == s[k] for k in range(len(data))].count(False), sorted(data, key=lambda x: (x % 10, -x))[:5], sorted("Banana apple Cherry".split(), key=str.lower), sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda t: (t[1], t[0])), sorted(range(5), key=lambda i: data[i]), max(enumerate(data), key=lambda t: t[1]))
class R:
    n = 0
    def __init__(s, v): s.v = v
    def __lt__(s, o): R.n += 1; return s.v < o.v
sorted(map(R, range(20))); a = R.n; sorted(map(R, range(20, 0, -1))); print(a, R.n - a)
stable = sorted([(3, "a"), (1, "b"), (3, "c"), (1, "d")], key=lambda t: t[0]); print(stable, sorted(stable, key=lambda t: t[0], reverse=True))
try: sorted([3, "a", None])
except TypeError as e: print(e)
x = [3, 1, 2]
try: x.sort(key=lambda v: x.append(v) or v)
except ValueError as e: print(e, x)
