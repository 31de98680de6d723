"""Causal attention by hand over short vectors, printed as a map of characters."""
import math

SHADES = " .:-=+*#%@"

def attention(q, k, scale=None, causal=True):
    scale = scale or 1 / math.sqrt(len(q[0]))
    rows = []
    for i, a in enumerate(q):
        scores = [sum(x * y for x, y in zip(a, b)) * scale if not causal or j <= i else -math.inf
                  for j, b in enumerate(k)]
        top = max(scores)
        exp = [math.exp(s - top) for s in scores]
        total = sum(exp)
        rows.append([e / total for e in exp])
    return rows

def heat(rows, labels):
    width = max(map(len, labels))
    for label, row in zip(labels, rows):
        cells = "".join(SHADES[min(int(p * len(SHADES)), len(SHADES) - 1)] * 2 for p in row)
        print(f"{label:>{width}} |{cells}|")

words = "When Mary and John went , Mary".split()
vectors = [[math.sin(1.3 * i * (j + 1)) + (w == "Mary") * 2 for j in range(4)] for i, w in enumerate(words)]
pattern = attention(vectors, vectors)
heat(pattern, words)
print(all(math.isclose(sum(r), 1) for r in pattern), [f"{r[0]:.3f}" for r in pattern])
print("upper part:", {p for i, r in enumerate(pattern) for p in r[i + 1:]})
full = attention(vectors, vectors, causal=False)
heat(full, words)
most = [max(range(len(r)), key=r.__getitem__) for r in pattern]
print(dict(enumerate(words[m] for m in most)))
H = lambda row: -sum(p * math.log2(p) for p in row if p)
print(" ".join(f"{H(r):.3f}" for r in pattern))
values = [[i, -i] for i in range(len(words))]
mixed = [[sum(p * v[d] for p, v in zip(row, values)) for d in range(2)] for row in pattern]
for m in mixed[:4]:
    print("({:.4f}, {:.4f})".format(*m))
print(attention([[1.0]], [[2.0]]), attention([[0.0, 0.0]] * 2, [[5, 5], [1, 1]]))
