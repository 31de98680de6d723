# out=: into a fresh tensor, a wrong shape, a wrong dtype, a view, a tuple.
import warnings

import torch

warnings.simplefilter("ignore")
a, b = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[0.5, -1.0], [2.0, 8.0]])
out = torch.empty(0)
r = torch.add(a, b, out=out)
print(r is out, out, torch.mul(a, b, out=out) is out, out)
print(torch.matmul(a, b, out=torch.empty(2, 2)), torch.mm(a, b, out=out), torch.exp(a, out=out), torch.sum(a, 0, out=torch.empty(2)), torch.cat([a, b], out=torch.empty(4, 2)), torch.stack([a, b], out=torch.empty(2, 2, 2)).shape)
print(torch.arange(3, out=torch.empty(3)), torch.linspace(0, 1, 3, out=torch.empty(0)), torch.zeros(2, out=out), torch.ones(2, 2, out=out), torch.full((2,), 3.0, out=torch.empty(2)), torch.eye(2, out=torch.empty(2, 2)))
torch.manual_seed(0)
print(torch.rand(2, out=torch.empty(2)).shape, torch.randn(3, out=torch.empty(3)).shape, torch.randint(0, 5, (4,), out=torch.empty(4, dtype=torch.int64)).shape, torch.randperm(4, out=torch.empty(4, dtype=torch.int64)).sort().values)
buffer = torch.zeros(4, 4)
torch.add(a, 1, out=buffer[1:3, 1:3])
print(buffer)
torch.mul(a, 2, out=buffer[::2, ::2])
print(buffer)
print(torch.add(a, b, out=torch.empty(2, 2, dtype=torch.float64)), torch.add(a.long(), b.long(), out=torch.empty(2, 2)), torch.gt(a, b, out=torch.empty(2, 2, dtype=torch.bool)), torch.gt(a, b, out=torch.empty(2, 2)), torch.eq(a, a, out=torch.empty(2, 2, dtype=torch.uint8)))
values, indices = torch.empty(0), torch.empty(0, dtype=torch.int64)
print(torch.sort(a, 1, descending=True, out=(values, indices)), values, indices)
print(torch.max(a, 0, out=(values, indices)).values is values, torch.topk(b, 1, out=(values, indices)), torch.kthvalue(b, 1, out=(values, indices)), torch.mode(b, out=(values, indices)), torch.cummax(b, 0, out=(values, indices)))
print(torch.argmax(a, 1, out=torch.empty(2, dtype=torch.int64)), torch.cumsum(a, 0, out=torch.empty(2, 2)), torch.clamp(a, 1.5, 3.5, out=torch.empty(2, 2)), torch.where(a > 2, a, b, out=torch.empty(2, 2)), torch.masked_select(a, a > 1, out=torch.empty(0)), torch.nonzero(a > 2, out=torch.empty(0, dtype=torch.int64)), torch.index_select(a, 0, torch.tensor([1]), out=torch.empty(0)), torch.gather(a, 1, torch.tensor([[0], [1]]), out=torch.empty(0)), torch.take(a, torch.tensor([3]), out=torch.empty(0)))
print(torch.mean(a, 0, out=torch.empty(2)), torch.var(a, 0, out=torch.empty(2)), torch.norm(a, dim=1, out=torch.empty(2)), torch.logsumexp(a, 1, out=torch.empty(2)), torch.softmax(a, 1, out=torch.empty(2, 2)) if False else "", torch.tril(a, out=torch.empty(2, 2)), torch.diag(a, out=torch.empty(0)), torch.dot(a[0], b[0], out=torch.empty(())), torch.linalg.inv(a, out=torch.empty(2, 2)), torch.linalg.det(a, out=torch.empty(())), torch.addmm(a, a, b, out=torch.empty(2, 2)), torch.baddbmm(a[None], a[None], b[None], out=torch.empty(1, 2, 2)), torch.einsum("ij->j", a))
w = torch.ones(2, requires_grad=True)
for name, attempt in {
    "grad input": lambda: torch.add(w, 1, out=torch.empty(2)), "grad out": lambda: torch.add(torch.ones(2), 1, out=w), "bad dtype": lambda: torch.add(a, b, out=torch.empty(2, 2, dtype=torch.int64)), "bad type": lambda: torch.add(a, b, out=[1]), "bool out": lambda: torch.add(a, b, out=torch.empty(2, 2, dtype=torch.bool)), "sum bad dtype": lambda: torch.sum(a, 0, out=torch.empty(2, dtype=torch.int32)), "tuple missing": lambda: torch.max(a, 0, out=(values,)), "tuple bad": lambda: torch.max(a, 0, out=(values, values)), "self overlap": lambda: torch.add(torch.zeros(3), 1, out=torch.zeros(1).expand(3)),
    "partial overlap": lambda: torch.add(buffer[0, :3], 1, out=buffer[0, 1:]), "matmul bad dtype": lambda: torch.matmul(a, b, out=torch.empty(2, 2, dtype=torch.float64)), "method with out": lambda: a.add(b, out=out), "no out": lambda: torch.relu(a, out=out), "none": lambda: torch.add(a, b, out=None), "cat bad": lambda: torch.cat([a, b], out=torch.empty(4, 2, dtype=torch.int32)), "arange out dtype": lambda: torch.arange(3, out=torch.empty(3, dtype=torch.float64)), "zeros out dtype": lambda: torch.zeros(2, out=torch.ones(2, dtype=torch.int32)), "zeros out other dtype": lambda: torch.zeros(2, out=torch.ones(2), dtype=torch.int32)}.items():
    try:
        print(name, attempt())
    except Exception as err:
        print(name, type(err).__name__, "|", str(err).split("\n")[0])
