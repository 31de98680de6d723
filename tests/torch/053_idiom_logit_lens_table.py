import torch

torch.manual_seed(0)
vocab = ["the", "cat", "sat", "mat", "dog"]
W_U = torch.randn(6, 5)
resid = torch.randn(4, 3, 6).cumsum(0)
ln = torch.nn.LayerNorm(6, elementwise_affine=False)
logits = ln(resid) @ W_U
probs = logits.softmax(dim=-1)
top = probs.max(dim=-1)
for layer in range(4):
    row = " | ".join(f"{vocab[i]:>4} {p:.2f}" for i, p in zip(top.indices[layer].tolist(), top.values[layer].tolist()))
    print(f"L{layer}: {row}")
final = probs[-1, -1]
order = final.argsort(descending=True)
print([(vocab[i], round(final[i].item(), 3)) for i in order])
rank = (probs > probs[:, :, 2:3]).sum(-1)
print(rank, rank.shape, rank.float().mean(1))
kl = (probs[-1] * (probs[-1].log() - probs[:-1].log())).sum(-1)
print(kl.mean(-1).tolist()[0] >= 0, [f"{v:.3f}" for v in kl[:, -1].tolist()])
contrib = (resid[1:] - resid[:-1]) @ (W_U[:, 0] - W_U[:, 1])
print(contrib[:, -1], contrib.sum(0).shape, torch.allclose(contrib.sum(0), (resid[-1] - resid[0]) @ (W_U[:, 0] - W_U[:, 1]), atol=1e-5))
print(f"{'token':<8}" + "".join(f"{'L' + str(i):>8}" for i in range(4)))
for j, w in enumerate(vocab):
    print(f"{w:<8}" + "".join(f"{p:8.3f}" for p in probs[:, -1, j]))
