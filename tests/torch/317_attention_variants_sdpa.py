# scaled_dot_product_attention against the formula: masks, causality, scale, grouped queries, shapes.
import math

import torch
import torch.nn.functional as F

torch.manual_seed(0)
q, k, v = torch.randn(2, 4, 3, 8), torch.randn(2, 4, 5, 8), torch.randn(2, 4, 5, 6)


def by_hand(q, k, v, mask=None, causal=False, scale=None):
    scores = q @ k.transpose(-2, -1) * (scale if scale is not None else 1 / math.sqrt(q.shape[-1]))
    if causal:
        scores = scores.masked_fill(torch.ones(q.shape[-2], k.shape[-2]).tril().logical_not().bool(), float("-inf"))
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf")) if mask.dtype == torch.bool else scores + mask
    return scores.softmax(-1) @ v


boolean = torch.rand(3, 5) > 0.3
boolean[:, 0] = True
additive = torch.randn(2, 1, 3, 5)
for name, keywords, ours in [("plain", {}, {}), ("bool mask", {"attn_mask": boolean}, {"mask": boolean}), ("added mask", {"attn_mask": additive}, {"mask": additive}), ("causal", {"is_causal": True}, {"causal": True}), ("scale", {"scale": 0.1}, {"scale": 0.1}), ("scale and mask", {"attn_mask": boolean, "scale": 2.0}, {"mask": boolean, "scale": 2.0})]:
    out = F.scaled_dot_product_attention(q, k, v, **keywords)
    print(f"{name:<15}", tuple(out.shape), torch.allclose(out, by_hand(q, k, v, **ours), atol=1e-5), [round(x, 3) for x in out[0, 0, 0, :3].tolist()])
print(F.scaled_dot_product_attention(q[0, 0], k[0, 0], v[0, 0]).shape, F.scaled_dot_product_attention(q[:, 0], k[:, 0], v[:, 0], None, 0.0, False).shape)
grouped = F.scaled_dot_product_attention(q, k[:, :2], v[:, :2], enable_gqa=True)
print("grouped", torch.allclose(grouped, by_hand(q, k[:, :2].repeat_interleave(2, 1), v[:, :2].repeat_interleave(2, 1)), atol=1e-5))
empty = torch.zeros(3, 5, dtype=torch.bool)
print("all masked", F.scaled_dot_product_attention(q[0, 0], k[0, 0], v[0, 0], attn_mask=empty)[0, :2])
w = q.clone().requires_grad_()
F.scaled_dot_product_attention(w, k, v, is_causal=True).sum().backward()
h = q.clone().requires_grad_()
by_hand(h, k, v, causal=True).sum().backward()
print("gradients", torch.allclose(w.grad, h.grad, atol=1e-5), w.grad.norm().round(decimals=3))
mha = torch.nn.MultiheadAttention(8, 2, batch_first=True)
x = torch.randn(2, 4, 8)
out, weights = mha(x, x, x, attn_mask=torch.ones(4, 4).triu(1).bool(), average_attn_weights=False)
print(out.shape, weights.shape, weights[0, 0].triu(1).abs().max().item(), torch.allclose(weights.sum(-1), torch.ones(2, 2, 4), atol=1e-6))
padding = torch.tensor([[False, False, True, True], [False, False, False, True]])
print(mha(x, x, x, key_padding_mask=padding)[1][0, 0], mha(x, x, x, need_weights=False)[1])
for attempt in [lambda: F.scaled_dot_product_attention(q, k, v, attn_mask=boolean, is_causal=True), lambda: F.scaled_dot_product_attention(q, k[..., :4], v), lambda: F.scaled_dot_product_attention(q, k, v[:, :, :4]), lambda: F.scaled_dot_product_attention(q, k.double(), v), lambda: F.scaled_dot_product_attention(q, k[:, :2], v[:, :2]), lambda: F.scaled_dot_product_attention(q, k, v, attn_mask=torch.zeros(3, 5).long()), lambda: F.scaled_dot_product_attention(q, k, v, attn_mask=torch.zeros(4, 5)), lambda: F.scaled_dot_product_attention(q, k), lambda: F.scaled_dot_product_attention(q, k, v, causal=True), lambda: F.scaled_dot_product_attention(q[0, 0, 0], k, v)]:
    try:
        print("ok", attempt().shape)
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
