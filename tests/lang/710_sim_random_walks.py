import random
from collections import Counter
rng = random.Random(42)
def walk(n):
    x = y = 0
    for _ in range(n):
        dx, dy = rng.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
        x += dx; y += dy
    return x, y
ends = [walk(50) for _ in range(20)]
print(ends[:5], sum(x * x + y * y for x, y in ends) / len(ends))
random.seed(0)
print(random.random(), random.randint(1, 6), random.uniform(-1, 1), random.gauss(0, 1), random.choice("abc"), random.sample(range(100), 5), random.choices([1, 2, 3], weights=[5, 3, 1], k=6))
deck = list(range(10)); random.shuffle(deck); print(deck)
random.seed("text"); print(random.random()); random.seed(b"bytes"); print(random.random()); random.seed(1.5); print(random.random()); random.seed(-3); print(random.random()); random.seed(10**30); print(random.random()); random.seed(None); random.seed("x", version=1); print(random.random())
r = random.Random(7)
state = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(state); print(a == [r.random() for _ in range(3)])
print([r.randrange(10) for _ in range(8)], r.randrange(5, 50, 5), r.getrandbits(70), r.betavariate(2, 3), r.expovariate(1.5), r.gammavariate(2, 1), r.lognormvariate(0, 1), r.normalvariate(1, 2), r.paretovariate(3), r.triangular(0, 10, 3), r.vonmisesvariate(0, 4), r.weibullvariate(1, 2), r.randbytes(5))
def ising(n, beta, sweeps):
    s = [[1 if rng.random() < .5 else -1 for _ in range(n)] for _ in range(n)]
    for _ in range(sweeps):
        for _ in range(n * n):
            i, j = rng.randrange(n), rng.randrange(n)
            nb = s[(i + 1) % n][j] + s[i - 1][j] + s[i][(j + 1) % n] + s[i][j - 1]
            d = 2 * s[i][j] * nb
            if d <= 0 or rng.random() < 2.718281828 ** (-beta * d): s[i][j] *= -1
    return s
grid = ising(8, 0.6, 5)
for row in grid: print("".join(".#"[v > 0] for v in row))
print(sum(map(sum, grid)))
def monty(n, switch):
    wins = 0
    for _ in range(n):
        car, pick = rng.randrange(3), rng.randrange(3)
        opened = next(d for d in range(3) if d not in (car, pick))
        if switch: pick = next(d for d in range(3) if d not in (pick, opened))
        wins += pick == car
    return wins / n
print(monty(2000, False), monty(2000, True))
text = "the cat sat on the mat the cat ran"
chain = {}
for a, b in zip(text.split(), text.split()[1:]): chain.setdefault(a, []).append(b)
w, out = "the", ["the"]
for _ in range(10):
    if w not in chain: break
    w = rng.choice(chain[w]); out.append(w)
print(" ".join(out))
print(Counter(sum(rng.randint(1, 6) for _ in range(2)) for _ in range(600)).most_common(4))
inside = sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(5000))
print(4 * inside / 5000)
for bad in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=2), lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1], weights=[0]), lambda: random.randrange(1.5), lambda: random.randrange(1, 2, 0), lambda: random.shuffle((1, 2)), lambda: random.getrandbits(-1), lambda: random.sample([1, 2], -1), lambda: random.seed([]), lambda: random.choices([1, 2], cum_weights=[1], weights=[1]), lambda: random.randbytes("a"), lambda: random.Random("a", "b")):
    try: print("no error", bad())
    except Exception as e: print(type(e).__name__, e)
print(random.sample([1, 2, 3], k=3, counts=[0, 2, 1]) if True else 0) if random.seed(3) is None else 0
