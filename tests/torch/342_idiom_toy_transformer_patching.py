# Causal tracing on a two-layer toy transformer with hooks: corrupt, restore each site, show the table.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
V, D, T = 11, 16, 5


class Attention(nn.Module):
    def __init__(self, heads=2):
        super().__init__()
        self.heads, self.qkv, self.out = heads, nn.Linear(D, 3 * D), nn.Linear(D, D)

    def forward(self, x):
        B, T, _ = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        a = (q @ k.transpose(-1, -2) / k.shape[-1] ** 0.5).masked_fill(torch.ones(T, T).triu(1).bool(), float("-inf")).softmax(-1)
        self.pattern = a.detach()
        return self.out((a @ v).transpose(1, 2).reshape(B, T, D))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.ln1, self.ln2, self.attn = nn.LayerNorm(D), nn.LayerNorm(D), Attention()
        self.mlp = nn.Sequential(nn.Linear(D, 32), nn.GELU(), nn.Linear(32, D))

    def forward(self, x):
        x = x + self.attn(self.ln1(x))
        return x + self.mlp(self.ln2(x))


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed, self.pos = nn.Embedding(V, D), nn.Embedding(T, D)
        self.blocks = nn.ModuleList([Block(), Block()])
        self.ln, self.head = nn.LayerNorm(D), nn.Linear(D, V, bias=False)

    def forward(self, ids):
        x = self.embed(ids) + self.pos(torch.arange(ids.shape[1]))
        for block in self.blocks:
            x = block(x)
        return self.head(self.ln(x))


model = Model().eval()
clean, corrupt = torch.tensor([[1, 2, 3, 4, 5]]), torch.tensor([[1, 9, 3, 4, 5]])
cache = {}
handles = [m.register_forward_hook(lambda m, i, o, n=n: cache.__setitem__(n, o.detach())) for n, m in model.named_modules() if n.startswith("blocks") and n.count(".") == 1 or n.endswith(("attn", "mlp"))]
with torch.no_grad():
    base = model(clean)
print(sorted(cache), {n: tuple(t.shape) for n, t in cache.items()})
for h in handles:
    h.remove()
with torch.no_grad():
    broken = model(corrupt)
answer = base[0, -1].argmax().item()
metric = lambda logits: logits[0, -1].log_softmax(-1)[answer].item()
print("answer", answer, round(metric(base), 3), round(metric(broken), 3))


def restore(name, position):
    module = model.get_submodule(name)

    def hook(m, inputs, output):
        output = output.clone()
        output[:, position] = cache[name][:, position]
        return output

    handle = module.register_forward_hook(hook)
    with torch.no_grad():
        out = metric(model(corrupt))
    handle.remove()
    return (out - metric(broken)) / (metric(base) - metric(broken))


for name in ["blocks.0", "blocks.0.attn", "blocks.0.mlp", "blocks.1", "blocks.1.attn", "blocks.1.mlp"]:
    print(f"{name:<14}", " ".join(f"{restore(name, p):+.2f}" for p in range(T)))
rollout = torch.eye(T)
for block in model.blocks:
    a = block.attn.pattern[0].mean(0)
    a = 0.5 * a + 0.5 * torch.eye(T)
    rollout = (a / a.sum(-1, keepdim=True)) @ rollout
print("rollout", rollout[-1].round(decimals=3), rollout.sum(-1))
with torch.no_grad():
    x = model.embed(clean) + model.pos(torch.arange(T))
    for k, block in enumerate(model.blocks):
        print("lens", k, model.head(model.ln(x))[0].argmax(-1).tolist())
        x = block(x)
    print("lens", 2, model.head(model.ln(x))[0].argmax(-1).tolist(), torch.equal(model.head(model.ln(x)), model(clean)))
