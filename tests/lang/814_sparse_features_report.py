"""Dictionary of features: sparse activations as {feature: value}, reports over documents."""
from collections import Counter, defaultdict
import statistics

documents = {
    "d0": {3: 1.5, 7: 0.2, 11: 0.9},
    "d1": {3: 0.1, 8: 2.25},
    "d2": {7: 0.7, 8: 0.3, 11: 1.1, 12: 0.05},
    "d3": {},
    "d4": {12: 4.0},
}

def dot(a, b):
    return sum(a[k] * b[k] for k in a.keys() & b.keys())

def norm(a):
    return dot(a, a) ** 0.5

def cosine(a, b):
    scale = norm(a) * norm(b)
    return dot(a, b) / scale if scale else float("nan")

names = list(documents)
print("      " + " ".join(f"{n:>6}" for n in names))
for a in names:
    print(f"{a:<6}" + " ".join(f"{cosine(documents[a], documents[b]):6.3f}" for b in names))

by_feature = defaultdict(dict)
for name, active in documents.items():
    for feature, value in active.items():
        by_feature[feature][name] = value
frequency = Counter(f for active in documents.values() for f in active)
for feature in sorted(by_feature, key=lambda f: (-frequency[f], f)):
    values = by_feature[feature].values()
    top = max(by_feature[feature], key=by_feature[feature].get)
    print(f"feature {feature:>2}: n={frequency[feature]} mean={statistics.fmean(values):.3f} max={max(values):g} in {top}")

l0 = [len(a) for a in documents.values()]
print("L0", l0, statistics.mean(l0), statistics.median(l0), statistics.pstdev(l0))
dead = sorted(set(range(15)) - set(by_feature))
print("dead", dead, f"{len(dead) / 15:.1%}")

def ablate(active, *features):
    return {k: v for k, v in active.items() if k not in features}

print(ablate(documents["d2"], 8, 12), documents["d2"] | {8: 0.0})
print(dict(Counter(documents["d0"]) + Counter(documents["d2"])))
merged = {f: tuple(sorted(d)) for f, d in by_feature.items()}
print({v: [k for k in merged if merged[k] == v] for v in dict.fromkeys(merged.values())})
