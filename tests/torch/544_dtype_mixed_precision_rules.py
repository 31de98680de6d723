import torch

kinds = [torch.bool, torch.uint8, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64]
for a in kinds:
    print(f"{str(a)[6:]:10}", " ".join(f"{str(torch.result_type(torch.ones(1, dtype=a), torch.ones(1, dtype=b)))[6:]:10}" for b in kinds))
i = torch.tensor([1, 2, 3])
print((i / 2).dtype, (i // 2).dtype, (i * 2.0).dtype, (i ** 2).dtype, (i + True).dtype, i.float().mean().dtype, (i > 1).sum().dtype)
print((torch.ones(1, dtype=torch.float16) * 2.5).dtype, (torch.ones(1, dtype=torch.float16) * torch.tensor(2.5, dtype=torch.float64)).dtype)
print(torch.tensor(70000.0).half(), torch.tensor(1e-8).half(), torch.tensor(1.001).bfloat16(), torch.tensor(300).to(torch.uint8), torch.tensor(-1).byte())
print(torch.tensor([1.9, -1.9]).int(), torch.tensor([0.0, 0.5, -2.0]).bool(), torch.tensor([True]).long(), torch.tensor(2.5).to(torch.complex64))
print(torch.finfo(torch.float16).max, torch.finfo(torch.bfloat16).eps, torch.iinfo(torch.int32).min, torch.finfo(torch.float32).tiny)
print(torch.can_cast(torch.float32, torch.int32), torch.promote_types(torch.uint8, torch.int8), torch.is_floating_point(i), torch.ones(1).is_complex())
x = torch.full((1000,), 0.1, dtype=torch.float16)
print(x.sum(), x.float().sum(), x.sum(dtype=torch.float32), x.cumsum(0)[-1])
print((torch.tensor(16777216.0) + 1).item(), (torch.tensor(2 ** 53).double() + 1).item(), torch.tensor(2 ** 62) * 4)
try:
    i += 0.5
except RuntimeError as e:
    print(e)
try:
    torch.ones(2, dtype=torch.float64) @ torch.ones(2)
except RuntimeError as e:
    print(e)
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.5]).dtype, torch.zeros(1).dtype, (torch.arange(3) / 3))
torch.set_default_dtype(torch.float32)
print(torch.tensor([1.5]).dtype, torch.get_default_dtype(), i.type(), i.type(torch.float32), torch.ones(1).type())
