import torch
import torch.nn as nn
import torch.nn.functional as F


class Attention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads, self.qkv, self.out = heads, nn.Linear(d, 3 * d, bias=False), nn.Linear(d, d, bias=False)

    def forward(self, x, past=None):
        B, T, D = x.shape
        q, k, v = (t.view(B, T, self.heads, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=past is None)
        return self.out(y.transpose(1, 2).reshape(B, T, D)), (k, v)


class GPT(nn.Module):
    def __init__(self, vocab=20, d=16, heads=2, layers=2, context=16):
        super().__init__()
        self.tok, self.pos = nn.Embedding(vocab, d), nn.Embedding(context, d)
        self.attn = nn.ModuleList(Attention(d, heads) for _ in range(layers))
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(layers + 1))
        self.head = nn.Linear(d, vocab, bias=False)
        self.head.weight = self.tok.weight

    def forward(self, ids, past=None):
        start = past[0][0].shape[2] if past else 0
        x = self.tok(ids) + self.pos(torch.arange(start, start + ids.shape[1]))
        new = []
        for i, attn in enumerate(self.attn):
            y, kv = attn(self.norms[i](x), past[i] if past else None)
            x = x + y
            new.append(kv)
        return self.head(self.norms[-1](x)), new


torch.manual_seed(0)
model = GPT().eval()
print(sum(p.numel() for p in model.parameters()), len(list(model.named_parameters())), len(model.state_dict()))
prompt = torch.tensor([[3, 1, 4, 1, 5]])
with torch.no_grad():
    slow = prompt
    for _ in range(6):
        slow = torch.cat([slow, model(slow)[0][:, -1:].argmax(-1)], 1)
    logits, past = model(prompt)
    fast = [prompt]
    for _ in range(6):
        token = logits[:, -1:].argmax(-1)
        fast.append(token)
        logits, past = model(token, past)
    fast = torch.cat(fast, 1)
print(slow, torch.equal(slow, fast), past[0][0].shape)
torch.manual_seed(1)
with torch.no_grad():
    ids = prompt
    for _ in range(5):
        p = (model(ids)[0][0, -1] / 1.5).softmax(-1)
        top, where = p.topk(5)
        ids = torch.cat([ids, where[torch.multinomial(top, 1)][None]], 1)
print(ids.tolist())
print(model)
