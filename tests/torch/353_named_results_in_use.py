# Results with names as programs use them: unpacked, in dicts, compared, in f-strings, through out=.
import torch

x = torch.tensor([[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]])
best = x.max(dim=1)
print(f"{best.values.tolist()} at {best.indices.tolist()}", best[0].equal(best.values), best.indices is best[1])
for row, (value, index) in enumerate(zip(*best)):
    print(row, f"{value:.2f}", index.item(), x[row, index] == value)
report = {name: getattr(torch, name)(x, 1) for name in ["max", "min", "median", "mode", "sort", "cummax"]}
for name, result in report.items():
    print(name, type(result).__name__, result.indices.shape, tuple(type(r).__name__ for r in result))
values, indices = torch.sort(x, descending=True)
print(torch.gather(x, 1, indices).equal(values), torch.topk(x, 2)[1], x.topk(2).values.sum(1))
print(torch.return_types.topk, torch.return_types.max.__name__, isinstance(best, torch.return_types.max), isinstance(best, torch.return_types.min), type(x.max(1)) is type(x.max(0)))
first, *others = torch.linalg.svd(torch.diag(torch.tensor([3.0, 2.0])))
print(first.shape, len(others), others[0])
print(best + (1,) if False else len(best + (1,)), best[::-1][0], 1 in [2], best.count(3) if False else "", tuple(best)[0].shape, list(map(torch.numel, best)))
holder = (torch.empty(2), torch.empty(2, dtype=torch.int64))
again = torch.max(x, 1, out=holder)
print(again.values is holder[0], holder[1], type(again).__name__)
eig = torch.linalg.eigh(torch.tensor([[2.0, 0.0], [0.0, 1.0]]))
print(eig.eigenvalues, eig.eigenvectors.abs(), type(eig).__name__, torch.linalg.slogdet(torch.eye(2) * 3).logabsdet, torch.frexp(torch.tensor([6.0])).exponent)
match best:
    case (v, i):
        print("matched", v, i)
try:
    best.values = 3
except AttributeError as err:
    print(err)
try:
    torch.return_types.max((1,))
except TypeError as err:
    print(type(err).__name__)
