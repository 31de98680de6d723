import torch
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.tensor([2.0, 1.0, 0.5, 0.0, -1.0, -3.0])

def top_k_filter(logits, k):
    v, _ = torch.topk(logits, k)
    return torch.where(logits < v[..., -1:], torch.full_like(logits, -float("inf")), logits)

def top_p_filter(logits, p):
    s, i = torch.sort(logits, descending=True)
    cum = torch.cumsum(F.softmax(s, dim=-1), dim=-1)
    remove = cum - F.softmax(s, dim=-1) > p
    s = s.masked_fill(remove, -torch.inf)
    return torch.empty_like(logits).scatter_(-1, i, s)

print(top_k_filter(logits, 2), top_p_filter(logits, 0.7), F.softmax(top_p_filter(logits, 0.9), -1))
for t in (0.5, 1.0, 2.0):
    p = F.softmax(logits / t, -1)
    print(f"T={t} H={-(p * p.log()).sum().item():.4f} samples {torch.multinomial(p, 8, replacement=True).tolist()}")
counts = torch.bincount(torch.multinomial(F.softmax(logits, -1), 1000, replacement=True), minlength=6)
print(counts.sum(), (counts / 1000 - F.softmax(logits, -1)).abs().max() < 0.05)
batch = torch.stack([logits, logits.flip(0)])
print(batch.argmax(-1), torch.multinomial(F.softmax(batch, -1), 2).shape, top_k_filter(batch, 3))
seen = torch.tensor([0, 0, 1])
penal = logits.clone()
penal[seen.unique()] /= 1.5
print(penal, logits.log_softmax(-1)[seen], torch.exp(-logits.log_softmax(-1)[seen].mean()))
gumbel = -torch.log(-torch.log(torch.rand(6)))
print((logits + gumbel).argmax().item() in range(6), F.softmax(logits, 0).max(), 1 - F.softmax(logits, 0)[0])
repeat = torch.tensor([1, 2, 1, 2, 3])
ngrams = {tuple(repeat[i:i + 2].tolist()) for i in range(4)}
print(sorted(ngrams), torch.unique(repeat, return_counts=True)[1], torch.distributions.Categorical(logits=logits).entropy() if hasattr(torch, "distributions") else "")
