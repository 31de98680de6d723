# Errors as a notebook meets them: huge allocations, wrong shapes deep in a model, chained exceptions, classes.
import traceback

import torch
import torch.nn.functional as F


def show(work):
    try:
        print("ok", work())
    except Exception as err:
        print(type(err).__mro__[0].__name__, "<", ", ".join(c.__name__ for c in type(err).__mro__[1:-2]), "|", str(err).splitlines()[0])


show(lambda: torch.empty(10 * 1024**4 // 4))
show(lambda: torch.zeros(1_000_000, 10_000_000))
show(lambda: torch.ones(2**40, dtype=torch.float64))
show(lambda: torch.zeros(2**62, 4))
show(lambda: torch.empty(2**63 - 1, dtype=torch.int8))
show(lambda: torch.ones(3).expand(10**9, 10**6, 3).clone() if False else torch.ones(10**7, 1).expand(10**7, 10**7).contiguous())
show(lambda: torch.rand(10**7)[:, None] - torch.rand(10**7))
show(lambda: torch.eye(10**7))
show(lambda: torch.arange(10**13))
show(lambda: torch.nn.Linear(10**7, 10**7))


class Block(torch.nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.up, self.down = torch.nn.Linear(width, hidden), torch.nn.Linear(hidden + 1, width)

    def forward(self, x):
        return x + self.down(F.gelu(self.up(x)))


model = torch.nn.Sequential(Block(4, 8))
show(lambda: model(torch.zeros(2, 4)))
show(lambda: model(torch.zeros(2, 5)))
show(lambda: model("text"))
show(lambda: model())
show(lambda: model(torch.zeros(2, 4), 1))
show(lambda: model[3])
show(lambda: model.nothing)
show(lambda: torch.nn.Embedding(10, 4)(torch.tensor([10])))
show(lambda: torch.nn.Conv2d(3, 8, 3)(torch.zeros(1, 1, 8, 8)))
show(lambda: torch.nn.LSTM(3, 4)(torch.zeros(2, 5)))
show(lambda: torch.nn.LayerNorm(4)(torch.zeros(2, 3)))
show(lambda: torch.nn.BatchNorm1d(3)(torch.zeros(2, 4)))
show(lambda: torch.nn.CrossEntropyLoss()(torch.zeros(2, 3), torch.tensor([1, 7])))
show(lambda: torch.nn.MultiheadAttention(4, 3))
show(lambda: torch.nn.TransformerEncoderLayer(5, 2))
show(lambda: torch.optim.SGD([], lr=0.1))
show(lambda: torch.optim.Adam(model.parameters(), lr=-1))
show(lambda: model.load_state_dict({"x": 1}))
show(lambda: torch.load("nothing.pt"))
show(lambda: torch.zeros(2).cuda() if not torch.cuda.is_available() else 1 / 0) if False else print("cuda left")
show(lambda: torch.linalg.inv(torch.zeros(2, 2)))
try:
    try:
        torch.zeros(2, 3) @ torch.zeros(2, 3)
    except RuntimeError as err:
        raise ValueError("shapes of the probe are wrong") from err
except ValueError as err:
    print(repr(err), "<-", repr(err.__cause__))
    print(traceback.format_exception_only(type(err), err))
for kinds in [(IndexError, lambda: torch.zeros(3)[5]), (TypeError, lambda: torch.zeros(2) + "a"), (ValueError, lambda: torch.tensor([[1], [1, 2]])), (RuntimeError, lambda: torch.zeros(2) + torch.zeros(3)), (AttributeError, lambda: torch.zeros(2).foo), (NotImplementedError, lambda: torch.zeros(2, dtype=torch.bool) - 1 if False else torch.linalg.det(torch.ones(2, 2, dtype=torch.int64))), (torch.linalg.LinAlgError, lambda: torch.linalg.cholesky(-torch.eye(2)))]:
    try:
        kinds[1]()
    except kinds[0] as err:
        print("caught", kinds[0].__name__, type(err).__name__)
    except Exception as err:
        print("other", type(err).__name__, str(err)[:90])
print(issubclass(torch.OutOfMemoryError, RuntimeError), torch.cuda.OutOfMemoryError is torch.OutOfMemoryError, issubclass(torch.linalg.LinAlgError, RuntimeError))
