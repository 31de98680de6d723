import torch

print(bool(torch.tensor(0.0)), bool(torch.tensor([5])), int(torch.tensor(3.9)), float(torch.tensor([2])), int(torch.tensor(True)), complex(torch.tensor(2.0)) if True else 0, torch.tensor([[7]]).item(), torch.tensor(1.5).item(), type(torch.tensor(1).item()).__name__, type(torch.tensor(1.0).item()).__name__, type(torch.tensor(True).item()).__name__)
for bad in (lambda: bool(torch.tensor([1, 2])), lambda: bool(torch.tensor([])), lambda: int(torch.tensor([1, 2])), lambda: float(torch.zeros(0)), lambda: torch.ones(2).item(), lambda: torch.zeros(2, 2).item(), lambda: [1, 2][torch.tensor(1.0)], lambda: range(torch.tensor([1, 2])), lambda: len(torch.tensor(1)), lambda: list(torch.tensor(1)), lambda: iter(torch.tensor(2)), lambda: int(torch.tensor(float("nan"))), lambda: "a" in torch.tensor([1]), lambda: hash(torch.tensor(1)) is None, lambda: 5 in torch.tensor(5)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, err)
x = torch.tensor([1, 2, 3])
if x.sum() > 5:
    print("big", x.sum() == 6, not (x > 5).any(), 2 in x, 9 in x, torch.tensor(2) in x, x.tolist() == [1, 2, 3])
while x.sum() < 20:
    x = x + 1
print(x, x.tolist(), torch.zeros(2, 2).tolist(), torch.tensor(3).tolist(), torch.tensor([True]).tolist(), torch.tensor([1 + 1j]).tolist(), torch.zeros(0, 2).tolist(), [float(v) for v in x], [*x[:2]], dict(a=x[0].item()), {x[0].item(), 7}, round(torch.tensor(2.567).item(), 2), max(x).item(), min(x.tolist()), sum(x).item(), sum(x.tolist()), any(x > 8), all(x > 0), sorted(x.tolist())[::-1], list(map(int, x)), list(zip(x.tolist(), "abc")), [i for i, v in enumerate(x) if v > 7], x.numel(), len(x), str(x[0].item()).zfill(3))
d = {torch.tensor(1): "a"}
k = next(iter(d))
print(d[k], len(d), k in d, torch.tensor(1) in d, isinstance(x, torch.Tensor), torch.is_tensor(x), torch.is_tensor([1]), type(x), type(x).__name__, callable(x), x is x, x == x if False else "", torch.equal(x, x.clone()), x.equal(x + 1), torch.is_floating_point(x), x.is_floating_point(), torch.numel(x), torch.is_nonzero(torch.tensor(1)))
import math
print(math.sqrt(torch.tensor(4.0)), math.floor(torch.tensor(2.7)), math.isnan(torch.tensor(float("nan"))), abs(torch.tensor(-3)), round(float(torch.tensor(2.5))), "%d" % torch.tensor(3), 10 * torch.tensor(0.5).item(), "ab" * torch.tensor(2).item(), [0] * int(torch.tensor(2)), list(range(torch.tensor(3))), bin(torch.tensor(5).item()), torch.tensor(3).__index__(), torch.tensor(2).__int__(), torch.tensor(2).__float__())
