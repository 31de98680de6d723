# How tensors print: every dtype, sign, size, special value.
import torch

for dtype in [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128]:
    print(torch.tensor([0, 1, 1], dtype=dtype), torch.tensor(1, dtype=dtype), torch.zeros(0, dtype=dtype), torch.zeros(2, 0, dtype=dtype), torch.ones(1, 1, 1, dtype=dtype))
inf, nan = float("inf"), float("nan")
rows = [[0.0], [-0.0], [1.0, -1.0], [1e-8], [1e-8, 1.0], [1e8], [1e8, 1.5], [99999999.0], [100000000.0], [0.00001, 1000], [0.0001, 0.1], [1e-5, 1e-5], [123456.789], [1234567.0], [1e10, 1e-10], [inf], [nan], [inf, -inf, nan], [inf, 1.0], [nan, 1e-9], [nan, 12345.678], [-inf, 2.0, -3.0], [1.5, 1e9], [3.0, 4.0], [3.0, 4.5], [-3.0, 40.0, 500.0], [0.1 + 0.2], [1 / 3, 2 / 3], [1e-45], [3.4e38], [1e5, 1e-1], [999.9999, 1.0], [1000.5, 0.5], [1e-4, 9e-5]]
for row in rows:
    print(torch.tensor(row), torch.tensor(row, dtype=torch.float64), torch.tensor(row, dtype=torch.bfloat16))
for value in [0.0, -0.0, 1.0, 1.5, 1e-7, 123456789.0, 1e20, inf, nan, -inf, 0.1, 100.0, 12345.6789]:
    print(torch.tensor(value), torch.tensor(value, dtype=torch.float64), torch.tensor(value, dtype=torch.float16) if abs(value) < 60000 else "", torch.tensor(complex(value, 1.0)))
print(torch.tensor([1 + 2j, -1.5 - 0.25j]), torch.tensor([1e10 + 1j]), torch.tensor([complex(nan, inf)]), torch.tensor([1j, 2.0]), torch.tensor([[1 + 1j, 100 - 20j]]))
print(torch.tensor([10, -2, 300]), torch.tensor([[1, 22], [333, 4444]]), torch.tensor([2**40, -1]), torch.tensor([-128, 127], dtype=torch.int8), torch.tensor([True, False]), torch.tensor([[True], [False]]))
print(torch.arange(2 * 3 * 2).reshape(2, 3, 2), torch.arange(8.0).reshape(2, 2, 2, 1), torch.arange(4).reshape(1, 4, 1) * 1000)
print(torch.arange(25), torch.arange(40) * 10, torch.linspace(-1, 1, 19))
print(torch.arange(1001), torch.arange(1001.0), torch.zeros(1001, dtype=torch.bool))
print(torch.arange(10000).reshape(100, 100), torch.arange(2000.0).reshape(2, 1000), torch.arange(1200.0).reshape(300, 4)[:, :2].shape)
print(torch.zeros(10, 10, 11)[:2].shape, torch.arange(1100).reshape(10, 10, 11))
print(torch.full((1001,), nan), torch.full((500, 3), 1e-7))
print(repr(torch.ones(2)), str(torch.ones(2)), [torch.ones(1), torch.zeros(1)], {"a": torch.tensor(1)}, (torch.tensor([1.5]),))
