# bucketize, searchsorted, histc, histogram, bincount, unique and its kin, isin, in odd forms.
import torch

edges = torch.tensor([0.0, 1.0, 2.5, 4.0])
v = torch.tensor([-1.0, 0.0, 0.5, 1.0, 2.5, 3.0, 4.0, 9.0, float("nan")])
print(torch.bucketize(v, edges), torch.bucketize(v, edges, right=True), torch.bucketize(v, edges, out_int32=True).dtype, torch.bucketize(1.0, edges), torch.bucketize(torch.tensor([[1, 3]]), torch.tensor([1, 2, 3])), torch.bucketize(v, torch.tensor([])))
print(torch.searchsorted(edges, v), torch.searchsorted(edges, v, side="right"), torch.searchsorted(edges, 2), torch.searchsorted(torch.stack([edges, edges * 2]), torch.tensor([[1.0, 2.0], [1.0, 2.0]])), torch.searchsorted(torch.tensor([3.0, 1.0, 2.0]), torch.tensor([2.5]), sorter=torch.tensor([1, 2, 0])), torch.searchsorted(edges, v[:2], right=True, out_int32=True))
data = torch.tensor([1.0, 2.0, 2.0, 3.0, 5.0, -1.0])
print(torch.histc(data, bins=4), torch.histc(data, 3, 0, 3), torch.histc(data, bins=5, min=0, max=0), torch.histc(torch.ones(3), 2), torch.histc(torch.tensor([]), 2), data.histc(2))
print(torch.histogram(data, 3), torch.histogram(data, torch.tensor([0.0, 1.5, 6.0])), torch.histogram(data, bins=2, range=(0.0, 4.0), density=True), torch.histogram(data, 2, weight=torch.arange(6.0)).hist, data.histogram(2).bin_edges)
h = torch.histogramdd(torch.tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]), bins=[2, 2])
print(h.hist, h.bin_edges)
print(torch.bincount(torch.tensor([0, 1, 1, 4])), torch.bincount(torch.tensor([1, 1, 2]), weights=torch.tensor([0.5, 0.25, 2.0])), torch.bincount(torch.tensor([1]), minlength=4), torch.bincount(torch.tensor([], dtype=torch.int64)), torch.tensor([2, 2]).bincount(minlength=1), torch.bincount(torch.tensor([1], dtype=torch.uint8)))
x = torch.tensor([3, 1, 3, 2, 1, 1])
m = torch.tensor([[1, 2], [1, 2], [0, 5]])
print(torch.unique(x), torch.unique(x, return_inverse=True), torch.unique(x, return_counts=True), torch.unique(x, True, True, True), torch.unique(m), torch.unique(m, dim=0), torch.unique(m, dim=1), torch.unique(m, dim=0, return_inverse=True, return_counts=True), x.unique(return_counts=True)[1], torch.unique(torch.tensor([True, False, True])), torch.unique(torch.tensor([1.5, float("nan"), 1.5, float("nan")])), torch.unique(torch.tensor([])), torch.unique(x, sorted=False).sort().values)
print(torch.unique_consecutive(x), torch.unique_consecutive(x, return_inverse=True), torch.unique_consecutive(x, return_counts=True), torch.unique_consecutive(m, dim=0), torch.unique_consecutive(m, return_inverse=True, return_counts=True, dim=0), torch.unique_consecutive(torch.arange(4).view(2, 2), True)[1], x.unique_consecutive(False, True), torch.unique_consecutive(torch.tensor([[2, 2], [3, 3]]), return_counts=True))
print(torch.isin(x, torch.tensor([1, 9])), torch.isin(x, 3), torch.isin(2, x), torch.isin(m, x, invert=True), torch.isin(x, torch.tensor([1]), assume_unique=True) if False else "", torch.count_nonzero(m), torch.count_nonzero(m, 0), torch.count_nonzero(m, dim=(0, 1)), torch.nonzero(m > 1), torch.nonzero(m > 1, as_tuple=True), m.nonzero().T, torch.argwhere(m == 1), torch.nonzero(torch.tensor(5)), torch.nonzero(torch.tensor(0)).shape, torch.nonzero(torch.zeros(2, 0)).shape, torch.where(m > 1))
text = "the cat sat on the mat the end".split()
words = sorted(set(text))
ids = torch.tensor([words.index(w) for w in text])
values, inverse, counts = torch.unique(ids, return_inverse=True, return_counts=True)
for i in counts.argsort(descending=True, stable=True)[:3].tolist():
    print(f"{words[values[i]]:<5} {counts[i]} {counts[i] / len(text):.2%}")
for attempt in [lambda: torch.bucketize(v, edges[None]), lambda: torch.bucketize(v, "a"), lambda: torch.searchsorted(torch.ones(2, 3), torch.ones(3, 2)), lambda: torch.searchsorted(edges, v, side="middle"), lambda: torch.searchsorted(edges, v, right=True, side="left"), lambda: torch.searchsorted(edges, v, sorter=torch.tensor([0, 1])), lambda: torch.searchsorted(edges.int(), v), lambda: torch.histc(data, 0), lambda: torch.histc(data, 2, 5, 1), lambda: torch.histc(data.long(), 2), lambda: torch.histc(v), lambda: torch.histogram(data, 0), lambda: torch.histogram(data, torch.tensor([2.0, 1.0])), lambda: torch.histogram(data, 2, range=(1.0,)), lambda: torch.bincount(torch.tensor([1.5])), lambda: torch.bincount(torch.tensor([-1])), lambda: torch.bincount(torch.tensor([[1]])), lambda: torch.bincount(torch.tensor([1]), weights=torch.ones(2)), lambda: torch.bincount(torch.tensor([1]), minlength=-1), lambda: torch.unique(m, dim=2), lambda: torch.unique("a"), lambda: torch.isin(x, [1]), lambda: torch.isin(x.float(), torch.tensor([1j])), lambda: torch.count_nonzero(m, 3)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
