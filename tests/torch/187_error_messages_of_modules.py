import torch
from torch import nn

class Bad(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)

tries = [lambda: Bad()(torch.ones(1, 2)), lambda: nn.Linear(2, 2)(), lambda: nn.Linear(2, 2)(torch.ones(1, 3)), lambda: nn.Linear(2, 2)(torch.ones(1, 2).long()), lambda: nn.Linear(2), lambda: Bad().nothing, lambda: nn.Sequential(1), lambda: nn.ModuleList([1]), lambda: nn.Embedding(3, 2)(torch.tensor([3])), lambda: nn.Conv2d(1, 1, 3)(torch.ones(1, 1, 2, 2)), lambda: nn.LayerNorm(3)(torch.ones(2, 2)), lambda: nn.MultiheadAttention(5, 2), lambda: nn.LSTM(2, 2)(torch.ones(3, 3)), lambda: nn.Sequential(nn.Linear(1, 1))[3], lambda: nn.ModuleDict({"a": nn.ReLU()})["b"], lambda: Bad().load_state_dict({}), lambda: nn.Parameter(torch.ones(2).long()), lambda: Bad().register_buffer("fc", torch.ones(1)), lambda: Bad().register_parameter("w.x", None), lambda: Bad().get_submodule("nope"), lambda: setattr(Bad(), "fc", 1), lambda: nn.CrossEntropyLoss()(torch.ones(2, 3), torch.ones(3).long()), lambda: nn.BatchNorm1d(2)(torch.ones(1, 2)), lambda: nn.BCELoss()(torch.tensor([2.0]), torch.tensor([1.0])), lambda: nn.init.xavier_normal_(torch.ones(2)), lambda: nn.Transformer(5, 2), lambda: nn.GRU(2, 2)(torch.ones(1, 1, 3)), lambda: nn.Flatten()(torch.ones(2, 3)).view(5), lambda: nn.Unflatten(1, (2, 2))(torch.ones(1, 3)), lambda: nn.Linear(2, 2).to("nowhere"), lambda: nn.Linear(2, 2).to(torch.int64), lambda: nn.Softmax(dim=3)(torch.ones(2, 2)), lambda: nn.Linear(2, 2).forward(1)]
for n, f in enumerate(tries):
    try:
        print(n, "fine", f())
    except Exception as err:
        print(n, type(err).__name__, "|", str(err).split("\n")[0][:170])
