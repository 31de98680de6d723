import torch
from torch import nn
from einops import rearrange, reduce, repeat, einsum, pack, unpack, parse_shape, EinopsError
from einops.layers.torch import Rearrange, Reduce, EinMix

torch.manual_seed(0)
x = torch.arange(24.0).view(2, 3, 4)
print(rearrange(x, "b t c -> b c t").shape, rearrange(x, "b t c -> (b t) c").shape, rearrange(x, "b (t u) c -> b t u c", u=3).shape, rearrange(x, "b ... -> ... b").shape, rearrange(x, "b t c -> b 1 t c").shape)
print(rearrange([x[0], x[1]], "b t c -> t b c").shape, rearrange(x, "b t (h d) -> (b h) t d", h=2)[1], rearrange(x[None], "1 b t c -> b t c").shape)
print(reduce(x, "b t c -> b c", "mean"), reduce(x, "b t c -> b", "max"), reduce(x, "b (t 3) c -> b t c", "sum").shape, reduce(x, "b t c -> ", "sum"), reduce(x, "b t c -> 1 t 1", "min").flatten(), reduce(x, "... c -> c", "prod").shape, reduce(x, "b t c -> t", lambda t, dims: t.logsumexp(dims)).round(decimals=3))
print(repeat(torch.tensor([1, 2]), "a -> a b", b=3), repeat(torch.tensor([1, 2]), "a -> (a 2)"), repeat(torch.tensor([1, 2]), "a -> (b a)", b=2), repeat(x[0, 0], "c -> b t c", b=2, t=1).shape)
print(einsum(x, x, "b t c, b s c -> b t s").shape, einsum(x[0], "t c -> c t").shape, einsum(x[0], x[0], "t c, t c -> "), einsum(x, torch.ones(4), "... c, c -> ...")[0])
packed, ps = pack([torch.ones(2, 3), torch.zeros(2, 2, 2)], "b *")
print(packed, ps, [t.shape for t in unpack(packed, ps, "b *")], pack([torch.tensor(1.0), torch.ones(2)], "*")[0], unpack(torch.arange(6), [[2], [2, 2]], "*"))
print(parse_shape(x, "b _ c"), x.shape)
model = nn.Sequential(Rearrange("b (h w) -> b 1 h w", h=4), nn.Conv2d(1, 2, 3, padding=1), Reduce("b c (h 2) (w 2) -> b c h w", "max"), Rearrange("b c h w -> b (c h w)"), nn.Linear(8, 3))
print(model, model(torch.randn(2, 16)).shape)
mix = EinMix("b t c -> b t d", weight_shape="c d", bias_shape="d", c=4, d=2)
print(mix, mix(x).shape, [tuple(p.shape) for p in mix.parameters()])
for f in (lambda: rearrange(x, "b t -> t b"), lambda: rearrange(x, "b t c -> b t"), lambda: rearrange(x, "b t c -> b t c d"), lambda: rearrange(x, "b (t u) c -> b t u c", u=2), lambda: rearrange(x, "b (t u) c -> b t u c"), lambda: rearrange(x, "b t c"), lambda: rearrange(x, "b b c -> b c"), lambda: rearrange(x, "b t c -> (b t c"),
          lambda: reduce(x, "b t c -> b", "median"), lambda: reduce(x.long(), "b t c -> b", "mean"), lambda: repeat(x, "b t c -> b t"), lambda: repeat(x, "b t c -> b t c n"), lambda: rearrange(x, "b t 2c -> b t c"), lambda: rearrange(x, "b t c -> b ((t) c)"), lambda: rearrange(x, "b t c -> b t 2 c"), lambda: parse_shape(x, "a b"), lambda: einsum(x, "b t c"), lambda: pack([torch.ones(2)], "a b *"), lambda: pack([torch.ones(2)], "a b"), lambda: einsum(x, x, "b t c -> b"), lambda: rearrange(x, "b ... c ... -> b c")):
    try:
        print("fine", tuple(f().shape))
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("\n", " / ")[:230])
img = torch.arange(16.0).view(1, 1, 4, 4)
patches = rearrange(img, "b c (h p) (w q) -> b (h w) (p q c)", p=2, q=2)
print(patches, torch.equal(rearrange(patches, "b (h w) (p q c) -> b c (h p) (w q)", h=2, p=2, q=2), img))
q = rearrange(torch.randn(2, 5, 8), "b n (h d) -> b h n d", h=2)
att = einsum(q, q, "b h i d, b h j d -> b h i j").softmax(-1)
print(rearrange(einsum(att, q, "b h i j, b h j d -> b h i d"), "b h n d -> b n (h d)").shape, reduce(att, "b h i j -> h", "mean"))
