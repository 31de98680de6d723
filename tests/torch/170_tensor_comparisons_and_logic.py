import torch

a, b = torch.tensor([1, 2, 3]), torch.tensor([3, 2, 1])
print(a == b, a != b, a < b, a >= b, a.eq(2), (a == b).any(), (a == b).all(), torch.equal(a, b), a.equal(a.clone()), (a == b).sum().item())
m, n = torch.tensor([True, True, False]), torch.tensor([True, False, False])
print(m & n, m | n, m ^ n, ~m, m.logical_and(n), torch.logical_or(m, n), m.logical_xor(n), m.logical_not(), m + n, m * 2, m.sum(), m.float().mean(), m.any() and n.any(), not m.all())
print(a & b, a | b, a ^ b, ~a, a << 1, b >> 1, a % 2 == 0, (a > 1) & (b > 1), a.bool(), torch.bitwise_and(a, 1))
print(2 in a, 5 in a, torch.tensor([1, 2]) in [1] if False else "skip", a.tolist() == [1, 2, 3], a is a, a.data_ptr() == a.view(3).data_ptr(), [x.item() for x in a if x > 1], max(a), min(a), sum(a), sorted(b.tolist()), sorted([torch.tensor(2), torch.tensor(1)]))
if (a > 0).all():
    print("all positive")
if torch.tensor(0.0):
    print("no")
elif torch.tensor([[1]]):
    print("one element is true")
for cond in (lambda: bool(a), lambda: not a, lambda: a and b, lambda: 1 if a == b else 0, lambda: bool(torch.tensor([])), lambda: a in [b]):
    try:
        print(cond())
    except (RuntimeError, ValueError) as err:
        print(type(err).__name__, err)
print(torch.isin(a, torch.tensor([1, 3])), torch.isclose(a.float(), b.float(), atol=1.5), torch.maximum(a, b), a.clamp(2), a.sign(), torch.where(a > 1, 0, a), (a.float() / 0).isinf(), a.float().isnan().any(), a.lt(b).nonzero().squeeze(-1), torch.eq(a, 2.0), a == 2.0, a == "x" if False else None, torch.tensor(3) == 3, torch.tensor(1.5) > 1, 1 < torch.tensor(1.5))
