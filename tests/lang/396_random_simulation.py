"""Simulations whose streams must be the same everywhere."""
import math
import random
from collections import Counter
from itertools import accumulate

rng = random.Random("experiment-1")
weights = [[rng.gauss(0, 1 / math.sqrt(3)) for _ in range(3)] for _ in range(2)]
bias = [rng.uniform(-0.1, 0.1) for _ in range(2)]
print([[round(w, 5) for w in row] for row in weights], [round(b, 5) for b in bias])


def forward(x):
    return [math.tanh(sum(w * v for w, v in zip(row, x)) + b) for row, b in zip(weights, bias)]


print([round(v, 6) for v in forward([1, -1, 0.5])])
points = [(rng.random() * 4 - 2, rng.random() * 4 - 2) for _ in range(60)]
labels = [1 if x + y > 0 else -1 for x, y in points]
w, mistakes = [0.0, 0.0, 0.0], []
for epoch in range(5):
    order = list(range(60))
    rng.shuffle(order)
    wrong = 0
    for i in order:
        x, y = points[i]
        if labels[i] * (w[0] * x + w[1] * y + w[2]) <= 0:
            wrong += 1
            w = [w[0] + labels[i] * x, w[1] + labels[i] * y, w[2] + labels[i]]
    mistakes.append(wrong)
print(mistakes, [round(v, 4) for v in w])
centers = rng.sample(points, 3)
for _ in range(4):
    groups = [[] for _ in centers]
    for p in points:
        groups[min(range(3), key=lambda k: math.dist(p, centers[k]))].append(p)
    centers = [tuple(math.fsum(c) / len(g) for c in zip(*g)) if g else c for g, c in zip(groups, centers)]
print([tuple(round(v, 4) for v in c) for c in centers], list(map(len, groups)))
logits = [2.0, 1.0, 0.5, -1.0]


def sample(temperature):
    scaled = [math.exp(v / temperature) for v in logits]
    cumulative = list(accumulate(scaled))
    r = rng.random() * cumulative[-1]
    return next(i for i, c in enumerate(cumulative) if r < c)


print([Counter(sample(t) for _ in range(200)).most_common(2) for t in (0.3, 1.0, 3.0)])
state, path = 0, []
for _ in range(15):
    state = rng.choices([0, 1, 2], weights=[[1, 2, 1], [3, 1, 1], [0, 1, 1]][state])[0]
    path.append(state)
print(path, rng.getrandbits(32), [rng.expovariate(2) < 1 for _ in range(6)], rng.sample(range(1000), 4), round(rng.vonmisesvariate(0, 1), 6))
deck = [r + s for s in "♠♥" for r in "AKQ"]
rng.shuffle(deck)
print(deck, rng.choice(deck), rng.triangular(1, 5, 2) <= 5, round(rng.betavariate(2, 3), 8), round(rng.gammavariate(9, 0.5), 8))
