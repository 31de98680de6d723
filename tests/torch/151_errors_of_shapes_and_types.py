import torch
import torch.nn.functional as F
from torch import nn

a, b = torch.ones(2, 3), torch.ones(4, 5)
tries = [lambda: a + b, lambda: a @ b, lambda: torch.matmul(a, torch.ones(2)), lambda: torch.cat([a, b]), lambda: torch.stack([a, b]), lambda: a.view(7), lambda: a.reshape(4, -1), lambda: nn.Linear(4, 2)(a), lambda: F.linear(a, b), lambda: a.expand(3, 3), lambda: a[2], lambda: a[0, 3], lambda: a[0, 0, 0], lambda: a.sum(2), lambda: a.softmax(5), lambda: a.transpose(0, 2), lambda: a.permute(0, 0), lambda: a.squeeze(3), lambda: a.gather(1, torch.tensor([[5]])), lambda: a.index_select(0, torch.tensor([7])), lambda: torch.zeros(-1), lambda: torch.arange(0, 5, -1), lambda: a.item(), lambda: bool(a), lambda: int(torch.tensor([1, 2])), lambda: torch.tensor([1, 2]).mean(), lambda: torch.tensor([1]) // 0, lambda: a.masked_fill(torch.ones(3, 2).bool(), 0), lambda: torch.where(a, a, a), lambda: a.scatter(1, torch.tensor([[0]]), a.double()), lambda: torch.einsum("ij,jk->ik", a, b), lambda: torch.einsum("ij->k", a), lambda: a.topk(5), lambda: a.split([1, 2]), lambda: a.chunk(0), lambda: a.dot(a), lambda: torch.bmm(a, b), lambda: a.long() @ a.T, lambda: a.to("cuda") if not torch.cuda.is_available() else 1 / 0, lambda: torch.ones(2, device="nowhere"), lambda: a.nothing, lambda: torch.nothing, lambda: a.add(), lambda: a.add(1, 2, 3, 4), lambda: a.sum(dims=1), lambda: torch.zeros(2, dtype="float"), lambda: a.add("x"), lambda: torch.tensor([1, "a"]), lambda: a + "x", lambda: a + None, lambda: a + [1, 2], lambda: F.cross_entropy(a, torch.tensor([3, 0])), lambda: F.relu(1.0), lambda: torch.relu(1.0), lambda: torch.sigmoid([1.0]), lambda: nn.Linear("a", 2), lambda: a.repeat(2), lambda: a.flatten(2), lambda: a.unfold(0, 5, 1), lambda: torch.linspace(0, 1), lambda: a.clamp(), lambda: torch.randint(5, 2, (1,)), lambda: torch.multinomial(-a, 1), lambda: torch.normal(0.0, -1.0, (2,)), lambda: a.view(2, 2, 2), lambda: a.T.view(-1), lambda: torch.rand(2).backward(), lambda: a.half() @ a.T]
for n, f in enumerate(tries):
    try:
        print(n, "fine", f())
    except Exception as err:
        print(n, type(err).__name__, "|", str(err).split("\n")[0][:200])
