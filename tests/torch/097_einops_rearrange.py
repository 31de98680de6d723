import torch
from einops import einsum, rearrange, reduce, repeat

x = torch.arange(24).reshape(2, 3, 4)
print(rearrange(x, 'b t d -> b (t d)').shape, rearrange(x, 'b t d -> t b d')[0], rearrange(x, 'b t (h d) -> b h t d', h=2).shape, rearrange(x, '(a b) t d -> a b t d', a=1).shape)
print(reduce(x.float(), 'b t d -> b d', 'mean'), reduce(x, 'b t d -> b', 'sum'), reduce(x, 'b t d -> t', 'max'))
print(repeat(torch.tensor([1, 2]), 'a -> a b', b=2), repeat(torch.tensor([1, 2]), 'a -> (r a)', r=2), rearrange([torch.ones(2), torch.zeros(2)], 'n d -> d n'))
print(einsum(x.float(), x.float(), 'b i d, b j d -> b i j').shape, rearrange(x, 'b ... -> ... b').shape, rearrange(x[0], 't (a b) -> (a t) b', b=2))
