def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        k, j = a[i], i - 1
        while j >= 0 and a[j] > k:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = k
    return a
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2
    l, r, out = merge(a[:m]), merge(a[m:]), []
    i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    return out + l[i:] + r[j:]
def quick(a):
    if len(a) <= 1: return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
def heap(a):
    a = a[:]
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c] < a[c + 1]: c += 1
            if a[i] >= a[c]: break
            a[i], a[c] = a[c], a[i]
            i = c
    for i in range(len(a) // 2 - 1, -1, -1): sift(i, len(a))
    for n in range(len(a) - 1, 0, -1):
        a[0], a[n] = a[n], a[0]
        sift(0, n)
    return a
def counting(a):
    c = [0] * (max(a) + 1)
    for x in a: c[x] += 1
    return [i for i, n in enumerate(c) for _ in range(n)]
def radix(a):
    e = 1
    while max(a) // e:
        buckets = [[] for _ in range(10)]
        for x in a: buckets[x // e % 10].append(x)
        a = [x for b in buckets for x in b]
        e *= 10
    return a
seed = 7
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed >> 8
data = [rnd() % 1000 for _ in range(60)]
for f in (bubble, insertion, merge, quick, heap, counting, radix): print(f.__name__, f(data) == sorted(data), f(data)[:5])
words = 'the quick brown fox jumps over the lazy dog The Quick'.split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (-len(w), w)), sorted(set(map(str.lower, words))))
recs = [('bob', 25, 1.8), ('alice', 30, 1.65), ('carol', 25, 1.7)]
print(sorted(recs), sorted(recs, key=lambda r: (r[1], -r[2])), max(recs, key=lambda r: r[2])[0], sorted(recs, key=lambda r: r[1], reverse=True))
