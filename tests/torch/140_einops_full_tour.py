import torch
from einops import rearrange, reduce, repeat, einsum, pack, unpack, parse_shape

x = torch.arange(24.0).reshape(2, 3, 4)
print(rearrange(x, "b t d -> b d t").shape, rearrange(x, "b t d -> (b t) d")[4], rearrange(x, "b t (h e) -> b h t e", h=2).shape, rearrange(x, "b t (h e) -> b h t e", h=2)[1, 1], rearrange(x, "... d -> d ...").shape, rearrange(x, "b t d -> b t 1 d").shape, rearrange([x, x], "n b t d -> b (n t) d").shape)
print(reduce(x, "b t d -> b d", "mean"), reduce(x, "b t d -> b", "sum"), reduce(x, "b t (d k) -> b t d", "max", k=2), reduce(x, "b t d -> 1 1 d", "min"), reduce(x, "b t d ->", "sum"), reduce(x, "b t d -> t", "prod") > 0)
print(repeat(torch.tensor([1, 2]), "n -> n k", k=3), repeat(torch.tensor([1, 2]), "n -> (n k)", k=2), repeat(torch.tensor([1, 2]), "n -> (k n)", k=2), repeat(x, "b t d -> (2 b) t d").shape)
q, k = torch.randn(2, 3, 2, 4, generator=torch.Generator().manual_seed(0)), torch.ones(2, 5, 2, 4)
print(einsum(q, k, "b q h d, b k h d -> b h q k").shape, einsum(x, torch.ones(4), "b t d, d -> b t"), parse_shape(x, "b t _"))
packed, ps = pack([torch.ones(2, 3), torch.zeros(2, 4, 5)], "b *")
print(packed.shape, ps, [t.shape for t in unpack(packed, ps, "b *")])
for f in (lambda: rearrange(x, "b t -> t b"), lambda: rearrange(x, "b t d -> b t"), lambda: rearrange(x, "b (t k) d -> b t k d", k=2), lambda: reduce(x, "b t d -> b", "bad"), lambda: repeat(x, "b t d -> b t d k")):
    try:
        print(f().shape)
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0][:90])
