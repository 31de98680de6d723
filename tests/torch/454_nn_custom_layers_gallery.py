import torch
from torch import nn
import torch.nn.functional as F
import math

torch.manual_seed(0)


class RotaryEmbedding(nn.Module):
    def __init__(self, dim, base=10000.0):
        super().__init__()
        self.register_buffer("inv_freq", 1.0 / base ** (torch.arange(0, dim, 2).float() / dim), persistent=False)

    def forward(self, x):
        t = torch.arange(x.shape[-2], dtype=self.inv_freq.dtype)
        angles = torch.outer(t, self.inv_freq)
        cos, sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
        a, b = x.chunk(2, dim=-1)
        return x * cos + torch.cat([-b, a], -1) * sin


class SwiGLU(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.gate, self.up, self.down = (nn.Linear(i, o, bias=False) for i, o in ((d, h), (d, h), (h, d)))

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))


class GQA(nn.Module):
    def __init__(self, d, heads, kv):
        super().__init__()
        self.h, self.kv, self.e = heads, kv, d // heads
        self.q, self.k, self.v = nn.Linear(d, d), nn.Linear(d, kv * self.e), nn.Linear(d, kv * self.e)
        self.o, self.rope = nn.Linear(d, d), RotaryEmbedding(self.e)

    def forward(self, x, cache=None):
        B, T, _ = x.shape
        split = lambda t, n: t.view(B, T, n, self.e).transpose(1, 2)
        q, k, v = split(self.q(x), self.h), split(self.k(x), self.kv), split(self.v(x), self.kv)
        q, k = self.rope(q), self.rope(k)
        k, v = (t.repeat_interleave(self.h // self.kv, dim=1) for t in (k, v))
        out = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.o(out.transpose(1, 2).reshape(B, T, -1))


class SqueezeExcite(nn.Module):
    def __init__(self, c, r=2):
        super().__init__()
        self.fc = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(c, c // r, 1), nn.ReLU(), nn.Conv2d(c // r, c, 1), nn.Sigmoid())

    def forward(self, x):
        return x * self.fc(x)


class DropPath(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        keep = x.new_empty(x.shape[0], *[1] * (x.ndim - 1)).bernoulli_(1 - self.p)
        return x * keep / (1 - self.p)


class ALiBi(nn.Module):
    def forward(self, scores):
        h, t = scores.shape[1], scores.shape[-1]
        slopes = 2 ** (-8 * torch.arange(1, h + 1) / h)
        dist = torch.arange(t)[None] - torch.arange(t)[:, None]
        return scores + slopes[:, None, None] * dist


x = torch.randn(2, 5, 8)
rope = RotaryEmbedding(8)
r = rope(x)
print(torch.allclose(r.norm(dim=-1), x.norm(dim=-1), atol=1e-5), torch.equal(r[:, 0], x[:, 0]), list(rope.state_dict()))
print(SwiGLU(8, 16)(x).sum().round(decimals=4), sum(p.numel() for p in SwiGLU(8, 16).parameters()))
gqa = GQA(8, 4, 2)
full = gqa(x)
print(full.shape, torch.allclose(gqa(x[:, :3]), full[:, :3], atol=1e-5), gqa)
print(SqueezeExcite(4)(torch.randn(1, 4, 3, 3)).shape, DropPath(0.5)(torch.ones(6, 2))[:, 0], DropPath(0.5).eval()(x).equal(x))
print(ALiBi()(torch.zeros(1, 2, 3, 3))[0])
pe = torch.zeros(6, 4)
pos, div = torch.arange(6)[:, None].float(), torch.exp(torch.arange(0, 4, 2) * (-math.log(10000.0) / 4))
pe[:, 0::2], pe[:, 1::2] = torch.sin(pos * div), torch.cos(pos * div)
print(pe.round(decimals=3))
rel = nn.Embedding(2 * 4 + 1, 2)
buckets = (torch.arange(6)[None] - torch.arange(6)[:, None]).clamp(-4, 4) + 4
print(buckets, rel(buckets).permute(2, 0, 1).shape)
router = nn.Linear(8, 4, bias=False)
probs = router(x).softmax(-1)
w, idx = probs.topk(2, dim=-1)
w = w / w.sum(-1, keepdim=True)
load = F.one_hot(idx, 4).float().sum((0, 1, 2))
aux = 4 * (probs.mean((0, 1)) * load / load.sum()).sum()
print(w.sum(-1).unique().round(decimals=4), load.sum(), round(aux.item(), 4))
