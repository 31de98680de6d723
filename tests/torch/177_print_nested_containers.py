import torch
from collections import namedtuple, OrderedDict, defaultdict
from dataclasses import dataclass

@dataclass
class Result:
    name: str
    values: torch.Tensor
    score: float = 0.5

Pair = namedtuple("Pair", ["x", "y"])
print(Result("a", torch.tensor([1.0, 2.0])), Pair(torch.ones(1), 2), OrderedDict(a=torch.tensor(1)), defaultdict(list, k=[torch.tensor(2.5)]))
print([torch.ones(2), torch.zeros(1)], (torch.tensor(1),), {"w": torch.eye(2)}, {1: {"x": torch.tensor([1e-9])}}, {torch.float32, torch.float32}, [torch.float16, torch.device("cpu"), torch.Size([2])])
print(f"{torch.tensor(3)}", f"{torch.tensor(2.5):.1f}", f"{torch.tensor([1.5])}", f"{torch.tensor(7):>5}", f"{torch.tensor(0.123456):.3e}", f"{torch.tensor(True)}", f"{torch.ones(2)!r}", "%.2f" % torch.tensor(1.239), "{}".format(torch.tensor(1)), str(torch.tensor([1, 2])), f"{torch.tensor(1234567.0):,.1f}", f"{torch.tensor(0.5):%}", f"{torch.tensor(5):03d}")
print(torch.tensor([1.0]), torch.tensor([1.0]).tolist(), torch.tensor(1.0).item(), *torch.arange(3), sep=" | ")
print("a", torch.zeros(2, 2), "b", end="!\n")
for i, row in enumerate(torch.arange(4).view(2, 2)):
    print(i, row, row.tolist(), [f"{v:.1f}" for v in row.float()])
print(torch.ones(2).max(0), torch.ones(1, 2).sort(), torch.tensor([3.0, 1.0]).topk(1), torch.tensor([[1.0, 2.0]]).min(1).indices)
try:
    print(f"{torch.ones(2):.2f}")
except TypeError as err:
    print(err)
