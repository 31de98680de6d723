import torch
import torch.nn.functional as F

torch.manual_seed(0)
B, H, T, D = 1, 2, 5, 4
q, k, v = torch.randn(3, B, H, T, D)
ref = F.scaled_dot_product_attention(q, k, v, is_causal=True)
mask = torch.ones(T, T, dtype=torch.bool).tril()
s = (q @ k.mT) / D ** 0.5
hand = s.masked_fill(~mask, -torch.inf).softmax(-1) @ v
print(torch.allclose(ref, hand, atol=1e-6), hand[0, 0])
out, m, l = torch.zeros(B, H, T, D), torch.full((B, H, T, 1), -torch.inf), torch.zeros(B, H, T, 1)
for start in range(0, T, 2):
    kj, vj = k[..., start:start + 2, :], v[..., start:start + 2, :]
    sj = (q @ kj.mT / D ** 0.5).masked_fill(~mask[:, start:start + 2], -torch.inf)
    new_m = torch.maximum(m, sj.amax(-1, keepdim=True))
    p = torch.exp(sj - new_m)
    scale = torch.exp(m - new_m)
    l = l * scale + p.sum(-1, keepdim=True)
    out = out * scale + p @ vj
    m = new_m
print(torch.allclose(out / l, ref, atol=1e-6))
def rope(x, base=10000.0):
    half = x.shape[-1] // 2
    freqs = base ** (-torch.arange(half) / half)
    angles = torch.arange(x.shape[-2])[:, None] * freqs
    a, b = x.chunk(2, -1)
    return torch.cat([a * angles.cos() - b * angles.sin(), a * angles.sin() + b * angles.cos()], -1)
print(rope(q)[0, 0, :2], torch.allclose(rope(q).norm(dim=-1), q.norm(dim=-1), atol=1e-5))
slopes = 2.0 ** (-8 * torch.arange(1, H + 1) / H)
bias = -(torch.arange(T)[:, None] - torch.arange(T)).clamp(min=0) * slopes[:, None, None]
print(bias[0], F.scaled_dot_product_attention(q, k, v, attn_mask=bias[None].masked_fill(~mask, -torch.inf))[0, 1, -1])
kv = k[:, :1].expand(-1, H, -1, -1)
print(F.scaled_dot_product_attention(q, kv, v[:, :1].expand_as(v)).shape, F.scaled_dot_product_attention(q, k[:, :1], v[:, :1], enable_gqa=True).shape)
window = mask & (torch.arange(T)[:, None] - torch.arange(T) < 2)
print(window.int(), s.masked_fill(~window, -torch.inf).softmax(-1)[0, 0, -1])
