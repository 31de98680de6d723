import torch

dtypes = [torch.bool, torch.uint8, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64]
for a in dtypes:
    print(str(a)[6:].ljust(10), [str(torch.promote_types(a, b))[6:] for b in dtypes])
for a in dtypes[:4]:
    x = torch.ones(2).to(a)
    print(a, (x + 1).dtype, (x + 1.0).dtype, (x + True).dtype, (x / 2).dtype if a != torch.bool else None, (x * 1j).dtype)
print((torch.ones(1, dtype=torch.float16) + torch.tensor(1.0)).dtype, (torch.ones(1, dtype=torch.int32) + torch.tensor(1.0, dtype=torch.float64)).dtype)
print(torch.result_type(torch.tensor([1, 2]), 1.0), torch.result_type(torch.ones(1, dtype=torch.uint8), 300), torch.can_cast(torch.float32, torch.int32), torch.can_cast(torch.int32, torch.float32))
i = torch.arange(3)
f = torch.arange(3.0)
try:
    i += 0.5
except RuntimeError as err:
    print(err)
try:
    i /= 2
except RuntimeError as err:
    print(err)
i += 2
f += i
print(i, f, i.sum().dtype, i.float().mean(), torch.tensor([True, True]).sum(), torch.ones(2, dtype=torch.uint8).sum().dtype, i.prod().dtype, i.cumsum(0).dtype, torch.tensor([True]).cumsum(0))
try:
    i.mean()
except RuntimeError as err:
    print(str(err).split("\n")[0])
print(torch.tensor(250, dtype=torch.uint8) + torch.tensor([10], dtype=torch.uint8), (torch.tensor([100], dtype=torch.int8) * 2))
print(torch.tensor([2.9, -2.9]).int(), torch.tensor([3.5]).long(), torch.tensor([0.0, 0.1]).bool(), torch.tensor([1, 0]).bool(), torch.tensor([True]).int(), torch.tensor([1 + 2j]).abs())
print(torch.where(torch.tensor([True, False]), 1, 2.5), torch.where(torch.tensor([True]), torch.tensor([1]), torch.tensor([2.0])).dtype, torch.cat([torch.ones(1), torch.ones(1, dtype=torch.int64)]).dtype, torch.stack([torch.tensor(1), torch.tensor(2.0)]))
