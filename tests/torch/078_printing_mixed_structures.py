import torch
from torch import nn

print({"w": torch.tensor([1.0, 2.0]), "n": {"x": torch.tensor(3)}}, [torch.zeros(1, 2), (torch.tensor(True),)], None, torch.float32, torch.Size([1]), sep=" | ")
print([torch.arange(3)] * 2, (torch.eye(2), "s"), {torch.int64: 1}, {1: torch.tensor([[1], [2]])})
print(f"{torch.tensor([1.0])!r} {torch.tensor(2.5)!s} {torch.tensor(2.5):8.3f}| {torch.tensor(7):03d} {torch.tensor(1e-5):.2e} {[torch.tensor(1.5)]}")
print("shape:", torch.zeros(2, 3).shape, "n:", torch.tensor(5).item(), "m:", torch.tensor([1.5, 2.5]).mean().item(), torch.tensor([0.1] * 3).tolist())
print(torch.tensor([[1e-3, 1e3], [1.0, -1.0]]), torch.tensor([1e-7]), torch.tensor([123456789.0]), torch.tensor([0.1, 1e5]), torch.tensor([1.0, 1e-5, 1e5]))
p = nn.Parameter(torch.tensor([[1.0, 2.0]]))
print(p, [p], {"p": p}, f"{p.data}", p.grad, p.sum(), str(p)[:9], repr(p.detach()))
print(nn.ParameterList([p]), nn.Linear(1, 1, bias=False).state_dict().keys(), list(nn.Linear(1, 1).state_dict()))
torch.set_printoptions(precision=2, sci_mode=False)
print(torch.tensor([1234.5678, 0.001]), torch.tensor([1e-9]), torch.rand(2).shape, torch.tensor(3.14159))
torch.set_printoptions(profile="default")
for row in torch.tensor([[0.5, 0.25], [1.0, 2.0]]):
    print(row, *row, *row.tolist(), " ".join(f"{v:6.2f}" for v in row))
print("%.2f %s %r %d" % (torch.tensor(1.239), torch.tensor(1), torch.tensor([1]), torch.tensor(9)), "{:>10}".format(str(torch.tensor([1]))), "{0:.1f}{1}".format(torch.tensor(2.0), torch.tensor([3])))
print(torch.tensor([[[[1]]]]), torch.zeros(1, 1, 0), torch.tensor([[], []]), torch.ones(2, 1, 2, dtype=torch.bool), torch.full((2, 2), -0.0), torch.tensor([1, -2, 300]), torch.tensor([[0.0, float("inf")], [float("nan"), -1.5]]))
