import torch

m = torch.arange(6).view(2, 3)
for row in m:
    print(row, end=" ")
for i, (a, b, c) in enumerate(m):
    print(i, a + b * c, end="; ")
print([x for x in m.flatten()], [float(x) for x in m[0]], list(zip(m[0], m[1])), dict(zip("ab", m)), tuple(m.shape), len(m), list(map(torch.sum, m)), list(reversed(m)), sorted(m[0].tolist(), reverse=True), [*m[1]], max(m[1], key=lambda v: -v), any(m[0] > 1), all(m[0] >= 0), sum(m[:, 0]), 3 in m, 9 in m, torch.tensor(4) in m[1])
a, *rest = m[0]
print(a, rest, [r.tolist() for r in m.split(1)], next(iter(m)), *m[1], sep=" / ")
try:
    for v in torch.tensor(3):
        pass
except TypeError as err:
    print(err)
try:
    len(torch.tensor(3))
except TypeError as err:
    print(err)
d = {torch.tensor(1): "a"}
k = next(iter(d))
print(d[k], torch.tensor(1) in d, len({torch.tensor(1), torch.tensor(1)}), hash(k) == hash(k), [i for i, v in enumerate([k]) if v is k], isinstance(m, torch.Tensor), torch.is_tensor(m), torch.is_tensor(3), type(m), callable(m.sum), hasattr(m, "shape"), getattr(m, "ndim"))
import copy
n = copy.deepcopy(m); n[0, 0] = 99
s = copy.copy(m); s[0, 1] = 77
print(m, n[0, 0], [t.shape for t in (m, n)], [m[i, j].item() for i in range(2) for j in range(3) if (i + j) % 2 == 0], {f"k{i}": v.item() for i, v in enumerate(m[:, 2])})
