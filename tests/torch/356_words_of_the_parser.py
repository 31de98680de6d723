# The argument parser's words in full: several signatures, keywords, counts, lists.
import torch

x = torch.ones(2, 3)
attempts = [
    lambda: x.topk(k="a"), lambda: x.topk(2, foo=1), lambda: torch.topk(x, 2, dim="a", largest=1), lambda: x.sum(dim="a", keepdim=1), lambda: torch.max(x, dim=0, foo=2), lambda: torch.add(x, 1, 2, 3), lambda: torch.where(x > 0, 1, 2, 3), lambda: torch.clamp(x, 0, 1, 2), lambda: x.view(), lambda: x.view(2, "a"), lambda: x.view(size=2.0), lambda: x.expand(dim=1), lambda: x.permute(dims="ab"), lambda: torch.arange(1, 2, 3, 4), lambda: torch.arange("a", 2), lambda: torch.linspace(0, 1, steps=2.5), lambda: torch.zeros(2, dtype=1), lambda: torch.zeros([2, "a"]), lambda: torch.full((2,), fill_value="a"), lambda: torch.rand(2, generator="a"), lambda: torch.randint(0, 10, size=3), lambda: torch.randint(low=0, high=10), lambda: torch.cat(x), lambda: torch.cat([x, 1]), lambda: torch.cat([x, x], dim="a"), lambda: torch.stack(x, 1, 2), lambda: torch.split(x, "a"), lambda: torch.gather(x, 0, [0]), lambda: torch.index_select(x, 0, 1), lambda: x.masked_fill([True], 0), lambda: x.scatter(0, x.long(), "a"), lambda: x.softmax(), lambda: x.softmax(dim="a"), lambda: torch.matmul(x, 2), lambda: torch.mm(x), lambda: torch.einsum("ij", 1), lambda: x.unsqueeze(dim=None), lambda: x.transpose("a", "b"), lambda: x.abs(1), lambda: x.abs(out=1), lambda: x.item(1), lambda: x.exp(x), lambda: x.t(1), lambda: x.tolist(1), lambda: torch.exp(x, x), lambda: torch.exp(), lambda: torch.tensor(), lambda: torch.tensor([1], [2]), lambda: torch.tensor([1], dtype="int"), lambda: torch.tensor([1], nothing=1), lambda: torch.tensor(data=[1]), lambda: torch.nn.functional.gelu(x, 1), lambda: torch.nn.functional.linear(x, 1), lambda: torch.nn.functional.conv2d(x), lambda: torch.linalg.norm(x, ord={}), lambda: torch.fft.fft(x, n="a"), lambda: torch.special.expit(1)]
for k, attempt in enumerate(attempts):
    try:
        print(k, "ok", attempt())
    except Exception as err:
        print(k, type(err).__name__, "|", err)
