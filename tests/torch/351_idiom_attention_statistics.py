# Attention patterns: entropy, distance, previous-token and induction scores, head tables, masks.
import torch

torch.manual_seed(0)
H, T = 3, 6
scores = torch.randn(H, T, T)
scores[0] += 6 * torch.eye(T).roll(-1, 1).T
causal = torch.ones(T, T).tril().bool()
pattern = scores.masked_fill(~causal, float("-inf")).softmax(-1)
print(pattern.sum(-1).allclose(torch.ones(H, T)), pattern.triu(1).abs().max().item(), torch.isnan(pattern).any().item())
entropy = -(pattern * pattern.clamp_min(1e-12).log()).sum(-1)
distance = (pattern * (torch.arange(T)[:, None] - torch.arange(T)).clamp(min=0)).sum(-1)
previous = pattern.diagonal(-1, 1, 2).mean(-1)
for h in range(H):
    print(f"head {h}: entropy {entropy[h].mean():.3f} distance {distance[h].mean():.3f} previous {previous[h]:.3f} first {pattern[h, :, 0].mean():.3f}")
tokens = torch.tensor([1, 2, 3, 1, 2, 3])
match = (tokens[:, None] == tokens).tril(-1)
induction = torch.zeros(T, T)
for i, j in match.nonzero().tolist():
    if j + 1 < i + 1:
        induction[i, j + 1] = 1
print(induction, (pattern * induction).sum((1, 2)) / induction.sum())
print(pattern.argmax(-1), pattern.max(-1).values.min(-1).values, entropy.topk(1, dim=1).indices.flatten())
window = causal & ~torch.ones(T, T).tril(-3).bool()
local = scores.masked_fill(~window, float("-inf")).softmax(-1)
print(local[0].gt(0).sum(-1), (local - pattern).abs().sum((1, 2)) > 0)
alibi = -torch.tensor([0.5, 0.25, 0.125])[:, None, None] * (torch.arange(T)[:, None] - torch.arange(T))
print(alibi[0, -1], (scores * 0 + alibi).masked_fill(~causal, float("-inf")).softmax(-1)[:, -1].round(decimals=3))
freqs = 1.0 / 10000 ** (torch.arange(0, 4, 2) / 4)
angles = torch.outer(torch.arange(T).float(), freqs)
def rotate(x):
    a, b = x[..., ::2], x[..., 1::2]
    return torch.stack([a * angles.cos() - b * angles.sin(), a * angles.sin() + b * angles.cos()], -1).flatten(-2)
q = torch.ones(T, 4)
dots = rotate(q) @ rotate(q).T
print(torch.allclose(dots.diagonal(1), dots[0, 1].expand(T - 1), atol=1e-4), torch.allclose(rotate(q).norm(dim=1), q.norm(dim=1)))
