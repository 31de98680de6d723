import torch

torch.manual_seed(0)
L, T, D, V = 3, 4, 8, 11
vocab = [f"w{i}" for i in range(V)]
h = torch.randn(L, T, D).cumsum(0)
U = torch.randn(D, V)
logits = (h - h.mean(-1, keepdim=True)) / h.std(-1, keepdim=True) @ U
probs = logits.softmax(-1)
top = probs.max(-1)
for l in range(L):
    print(f"layer {l}:", " ".join(f"{vocab[i]}({p:.2f})" for p, i in zip(top.values[l], top.indices[l])))
target = top.indices[-1]
rank = (logits > logits.gather(-1, target.expand(L, T).unsqueeze(-1))).sum(-1)
print(rank, probs.gather(-1, target.expand(L, T)[..., None]).squeeze(-1))
kl = (probs[-1] * (probs[-1].log() - probs.log())).sum(-1)
print(kl.abs() < 10, kl[-1], (top.indices == target).int())
