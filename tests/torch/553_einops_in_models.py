import torch
from einops import einsum, pack, rearrange, reduce, repeat, unpack

torch.manual_seed(0)
x = torch.arange(24.0).reshape(2, 3, 4)
print(rearrange(x, "b t d -> b d t").shape, rearrange(x, "b t (h d) -> (b h) t d", h=2)[0], rearrange(x, "b t d -> (b t) d").shape)
print(reduce(x, "b t d -> b d", "mean"), reduce(x, "b (t two) d -> b t", "max", two=3).shape, reduce(x, "... d -> ...", "sum"), reduce(x, "b t d ->", "max"))
print(repeat(x[0, 0], "d -> n d", n=2), repeat(x[0, :2, :2], "h w -> (h a) (w b)", a=2, b=1), repeat(torch.tensor(1.0), "-> k", k=3))
print(einsum(x, x, "b q d, b k d -> b q k").shape, einsum(x, torch.ones(4), "b t d, d -> b t"), einsum(x, "b t d -> d"))
packed, shapes = pack([x, x[:, 0]], "b * d")
print(packed.shape, shapes, [t.shape for t in unpack(packed, shapes, "b * d")])
image = torch.arange(16.0).reshape(1, 1, 4, 4)
patches = rearrange(image, "b c (h p) (w q) -> b (h w) (c p q)", p=2, q=2)
print(patches, torch.equal(rearrange(patches, "b (h w) (c p q) -> b c (h p) (w q)", h=2, p=2, q=2), image))
heads = torch.randn(2, 5, 3, 4)
print(torch.allclose(einsum(heads, heads, "b q h d, b k h d -> b h q k"), torch.einsum("bqhd,bkhd->bhqk", heads, heads)), rearrange(list(x), "b t d -> t b d").shape)
for pattern, sizes in (("b t -> t b", {}), ("b t d -> b t", {}), ("b (t k) d -> b t k d", {"k": 2}), ("b t d -> b t d d", {}), ("b t d - > b t d", {}), ("b t (h d) -> b t h d", {})):
    try:
        rearrange(x, pattern, **sizes)
        print("fine", pattern)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:90])
