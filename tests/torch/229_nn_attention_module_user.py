import math
import torch
from torch import nn

class Attn(nn.Module):
    def __init__(self, d, h, causal=True):
        super().__init__()
        self.h, self.causal = h, causal
        self.wq, self.wk, self.wv, self.wo = (nn.Linear(d, d) for _ in range(4))

    def split(self, x):
        b, t, d = x.shape
        return x.view(b, t, self.h, d // self.h).transpose(1, 2)

    def forward(self, x, return_pattern=False):
        q, k, v = map(self.split, (self.wq(x), self.wk(x), self.wv(x)))
        s = q @ k.transpose(-1, -2) / math.sqrt(q.size(-1))
        if self.causal:
            s = s.masked_fill(~torch.ones(x.size(1), x.size(1)).tril().bool(), -math.inf)
        p = s.softmax(-1)
        out = self.wo((p @ v).transpose(1, 2).flatten(2))
        return (out, p) if return_pattern else out

torch.manual_seed(0)
m = Attn(6, 2)
x = torch.randn(1, 4, 6)
out, p = m(x, return_pattern=True)
print(out.shape, p[0, 1], p.sum(-1).unique().numel() <= 3, out[0, -1])
changed = x.clone(); changed[0, -1] = 0
print(torch.allclose(m(changed)[0, :-1], out[0, :-1]), torch.allclose(m(changed)[0, -1], out[0, -1]))
print(torch.allclose(out, nn.functional.linear(nn.functional.scaled_dot_product_attention(m.split(m.wq(x)), m.split(m.wk(x)), m.split(m.wv(x)), is_causal=True).transpose(1, 2).flatten(2), m.wo.weight, m.wo.bias), atol=1e-6))
