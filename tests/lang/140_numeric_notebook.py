import math
def mean(x): return sum(x) / len(x)
def var(x): m = mean(x); return sum((v - m) ** 2 for v in x) / (len(x) - 1)
def median(x): s = sorted(x); n = len(s); return s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2
data = [2.5, 3.1, 4.7, 5.0, 2.2, 8.9, 3.3]
print(f'{mean(data):.4f} {var(data):.4f} {math.sqrt(var(data)):.4f} {median(data)} {min(data)} {max(data)}')
def softmax(x): m = max(x); e = [math.exp(v - m) for v in x]; s = sum(e); return [v / s for v in e]
print([round(p, 4) for p in softmax([1, 2, 3])], sum(softmax([10, 20, 30])))
def entropy(p): return -sum(x * math.log2(x) for x in p if x)
print(round(entropy([.5, .25, .25]), 4), entropy([1.0]))
def linreg(xs, ys):
    mx, my = mean(xs), mean(ys)
    b = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
    return my - b * mx, b
print([round(v, 6) for v in linreg([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8])])
def gd(f, df, x, lr=0.1, steps=50):
    for i in range(steps):
        x -= lr * df(x)
        if i % 10 == 0: print(f'step {i:>2} x={x:.5f} f={f(x):.6f}')
    return x
print(round(gd(lambda x: (x - 3) ** 2, lambda x: 2 * (x - 3), 0), 4))
def newton(f, df, x):
    for _ in range(20):
        x -= f(x) / df(x)
    return x
print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))
print(round(simpson(math.sin, 0, math.pi), 8), round(simpson(lambda x: x ** 2, 0, 3), 8))
def bisect(f, lo, hi):
    for _ in range(60):
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0: hi = mid
        else: lo = mid
    return lo
print(round(bisect(lambda x: x ** 3 - x - 2, 1, 2), 8))
seed = 42
def rnd():
    global seed
    seed = (1664525 * seed + 1013904223) % 2**32
    return seed / 2**32
inside = sum(rnd() ** 2 + rnd() ** 2 < 1 for _ in range(2000))
print(4 * inside / 2000)
hist = [0] * 10
for _ in range(1000): hist[int(rnd() * 10)] += 1
for i, n in enumerate(hist): print(f'{i / 10:.1f} {"*" * (n // 10)} {n}')
w, b = [0.0, 0.0], 0.0
pts = [((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 1)]
for epoch in range(10):
    errs = 0
    for x, y in pts:
        out = int(sum(a * c for a, c in zip(w, x)) + b > 0)
        if out != y: errs += 1; w = [a + 0.5 * (y - out) * c for a, c in zip(w, x)]; b += 0.5 * (y - out)
    print(epoch, errs, w, b)
    if not errs: break
def kmeans(pts, k, steps=10):
    cs = pts[:k]
    for _ in range(steps):
        groups = [[] for _ in cs]
        for p in pts: groups[min(range(k), key=lambda i: abs(p - cs[i]))].append(p)
        cs = [mean(g) if g else c for g, c in zip(groups, cs)]
    return cs, groups
print(kmeans([1, 2, 10, 11, 20, 1.5], 3))
ema, out = None, []
for v in [1, 2, 3, 10, 3]: ema = v if ema is None else 0.5 * v + 0.5 * ema; out.append(round(ema, 3))
print(out, [round(mean(data[max(0, i - 2):i + 1]), 3) for i in range(len(data))])
cov = lambda a, b: sum((x - mean(a)) * (y - mean(b)) for x, y in zip(a, b)) / (len(a) - 1)
a, c = [1, 2, 3, 4], [2, 4, 5, 9]
print(round(cov(a, c) / math.sqrt(cov(a, a) * cov(c, c)), 6))
dot = lambda u, v: sum(x * y for x, y in zip(u, v))
cos = lambda u, v: dot(u, v) / math.sqrt(dot(u, u) * dot(v, v))
q, ks, vs = [1, 0], [[1, 0], [0, 1], [1, 1]], [[1], [2], [3]]
att = softmax([dot(q, k) / math.sqrt(2) for k in ks])
print([round(x, 4) for x in att], [round(sum(a * v[0] for a, v in zip(att, vs)), 4)], round(cos([1, 2], [2, 4]), 6))
