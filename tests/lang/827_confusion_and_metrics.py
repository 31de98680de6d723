"""Labels and predictions: confusion matrix, precision, recall, F1, a report aligned by column."""
from collections import Counter, namedtuple
from itertools import product

truth = "cat dog dog bird cat cat bird dog cat fish".split()
guess = "cat dog cat bird cat bird bird dog dog bird".split()
Metrics = namedtuple("Metrics", ["precision", "recall", "f1", "support"])

labels = sorted({*truth, *guess})
matrix = Counter(zip(truth, guess, strict=True))
print(f"{'':6}" + "".join(f"{l:>6}" for l in labels))
for t in labels:
    print(f"{t:6}" + "".join(f"{matrix[t, g]:6d}" for g in labels))

def ratio(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return 0.0

def metrics(label):
    tp = matrix[label, label]
    p = ratio(tp, sum(matrix[t, label] for t in labels))
    r = ratio(tp, sum(matrix[label, g] for g in labels))
    return Metrics(p, r, ratio(2 * p * r, p + r), truth.count(label))

report = {label: metrics(label) for label in labels}
for label, m in report.items():
    print(f"{label:>8} {m.precision:>9.3f} {m.recall:>9.3f} {m.f1:>9.3f} {m.support:>8d}")
columns = list(zip(*report.values()))
macro = Metrics(*(sum(c) / len(c) for c in columns[:3]), sum(columns[3]))
weights = columns[3]
weighted = Metrics(*(sum(w * x for w, x in zip(weights, c)) / sum(weights) for c in columns[:3]), sum(weights))
for name, m in (("macro", macro), ("weighted", weighted)):
    print(f"{name:>8} {m[0]:>9.3f} {m[1]:>9.3f} {m[2]:>9.3f} {m[3]:>8d}")
print("accuracy", sum(map(str.__eq__, truth, guess)) / len(truth))
print(matrix.most_common(3), matrix.total(), len(list(product(labels, repeat=2))) - len(matrix))
errors = [(i, t, g) for i, (t, g) in enumerate(zip(truth, guess)) if t != g]
print(*errors, sep="\n")
try:
    list(zip(truth, guess[:-1], strict=True))
except ValueError as error:
    print(error)
print(report["bird"], max(report, key=lambda l: report[l].f1), report["fish"]._asdict())

scores = [0.9, 0.8, 0.7, 0.6, 0.55, 0.4, 0.3, 0.2]
positive = [1, 1, 0, 1, 0, 1, 0, 0]
points, tp, fp = [(0.0, 0.0)], 0, 0
for score, label in sorted(zip(scores, positive), reverse=True):
    tp, fp = tp + label, fp + (not label)
    points.append((fp / positive.count(0), tp / positive.count(1)))
auc = sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in zip(points, points[1:]))
print(points, auc)
