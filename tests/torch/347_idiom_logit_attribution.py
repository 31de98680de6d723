# Direct logit attribution, residual stream norms, head ablation table, by-hand layer norm folding.
import torch
import torch.nn.functional as F

torch.manual_seed(1)
L, H, D, V, T = 2, 2, 8, 6, 4
W_E, W_U = torch.randn(V, D) * 0.5, torch.randn(D, V) * 0.5
W_Q, W_K, W_V = (torch.randn(L, H, D, D // H) * 0.4 for _ in range(3))
W_O = torch.randn(L, H, D // H, D) * 0.4
tokens = torch.tensor([1, 3, 0, 5])


def run(tokens, skip=()):
    x = W_E[tokens]
    parts = {"embed": x}
    for layer in range(L):
        normed = F.layer_norm(x, (D,))
        added = torch.zeros_like(x)
        for head in range(H):
            q, k, v = (normed @ w[layer, head] for w in (W_Q, W_K, W_V))
            scores = (q @ k.T / (D // H) ** 0.5).masked_fill(torch.triu(torch.ones(T, T, dtype=torch.bool), 1), -1e9)
            out = scores.softmax(-1) @ v @ W_O[layer, head]
            if (layer, head) in skip:
                out = torch.zeros_like(out)
            parts[f"L{layer}H{head}"] = out
            added = added + out
        x = x + added
    return x, parts


final, parts = run(tokens)
print("sum of parts", torch.allclose(sum(parts.values()), final, atol=1e-5))
scale = final.var(-1, keepdim=True, unbiased=False).add(1e-5).sqrt()
logits = F.layer_norm(final, (D,)) @ W_U
target, wrong = logits[-1].argmax().item(), logits[-1].argmin().item()
direction = W_U[:, target] - W_U[:, wrong]
total = 0.0
for name, part in parts.items():
    share = ((part[-1] - part[-1].mean()) / scale[-1]) @ direction
    total += share.item()
    print(f"{name:<6} {share.item():+.3f}  norm {part[-1].norm():.3f}")
print(f"total {total:.3f} logit difference {(logits[-1, target] - logits[-1, wrong]).item():.3f}")
for layer in range(L):
    row = []
    for head in range(H):
        ablated, _ = run(tokens, skip={(layer, head)})
        row.append((F.layer_norm(ablated, (D,)) @ W_U)[-1, target] - logits[-1, target])
    print(layer, torch.stack(row).round(decimals=3))
ov = torch.einsum("lhde,lhef->lhdf", W_V, W_O)
qk = torch.einsum("lhde,lhfe->lhdf", W_Q, W_K)
print(ov.shape, [round(v, 2) for v in ov.norm(dim=(-2, -1)).flatten().tolist()], torch.linalg.matrix_rank(ov[0, 0]), (W_E @ qk[0, 0] @ W_E.T).shape)
eig = torch.linalg.eigvals(W_E @ ov[1, 1] @ W_U)
print("copying score", round((eig.real.sum() / eig.abs().sum()).item(), 3))
composition = torch.einsum("hde,kef->hkdf", ov[0], qk[1]).norm(dim=(-2, -1)) / (ov[0].norm(dim=(-2, -1))[:, None] * qk[1].norm(dim=(-2, -1)))
print(composition.round(decimals=3))
probabilities = logits.softmax(-1)
print("surprisal", [-round(p.log2().item(), 2) for p in probabilities[torch.arange(T - 1), tokens[1:]]])
kl = F.kl_div(torch.full((V,), 1 / V).log(), probabilities[-1], reduction="sum")
print(f"kl from uniform {kl:.3f}", f"entropy {-(probabilities[-1] * probabilities[-1].log()).sum():.3f}", probabilities.argmax(-1).tolist())
