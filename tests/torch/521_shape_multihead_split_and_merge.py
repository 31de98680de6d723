import torch
from einops import rearrange

torch.manual_seed(0)
B, T, H, D = 2, 3, 4, 5
x = torch.randn(B, T, H * D)
a = x.view(B, T, H, D).transpose(1, 2)
b = x.unflatten(-1, (H, D)).permute(0, 2, 1, 3)
c = rearrange(x, "b t (h d) -> b h t d", h=H)
print(a.shape, torch.equal(a, b), torch.equal(b, c), a.is_contiguous(), a.stride())
print(a.transpose(1, 2).reshape(B, T, -1).equal(x), a.transpose(1, 2).flatten(2).equal(x), rearrange(c, "b h t d -> b t (h d)").equal(x))
try:
    a.view(B, T, H * D)
except RuntimeError as e:
    print(e)
q, k, v = torch.randn(3, B, H, T, D).unbind(0)
out = torch.einsum("bhqk,bhkd->bqhd", (q @ k.mT / D ** 0.5).softmax(-1), v)
print(out.shape, out.flatten(-2).shape, torch.equal(out.movedim(2, 1), out.transpose(1, 2)))
W_O = torch.randn(H, D, H * D)
per_head = torch.einsum("bqhd,hdm->bqhm", out, W_O)
print(per_head.shape, torch.allclose(per_head.sum(2), out.flatten(-2) @ W_O.flatten(0, 1), atol=1e-5))
groups = torch.randn(B, 2, T, D)
print(groups.repeat_interleave(2, dim=1).shape, groups.unsqueeze(2).expand(-1, -1, 2, -1, -1).flatten(1, 2).equal(groups.repeat_interleave(2, 1)))
print(torch.stack(x.split(D, -1), 1).equal(a), [t.shape for t in x.tensor_split(3, -1)])
