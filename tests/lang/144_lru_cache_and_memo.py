class LRU:
    def __init__(self, cap): self.cap, self.d, self.hits, self.misses = cap, {}, 0, 0
    def get(self, k, make):
        if k in self.d: self.hits += 1; self.d[k] = self.d.pop(k)
        else:
            self.misses += 1; self.d[k] = make(k)
            if len(self.d) > self.cap: del self.d[next(iter(self.d))]
        return self.d[k]
    def __repr__(self): return f'LRU({self.d}, hits={self.hits}, misses={self.misses})'
c = LRU(2)
for k in (1, 2, 1, 3, 2, 1): print(k, c.get(k, lambda v: v * v), c)
def memo(f, cache=None):
    cache = {} if cache is None else cache
    def wrap(*a, **k):
        key = a, tuple(sorted(k.items()))
        if key not in cache: cache[key] = f(*a, **k); wrap.calls += 1
        return cache[key]
    wrap.calls = 0; return wrap
@memo
def collatz(n): return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(max(range(1, 100), key=collatz), collatz(27), collatz.calls)
class Memo(dict):
    def __init__(self, f): self.f = f
    def __missing__(self, k): self[k] = self.f(self, k); return self[k]
fib = Memo(lambda s, n: n if n < 2 else s[n - 1] + s[n - 2]); print(fib[80], len(fib))
once = []
def lazy():
    if not once: once.append('computed'); print('computing')
    return once[0]
print(lazy(), lazy())
