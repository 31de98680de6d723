import random
r = random.Random(2024)
print([r.random() for _ in range(2)], r.randint(1, 100), r.randrange(0, 1000, 7), r.choice("abcdef"), r.choices(["a", "b"], [1, 9], k=5), r.choices(range(10), cum_weights=range(1, 11), k=3), r.sample(range(1000), 4), r.sample("hello", 3), r.uniform(5, 6), r.triangular(1, 5, 2), r.gauss(10, 2), r.gauss(), r.normalvariate(), r.expovariate(0.5), r.betavariate(1, 2), r.gammavariate(0.5, 1), r.gammavariate(1, 2), r.gammavariate(3, 1), r.lognormvariate(0, 0.5), r.vonmisesvariate(1, 2), r.paretovariate(2), r.weibullvariate(1, 1.5), r.getrandbits(1), r.getrandbits(32), r.getrandbits(100), r.randbytes(4), r.getrandbits(0), sep="\n")
d = list("abcdefgh"); r.shuffle(d); print(d, "".join(r.sample(d, len(d))), r.sample([1, 1, 2], 2), r.sample(["x", "y"], counts=[3, 2], k=4))
for seed in (0, 1, -1, 2 ** 64, 1.5, "s", b"s", bytearray(b"s"), None.__class__.__name__, True, 10 ** 40, ""): random.seed(seed); print(repr(seed)[:12], random.random(), random.randrange(10 ** 6))
random.seed(5); a = [random.random() for _ in range(3)]; s = random.getstate(); b = random.random(); random.setstate(s); print(b == random.random(), len(s), s[0], len(s[1]))
class Mine(random.Random):
    def random(self): return 0.25
m = Mine(); print(m.random(), m.randrange(8), m.choice("abcd"), m.uniform(0, 4), m.sample(range(8), 2))
def pick(rng, probs): u, c = rng.random(), 0.0; return next((k for k, p in probs.items() if (c := c + p) > u), None)
rng = random.Random(3); counts = {}
for _ in range(1000): k = pick(rng, {"a": .5, "b": .3, "c": .2}); counts[k] = counts.get(k, 0) + 1
print(dict(sorted(counts.items())))
def bootstrap(xs, n=200): means = sorted(sum(rng.choices(xs, k=len(xs))) / len(xs) for _ in range(n)); return round(means[int(.025 * n)], 3), round(means[int(.975 * n)], 3)
print(bootstrap([1, 2, 3, 4, 10]))
def reservoir(it, k):
    out = []
    for i, x in enumerate(it):
        if i < k: out.append(x)
        elif (j := rng.randint(0, i)) < k: out[j] = x
    return out
print(reservoir(range(1000), 5)); grid = [[rng.choice(".#") for _ in range(12)] for _ in range(3)]; print("\n".join(map("".join, grid)))
def anneal(f, x, t=1.0):
    import math
    best = x
    while t > 1e-3:
        y = x + rng.gauss(0, t); d = f(y) - f(x)
        if d < 0 or rng.random() < math.exp(-d / t): x = y
        best = min(best, x, key=f); t *= 0.97
    return best
print(round(anneal(lambda v: (v - 3) ** 2 + 1, -10), 2)); perm = list(range(6)); rng.shuffle(perm); print(perm, sorted(perm) == list(range(6)), [perm.index(i) for i in range(6)])
