import functools
n = 0
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        global n
        n += 1
        return self.v < o.v
    def __repr__(self): return str(self.v)
seed = 12345
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return seed
for size in [0, 1, 2, 3, 5, 10, 31, 32, 33, 63, 64, 65, 100, 200, 1000, 5000]:
    for kind in range(7):
        if kind == 0: l = [rnd() % 1000 for _ in range(size)]
        if kind == 1: l = list(range(size))
        if kind == 2: l = list(range(size, 0, -1))
        if kind == 3: l = [rnd() % 3 for _ in range(size)]
        if kind == 4: l = [i % 17 for i in range(size)]
        if kind == 5: l = list(range(size // 2)) + list(range(size // 3))
        if kind == 6: l = sorted(rnd() % 100 for _ in range(size)) + [rnd() % 100 for _ in range(3)]
        n = 0
        r = sorted([K(x) for x in l]); a = n
        n = 0
        r2 = sorted([K(x) for x in l], reverse=True)
        print(size, kind, a, n, [k.v for k in r] == sorted(l), [k.v for k in r2] == sorted(l, reverse=True))
pairs = [(rnd() % 5, i) for i in range(300)]
print(sorted(pairs, key=lambda p: p[0]) == sorted(pairs), [p[1] for p in sorted(pairs, key=lambda p: p[0], reverse=True)][:20])
class Bad:
    c = 0
    def __lt__(self, o):
        Bad.c += 1
        if Bad.c > 50: raise ValueError('stop')
        return id(self) < id(o)
l = [Bad() for _ in range(100)]; ids = {id(x) for x in l}
try: l.sort()
except ValueError as e: print(e, len(l), {id(x) for x in l} == ids)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
s = set(range(100)); s -= set(range(0, 100, 3)); print(s); s = {5, 3, 9, 100, 33}; print(s.pop(), s.pop(), s); s.add(5); print(s.pop(), s)
a = set(range(0, 50, 7)); b = set(range(0, 50, 5)); print(a | b, a & b, a - b, b - a, a ^ b, a.difference([7, 14]), a.symmetric_difference([1, 7]), a.union([3], (60,)), a.intersection(range(20), [7, 14, 0]))
x = set(range(40)); x.difference_update(range(10), [15, 20]); print(x); x ^= {3, 11}; print(x); x &= {11, 12, 50}; print(x); x |= {99, 64}; print(x); x.symmetric_difference_update([12, 12, 200]); print(x)
for i in range(30):
    q = {rnd() % 100 for _ in range(rnd() % 30)}; w = {rnd() % 100 for _ in range(rnd() % 30)}
    print(q | w, q & w, q - w, q ^ w, list(q)[:3])
    while q and len(w) < 40: w.add(q.pop()); q.discard(rnd() % 100)
    q -= w; w ^= q; print(q, w)

