# Named results: how they print, unpack, compare and are told apart.
import torch

x = torch.tensor([[3.0, 1.0, 2.0], [0.0, 5.0, 5.0]])
for name, result in {
    "max": torch.max(x, 0), "min": x.min(dim=1), "max keepdim": x.max(1, keepdim=True), "median": torch.median(x, 1), "nanmedian": x.nanmedian(0), "mode": torch.mode(x), "sort": torch.sort(x), "sort desc": x.sort(descending=True), "topk": x.topk(2), "kthvalue": x.kthvalue(2), "cummax": x.cummax(1), "cummin": torch.cummin(x, 0), "aminmax": torch.aminmax(x),
    "aminmax dim": x.aminmax(dim=1), "frexp": torch.frexp(x), "histogram": torch.histogram(x, 3), "qr": torch.linalg.qr(torch.eye(2)), "slogdet": torch.linalg.slogdet(torch.eye(2) * 2), "eigh": torch.linalg.eigh(torch.diag(torch.tensor([1.0, 2.0]))), "svd": torch.linalg.svd(torch.diag(torch.tensor([2.0, 1.0]))), "cholesky_ex": torch.linalg.cholesky_ex(torch.eye(2)), "inv_ex": torch.linalg.inv_ex(torch.eye(2)),
    "lu_factor": torch.linalg.lu_factor(torch.eye(2)), "unique": torch.unique(x, return_counts=True), "var_mean": torch.var_mean(x), "std_mean": torch.std_mean(x, 1), "lu": torch.linalg.lu(torch.eye(2)), "lstsq": torch.linalg.lstsq(torch.eye(2), torch.ones(2, 1)),
}.items():
    print(name, "->", result)
    print("   ", type(result), len(result))
m = torch.max(x, 1)
values, indices = m
print(m.values is m[0], torch.equal(m.indices, indices), m[-1], m[0:1], isinstance(m, tuple), type(m).__name__, type(m).__module__)
print(m == m if False else "elementwise compare skipped", list(m)[0], m.values.tolist(), tuple(m)[1].dtype)
print(torch.return_types.max is type(m), torch.return_types.sort, hasattr(m, "_fields"), m.n_fields, m.n_sequence_fields, m.n_unnamed_fields)
s = x.sort()
print(s.values.shape, s.indices.dtype, str(s) == repr(s), f"{torch.tensor([1, 2]).max(0)}")
try:
    m.nothing
except AttributeError as err:
    print(err)
try:
    m.values = 1
except AttributeError as err:
    print(err)
try:
    a, b, c = m
except ValueError as err:
    print(err)
out = (torch.empty(0), torch.empty(0, dtype=torch.int64))
r = torch.max(x, 0, out=out)
print(out, r.values is out[0], r)
q = torch.return_types.max((torch.tensor(1), torch.tensor(2)))
print(q, q.values)
print({"best": torch.tensor([4, 2]).min(0)}, [torch.tensor([1.5]).max(0)])
w = torch.tensor([[1.0, 2.0]], requires_grad=True)
print(w.max(1), w.sort(), w.topk(1).values.sum().grad_fn.name())
