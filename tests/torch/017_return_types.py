import torch

x = torch.tensor([[3.0, 1.0, 2.0], [0.0, 5.0, 4.0]])
r = x.max(dim=1)
print(r, type(r).__name__, r.values, r.indices, r[0], len(r), tuple(r)[1], isinstance(r, tuple), r == r if False else "", list(r)[0])
print(x.min(0), x.sort(), x.topk(2), x.kthvalue(1), x.mode(), x.median(0), x.cummax(0), torch.linalg.eigh(x @ x.T), torch.linalg.qr(x @ x.T)[1].abs(), torch.linalg.slogdet(x @ x.T), torch.aminmax(x), torch.frexp(torch.tensor([4.0])))
v, i = x.topk(1, dim=-1)
print(v.squeeze(), i.squeeze(-1), [*x.sort(dim=0)][1], dict(zip(("values", "indices"), x.max(0))), x.max(0).values.tolist())
values, (first, *_) = x.max(1)
print(values, first, hasattr(r, "values"), hasattr(r, "foo"), r.values is r[0], r._fields if hasattr(r, "_fields") else "no fields", type(x.sort()).__module__)
try:
    r[2]
except IndexError as err:
    print("IndexError", err)
print(torch.std_mean(x), torch.var_mean(x, 0), torch.unique(x, return_inverse=True)[1].shape, torch.max(x, torch.zeros_like(x)), torch.max(x), torch.lu_unpack(*torch.linalg.lu_factor(x @ x.T))[2].diag() > 0, torch.linalg.lu(x @ x.T).P.sum())
out = torch.empty(2), torch.empty(2, dtype=torch.int64)
torch.max(x, 1, out=out)
print(out, torch.add(x, 1, out=torch.empty(2, 3))[0], torch.sum(x, 0, out=torch.empty(3)))
y = torch.empty(3)
z = torch.mul(x[0], 2, out=y)
print(z is y, y, torch.sort(x, 1, True).values[0], torch.sort(x, stable=True, dim=0, descending=False)[0][0])
