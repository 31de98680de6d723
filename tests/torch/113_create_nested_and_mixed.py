import torch

print(torch.tensor([[1, 2.0], [3, 4]]), torch.tensor([True, 2]), torch.tensor([1, 2j]), torch.tensor([[True, False]]), torch.tensor(()), torch.tensor([[]]).shape)
print(torch.tensor([torch.tensor(1), torch.tensor(2)]), torch.tensor([torch.tensor(1.5), 2]), torch.tensor((1, 2)), torch.tensor(range(4)), torch.tensor([range(2), range(2, 4)]))
print(torch.tensor(3).dtype, torch.tensor(3.0).dtype, torch.tensor(True).dtype, torch.tensor(1j).dtype, torch.tensor([1, 2.5]).dtype, torch.tensor([]).dtype)
print(torch.tensor([1.7, -1.7], dtype=torch.int64), torch.tensor([0, 1, 2], dtype=torch.bool), torch.tensor([1, 2], dtype=torch.float16), torch.tensor(300, dtype=torch.int32))
print(torch.as_tensor([1, 2]), torch.as_tensor((1.0, 2.0), dtype=torch.float64), torch.asarray([1, 2, 3]), torch.FloatTensor([1, 2]), torch.LongTensor([3, 4]), torch.Tensor([1, 2]), torch.Tensor(2, 3).shape)
print(torch.BoolTensor([True, False]), torch.IntTensor([1]), torch.DoubleTensor([1.5]), torch.ByteTensor([255]))
for bad in ([[1, 2], [3]], ["a"], [None], [[1], 2], {"a": 1}, [1, [2]]):
    try:
        print(torch.tensor(bad))
    except (ValueError, TypeError, RuntimeError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
t = torch.tensor([1.0, 2.0])
copy = torch.tensor(t.tolist())
same = torch.as_tensor(t)
same[0] = 9
print(t, copy, same is t, t.clone() is t, torch.tensor(t.tolist(), requires_grad=True))
torch.set_default_dtype(torch.float64)
print(torch.tensor(1.5).dtype, torch.zeros(1).dtype, torch.arange(2.0).dtype, torch.get_default_dtype(), torch.tensor([1.5]))
torch.set_default_dtype(torch.float32)
print(torch.tensor(1.5), torch.tensor([1e10, 1.0]), torch.tensor([1e-10, 1.0]))
try:
    torch.set_default_dtype(torch.int32)
except TypeError as err:
    print(err)
