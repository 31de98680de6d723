# What torch.tensor, as_tensor, Tensor and the typed constructors make of odd arguments.
import torch

print(torch.tensor(()), torch.tensor([]), torch.tensor([[]]), torch.tensor([[], []]).shape, torch.tensor([[[]]]).dtype)
print(torch.tensor(True), torch.tensor([True, 2]), torch.tensor([True, 2.5]), torch.tensor([1, 2.0, 3j]))
print(torch.tensor(range(4)), torch.tensor((1, (2)[()] if False else 2)), torch.tensor([range(2), range(2, 4)]))
print(torch.tensor([torch.tensor(1), torch.tensor(2)]), torch.tensor([torch.tensor(1.5), 2]), torch.tensor([[torch.tensor(1)], [3]]))
print(torch.tensor(10**10), torch.tensor(-(2**63)), torch.tensor(2**62).dtype)
print(torch.tensor(float("inf")), torch.tensor([float("nan"), -float("inf"), 1]))
print(torch.tensor(1e-320, dtype=torch.float64), torch.tensor(1e-320))
print(torch.tensor([1.9, -1.9, 2.5], dtype=torch.int32), torch.tensor([0, 3, -1], dtype=torch.bool), torch.tensor([0.0, 0.1], dtype=torch.bool))
print(torch.tensor([300, -1, 255], dtype=torch.int16).to(torch.uint8), torch.tensor([1 + 2j], dtype=torch.complex128))
print(torch.Tensor(), torch.Tensor([1, 2]), torch.Tensor(2, 0), torch.Tensor([[1], [2]]).dtype, torch.Tensor(torch.Size([1, 2])).shape)
print(torch.LongTensor([1, 2]), torch.FloatTensor([[1, 2]]), torch.BoolTensor([1, 0]), torch.IntTensor(2).shape, torch.DoubleTensor([1]), torch.HalfTensor([1.5]), torch.ByteTensor([200]), torch.CharTensor([-3]), torch.ShortTensor([7]))
base = torch.arange(3)
same = torch.as_tensor(base)
print(same is base, torch.as_tensor(base, dtype=torch.float32) is base, torch.as_tensor([1, 2]).dtype, torch.asarray(base) is base)
print(torch.scalar_tensor(3), torch.scalar_tensor(3, dtype=torch.int8), torch.asarray([1, 2], dtype=torch.float16), torch.asarray(2.5))
copied = torch.tensor(torch.ones(2).double())
print(copied, copied.requires_grad, torch.tensor(torch.tensor([1, 2]), dtype=torch.float32))
print(torch.full((2,), 7), torch.full((2,), 7.0), torch.full((2,), True), torch.full((), 1j), torch.full([2, 1], 3, dtype=torch.uint8))
print(base.new_tensor([1.5, 2.5]), base.new_zeros(2), base.new_ones((1, 2)), base.new_full((2,), 3.7), base.double().new_tensor([1, 2]), base.new_empty(0), base.new_zeros((2,), dtype=torch.bool))
print(torch.zeros(()), torch.zeros([]), torch.zeros(2, 0, 3), torch.ones((2, 1)), torch.zeros(torch.Size((1, 1))), torch.zeros(size=(2,)))
print(torch.arange(5, 0, -2), torch.arange(0.5, 2), torch.arange(3.0), torch.arange(1, 2, 0.25), torch.arange(0), torch.arange(3, dtype=torch.float16), torch.arange(end=3), torch.arange(start=1, end=4, step=2))
print(torch.linspace(0, 1, 1), torch.linspace(3, -3, 4), torch.linspace(0, 10, 5, dtype=torch.int64), torch.logspace(0, 3, 4), torch.logspace(0, 4, 3, base=2))
print(torch.range(1, 3) if False else "range left", torch.eye(2, 3), torch.eye(3, 1, dtype=torch.int64), torch.eye(0))
print(torch.complex(torch.tensor([1.0]), torch.tensor([2.0])), torch.polar(torch.tensor([2.0]), torch.tensor([0.0])), torch.view_as_complex(torch.tensor([[1.0, -1.0]])))
for attempt in [
    lambda: torch.tensor([[1, 2], [3]]), lambda: torch.tensor([1, "a"]), lambda: torch.tensor("abc"), lambda: torch.tensor(None), lambda: torch.tensor([None]),
    lambda: torch.tensor({1: 2}), lambda: torch.tensor({1, 2}), lambda: torch.tensor(2**63), lambda: torch.tensor([1, [2]]), lambda: torch.tensor([[1], 2]), lambda: torch.tensor([torch.ones(2), torch.ones(2)]),
    lambda: torch.tensor(object()), lambda: torch.tensor(300, dtype=torch.uint8), lambda: torch.tensor([1j], dtype=torch.float32), lambda: torch.zeros(-1), lambda: torch.zeros(2.5), lambda: torch.zeros("2"),
    lambda: torch.arange(0, 5, 0), lambda: torch.arange(5, 0), lambda: torch.full((2,), "x"), lambda: torch.eye(-1), lambda: torch.tensor(), lambda: torch.tensor([1], dtype="float32"), lambda: torch.tensor([1], foo=2),
    lambda: torch.LongTensor([1.5]), lambda: torch.zeros(2, dtype=int), lambda: torch.zeros(2, dtype=float), lambda: torch.zeros(2, dtype=bool), lambda: torch.tensor([1], requires_grad=True), lambda: torch.linspace(0, 1)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).split("\n")[0])
