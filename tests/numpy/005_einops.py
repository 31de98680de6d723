import torch
from einops import rearrange, reduce, repeat, einsum, pack, unpack, parse_shape
x = torch.arange(24.).reshape(2, 3, 4)
print(rearrange(x, "b t d -> b d t").shape, rearrange(x, "b t (h e) -> b h t e", h=2)[0, 1], rearrange(x, "b ... -> (b ...)").shape)
print(rearrange(x, "b t d -> (b t) d")[:2], rearrange(x, "b t d -> b t 1 d").shape, rearrange([x, x], "n b t d -> b n t d").shape)
print(reduce(x, "b t d -> b d", "mean"), reduce(x, "b t d -> ", "sum"), reduce(x, "b (t 3) d -> b t d", "max").shape, reduce(x, "... d -> ...", "min"))
print(repeat(x[0, 0], "d -> b d", b=2), repeat(x[0], "t d -> t (d r)", r=2).shape, repeat(x[0], "t d -> t 2 d").shape)
print(einsum(x, x, "b i d, b j d -> b i j")[0], einsum(x, "b t d -> d"))
p, ps = pack([x, x[:, :, 0]], "b *")
print(p.shape, ps, [t.shape for t in unpack(p, ps, "b *")], parse_shape(x, "b t _"))
for f in (lambda: rearrange(x, "b t -> t b"), lambda: rearrange(x, "b t (h e) -> b h t e", h=3), lambda: rearrange(x, "b t d -> b t"), lambda: reduce(x, "b t d -> b q", "sum"), lambda: repeat(x, "b t d -> b t d r"), lambda: rearrange(x, "b t (d -> b t d")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
