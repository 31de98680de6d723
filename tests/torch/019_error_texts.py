import torch
import torch.nn.functional as F

a, b = torch.zeros(2, 3), torch.zeros(4, 5)
attempts = [
    lambda: a + b, lambda: a @ b, lambda: torch.cat([a, b]), lambda: a.view(5), lambda: a.reshape(4), lambda: F.linear(a, b), lambda: a.expand(4, 3), lambda: a.squeeze(5), lambda: a.permute(0), lambda: a.transpose(0, 2), lambda: a.unsqueeze(4), lambda: a.flatten(1, 0), lambda: torch.stack([a, b]),
    lambda: a.foo, lambda: torch.foo, lambda: F.nothing(a), lambda: a.sum(dim=3), lambda: torch.softmax(a, dim=2), lambda: F.cross_entropy(a, torch.tensor([0])), lambda: F.cross_entropy(a, torch.tensor([0, 5])), lambda: F.mse_loss(a, b), lambda: torch.ones(2, 3, names=None) if False else torch.zeros(2).to("nowhere"), lambda: torch.device("gpu"), lambda: torch.add(a), lambda: torch.add(a, "x"), lambda: torch.zeros(2, 3, foo=1), lambda: a.sum(keepdim="yes"), lambda: torch.arange(), lambda: torch.matmul(a), lambda: torch.softmax(a), lambda: torch.randint(5), lambda: a.masked_fill(a, 1.0), lambda: a.masked_fill(a > 0, "x"), lambda: torch.multinomial(torch.tensor([-1.0, 2.0]), 1), lambda: torch.multinomial(torch.zeros(2), 1), lambda: torch.bernoulli(torch.tensor([2.0])), lambda: torch.normal(0.0, -1.0, (2,)), lambda: a.topk(9), lambda: torch.nn.Linear(2, 3)(torch.zeros(1, 5)), lambda: torch.nn.Embedding(3, 2)(torch.tensor([5])), lambda: torch.nn.Embedding(3, 2)(torch.tensor([0.5])), lambda: torch.nn.LayerNorm(4)(torch.zeros(2, 3)), lambda: F.conv2d(torch.zeros(1, 2, 3, 3), torch.zeros(1, 3, 2, 2)), lambda: torch.zeros(2, dtype=torch.int64) + torch.zeros(3), lambda: torch.ones(2).half() @ torch.ones(2), lambda: torch.ones(2, 2, dtype=torch.int64) @ torch.ones(2, 2), lambda: a.split([1, 2]), lambda: a.chunk(0), lambda: a.gather(0, torch.zeros(1, 1)), lambda: torch.tensor([1, 2]).exp_(), lambda: torch.zeros(2).copy_(torch.zeros(3)), lambda: torch.where(a, 1, 0), lambda: torch.einsum("ij,kl", a), lambda: torch.linspace(0, 1, -1), lambda: a.item(), lambda: torch.Tensor.add(a), lambda: torch.eye(2)[0, 0, 0], lambda: a.T.view(6), lambda: torch.as_strided(a, (10,), (1,))]
for i, attempt in enumerate(attempts):
    try:
        print(i, attempt())
    except Exception as err:
        print(i, type(err).__name__, "|", str(err).split("\n")[0][:150])
