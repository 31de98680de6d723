import torch

for d in (torch.float32, torch.float, torch.double, torch.half, torch.bfloat16, torch.int, torch.long, torch.short, torch.uint8, torch.int8, torch.bool, torch.cfloat, torch.complex128):
    print(d, repr(d), d.itemsize, d.is_floating_point, d.is_complex, d.is_signed)
print(torch.float is torch.float32, torch.long == torch.int64, torch.int != torch.long, {torch.float32: "f"}[torch.float], hash(torch.half) == hash(torch.float16))
print(torch.finfo(torch.float32), torch.finfo(torch.float16).max, torch.finfo(torch.float64).eps, torch.finfo(torch.bfloat16).tiny, torch.finfo().bits)
print(torch.iinfo(torch.int8), torch.iinfo(torch.int64).max, torch.iinfo(torch.uint8).min, torch.iinfo(torch.int32).bits)
print(torch.promote_types(torch.int32, torch.float16), torch.result_type(torch.tensor([1]), 1.5), torch.result_type(torch.tensor([1.0], dtype=torch.float64), torch.tensor(1)), torch.can_cast(torch.float32, torch.int32), torch.can_cast(torch.int32, torch.float32))
i, f, b, h, d = torch.tensor([1, 2]), torch.tensor([1.5, 2.5]), torch.tensor([True, False]), torch.tensor([1.0], dtype=torch.float16), torch.tensor([1.0], dtype=torch.float64)
for a in (i, f, b, h, d):
    print([(a + x).dtype for x in (i[:1], f[:1], b[:1], h, d, 1, 1.5, True)], (a * 2).dtype, (a / 2).dtype, (a + 1.0).dtype)
print((i / i).dtype, (i // 2).dtype, (i % 2).dtype, (i ** 2).dtype, (i ** 2.0).dtype, (b + b).dtype, (b * 2).dtype, (i > 1).dtype, (-i).dtype, i.float().mean().dtype, i.sum().dtype, b.sum().dtype)
print(f.to(torch.int64), f.to("cpu").dtype, f.to(i).dtype, f.to(dtype=torch.half), f.to(torch.float32) is f, f.to("cpu", torch.float64).dtype, f.type(), i.type(), b.type(), f.type(torch.long), f.type("torch.DoubleTensor").dtype)
print(f.int(), f.long(), f.bool(), b.float(), b.int(), f.half(), f.bfloat16(), f.double(), i.char(), i.short(), i.byte(), (f * 100).to(torch.uint8))
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.5]), torch.zeros(1).dtype, torch.get_default_dtype(), torch.arange(0.0, 1.0, 0.5).dtype, torch.tensor([1.0, 2.0]).float())
torch.set_default_dtype(torch.float32)
print(torch.tensor([1.5]).dtype, torch.tensor([1.5], dtype=torch.float64), torch.tensor([1], dtype=torch.int32), torch.tensor([True]))
try:
    torch.set_default_dtype(torch.int64)
except TypeError as err:
    print("TypeError", err)
