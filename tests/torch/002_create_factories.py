import torch

print(torch.zeros(2), torch.zeros(2, 3), torch.zeros((2, 1)), torch.zeros([1, 2]), torch.zeros(()), torch.zeros(torch.Size([2])))
print(torch.ones(2, dtype=torch.int64), torch.full((2, 2), 7), torch.full((2,), 1.5), torch.full((2,), True), torch.full([], 3))
print(torch.arange(5), torch.arange(1, 5), torch.arange(1, 6, 2), torch.arange(0.0, 1.0, 0.25), torch.arange(5, 0, -2), torch.arange(3.0), torch.arange(0, 5, 2, dtype=torch.float32))
print(torch.linspace(0, 1, 5), torch.linspace(1, 10, steps=4), torch.logspace(0, 2, 3), torch.eye(2), torch.eye(2, 3), torch.eye(2, dtype=torch.bool))
x = torch.tensor([[1.0, 2.0, 3.0]])
print(torch.zeros_like(x), torch.ones_like(x, dtype=torch.int32), torch.full_like(x, 9), torch.empty_like(x).shape, torch.rand_like(x).shape, x.new_zeros(2), x.new_ones(1, 2), x.new_full((2,), 3), x.new_tensor([1, 2]))
print(torch.empty(0), torch.empty(2, 0).shape, torch.tensor([]).dtype, torch.zeros(0, 3), torch.arange(0), torch.zeros(1, 0, 2))
print(torch.tril(torch.ones(3, 3)), torch.complex(torch.tensor([1.0]), torch.tensor([2.0])), torch.polar(torch.tensor(1.0), torch.tensor(0.0)))
print(torch.meshgrid(torch.arange(2), torch.arange(3), indexing="ij"), torch.meshgrid(torch.arange(2), torch.arange(2), indexing="xy")[0])
print(torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])), torch.combinations(torch.tensor([1, 2, 3])), torch.block_diag(torch.ones(1, 2), torch.eye(2)))
print(torch.scalar_tensor(3), torch.tensor(5).shape, torch.zeros(3).requires_grad, torch.ones(1, requires_grad=True), torch.zeros(2, device="cpu").device)
print(torch.heaviside(torch.tensor([-1.0, 0.0, 2.0]), torch.tensor(0.5)), torch.hann_window(4), torch.hamming_window(3), torch.blackman_window(3).abs() < 1)
for make in (lambda: torch.zeros(-1), lambda: torch.ones("a"), lambda: torch.arange(0, 5, 0), lambda: torch.full((2,)), lambda: torch.eye(-1), lambda: torch.zeros(2, dtype="float"), lambda: torch.linspace(0, 1)):
    try:
        print(make())
    except (RuntimeError, TypeError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
