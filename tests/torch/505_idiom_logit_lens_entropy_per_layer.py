import torch
import torch.nn as nn

torch.manual_seed(11)
layers, d, vocab, seq = 5, 16, 40, 6
embed = nn.Embedding(vocab, d)
blocks = nn.ModuleList(nn.Sequential(nn.LayerNorm(d), nn.Linear(d, d), nn.Tanh()) for _ in range(layers))
norm = nn.LayerNorm(d)
tokens = torch.randint(vocab, (1, seq))
with torch.inference_mode():
    x = embed(tokens)
    stream = [x]
    for block in blocks:
        x = x + block(x)
        stream.append(x)
    stream = torch.stack(stream)
    logits = norm(stream) @ embed.weight.T
    logp = logits.log_softmax(-1)
    entropy = -(logp.exp() * logp).sum(-1)
    final = logits[-1].argmax(-1)
    rank = (logits > logits.gather(-1, final.expand(layers + 1, -1, -1).unsqueeze(-1))).sum(-1)
print(tokens.tolist(), logits.shape)
for i in range(layers + 1):
    print(f"layer {i}", "entropy", [f"{e:.3f}" for e in entropy[i, 0].tolist()], "rank", rank[i, 0].tolist())
print("settled", (rank[:, 0] == 0).float().argmax(0).tolist())
kl = (logp[-1].exp() * (logp[-1] - logp)).sum(-1).squeeze(1)
print(kl.mean(-1))
