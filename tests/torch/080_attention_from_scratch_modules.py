import math

import torch
import torch.nn as nn
import torch.nn.functional as F

class RotaryEmbedding(nn.Module):
    def __init__(self, dim, base=10000.0):
        super().__init__()
        inv = 1.0 / (base ** (torch.arange(0, dim, 2).float() / dim))
        self.register_buffer("inv_freq", inv, persistent=False)

    def forward(self, T):
        freqs = torch.outer(torch.arange(T, dtype=self.inv_freq.dtype), self.inv_freq)
        emb = torch.cat((freqs, freqs), dim=-1)
        return emb.cos(), emb.sin()

def rotate_half(x):
    a, b = x.chunk(2, dim=-1)
    return torch.cat((-b, a), dim=-1)

class GQA(nn.Module):
    def __init__(self, d=8, heads=4, kv=2):
        super().__init__()
        self.h, self.kv, self.hd = heads, kv, d // heads
        self.q_proj = nn.Linear(d, heads * self.hd, bias=False)
        self.k_proj = nn.Linear(d, kv * self.hd, bias=False)
        self.v_proj = nn.Linear(d, kv * self.hd, bias=False)
        self.o_proj = nn.Linear(heads * self.hd, d, bias=False)
        self.rotary = RotaryEmbedding(self.hd)

    def forward(self, x, past=None):
        B, T, _ = x.shape
        q, k, v = (p(x).view(B, T, -1, self.hd).transpose(1, 2) for p in (self.q_proj, self.k_proj, self.v_proj))
        cos, sin = self.rotary(T)
        q, k = q * cos + rotate_half(q) * sin, k * cos + rotate_half(k) * sin
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        kk, vv = (t.repeat_interleave(self.h // self.kv, dim=1) for t in (k, v))
        out = F.scaled_dot_product_attention(q, kk, vv, is_causal=past is None)
        return self.o_proj(out.transpose(1, 2).reshape(B, T, -1)), (k, v)

torch.manual_seed(0)
attn = GQA()
x = torch.randn(1, 5, 8)
y, (k, v) = attn(x)
print(y.shape, k.shape, [round(t, 4) for t in y[0, -1].tolist()])
with torch.no_grad():
    q = attn.q_proj(x).view(1, 5, 4, 2).transpose(1, 2)
    cos, sin = attn.rotary(5)
    q = q * cos + rotate_half(q) * sin
    s = (q @ k.repeat_interleave(2, 1).transpose(-1, -2)) / math.sqrt(2)
    p = s.masked_fill(torch.ones(5, 5).triu(1).bool(), -torch.inf).softmax(-1)
    manual = attn.o_proj((p @ v.repeat_interleave(2, 1)).transpose(1, 2).reshape(1, 5, 8))
print(torch.allclose(manual, y, atol=1e-5), p[0, 0], cos.shape, sum(p_.numel() for p_ in attn.parameters()), list(attn.state_dict()))

class SwiGLU(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.w1, self.w2, self.w3 = nn.Linear(d, h, bias=False), nn.Linear(h, d, bias=False), nn.Linear(d, h, bias=False)

    def forward(self, x):
        return self.w2(F.silu(self.w1(x)) * self.w3(x))

ff = SwiGLU(8, 16)
print(ff(y).shape, f"{ff(y).abs().mean().item():.4f}", ff)
loss = ff(y).pow(2).sum()
loss.backward()
print({n: f"{g.grad.norm().item():.3f}" for n, g in attn.named_parameters()})
