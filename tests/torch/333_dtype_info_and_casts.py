# finfo, iinfo, casts that wrap, round, saturate or lose; comparisons across dtypes.
import torch

for d in [torch.float16, torch.bfloat16, torch.float32, torch.float64]:
    f = torch.finfo(d)
    print(d, f.bits, f.eps, f.max, f.min, f.tiny, f.smallest_normal, f.resolution, f.dtype)
for d in [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]:
    i = torch.iinfo(d)
    print(d, i.bits, i.min, i.max, i.dtype)
print(torch.finfo(torch.float32), torch.iinfo(torch.int8), torch.finfo(torch.complex64).bits)
x = torch.tensor([0.4, 1.5, -1.5, 2.5, 255.9, -0.5])
for d in [torch.uint8, torch.int8, torch.int16, torch.int64, torch.bool, torch.float16, torch.bfloat16, torch.complex64]:
    print(d, x[:4].abs().to(d) if d == torch.uint8 else x[:4].to(d))
print(torch.tensor([300, -1, 128]).to(torch.uint8), torch.tensor([200, 127]).to(torch.int8), torch.tensor([70000.0, 1e-8]).half(), torch.tensor([1.00390625, 3.14159]).bfloat16(), torch.tensor([2**24 + 1]).float().long(), torch.tensor([0.1]).double(), torch.tensor([0.1], dtype=torch.float64).float().double())
print(torch.float32.is_floating_point, torch.int64.is_signed, torch.complex64.is_complex, torch.uint8.is_signed, torch.float16.itemsize, torch.float32.to_complex(), torch.complex128.to_real(), torch.bool.is_signed, repr(torch.float), torch.half is torch.float16, torch.int is torch.int32, torch.double == torch.float64, {torch.long: 1}[torch.int64])
print(x.type(), x.type(torch.int32), x.type("torch.DoubleTensor").dtype, x.type_as(torch.ones(1).half()).dtype, x.long().is_floating_point(), torch.is_floating_point(x), torch.is_complex(x), x.is_signed(), x.dtype, x.int().dtype, x.char().dtype, x.byte().dtype if False else "", x.bool(), x.cfloat().dtype)
print(torch.tensor([1]) == torch.tensor([1.0]), torch.tensor([0.1]) == torch.tensor([0.1], dtype=torch.float64), torch.tensor([True]) < torch.tensor([2]), torch.tensor(1, dtype=torch.uint8) - torch.tensor(2, dtype=torch.uint8), -torch.tensor([1], dtype=torch.uint8), torch.tensor([127], dtype=torch.int8) + 1, torch.tensor([2**62]) * 4, torch.tensor([7]) // -2, torch.tensor([-7]) % 3, torch.tensor([7.5]) // 2, torch.tensor([1, 0]) / 0, torch.tensor([True]) + True, torch.tensor([1.0]).half() * 70000)
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.0]).dtype, torch.zeros(1).dtype, torch.tensor([1]) / 2, torch.arange(2.0).dtype, torch.tensor(1j).dtype, torch.nn.Linear(1, 1).weight.dtype)
torch.set_default_dtype(torch.float32)
for attempt in [lambda: torch.finfo(torch.int32), lambda: torch.iinfo(torch.float32), lambda: torch.set_default_dtype(torch.int32), lambda: torch.set_default_dtype("float"), lambda: torch.tensor([1]) // 0, lambda: torch.tensor([1]) % 0, lambda: torch.tensor([True]) - torch.tensor([True]), lambda: -torch.tensor([True]), lambda: torch.tensor([1.5]) << 1, lambda: torch.tensor([1.5]) & 1, lambda: torch.tensor([2]) ** -1, lambda: torch.tensor([1.0]).to(torch.float128), lambda: torch.tensor([1.0], dtype=torch.uint8) if False else torch.zeros(1, dtype=torch.int64).sqrt_(), lambda: torch.bool.itemsizes]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
