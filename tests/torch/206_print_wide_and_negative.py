import torch

print(torch.arange(-5, 5), torch.arange(25), torch.tensor([-1, 100, -1000]), torch.tensor([[1, -2], [30, 400]]))
print(torch.linspace(-1, 1, 9), torch.linspace(0, 1, 21), torch.tensor([[-0.5, 10.25], [3.125, -100.0]]))
print(torch.tensor([1e-3, 1e3]), torch.tensor([1e-4, 1e4]), torch.tensor([0.00001, 1]), torch.tensor([1.5, 1e7]), torch.tensor([2.0, 1e8]), torch.tensor([1e20]), torch.tensor([-1e-20]))
print(torch.ones(3, 30), torch.zeros(2, 2, 12), torch.eye(4) * -1.5)
print(torch.arange(1200), torch.arange(1001.0), torch.zeros(1200, 2), torch.ones(7, 200))
print(torch.tensor([True] * 30), torch.tensor([[True, False]]), torch.full((2, 20), 3.14159), torch.tensor([float("inf"), -2.0]), torch.tensor([float("nan"), 1e-9]))
print(torch.randn(0, 5), torch.zeros(3, 0), torch.tensor([[[]]]), torch.zeros(2, 3, dtype=torch.int8), torch.ones(2, dtype=torch.float64), torch.ones(2, dtype=torch.bfloat16), torch.ones(1, dtype=torch.complex128), torch.tensor(3, dtype=torch.uint8), torch.tensor([1.5], dtype=torch.float16))
