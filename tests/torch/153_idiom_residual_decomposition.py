import torch

torch.manual_seed(0)
L, T, D, V = 3, 4, 6, 10
resid = [torch.randn(T, D)]
contribs = {"embed": resid[0]}
for l in range(L):
    for part in ("attn", "mlp"):
        delta = 0.3 * torch.randn(T, D)
        contribs[f"{part}.{l}"] = delta
        resid.append(resid[-1] + delta)
final = resid[-1]
W_U = torch.randn(D, V)
total = sum(contribs.values())
print(torch.allclose(total, final, atol=1e-5), len(resid), list(contribs))
target, other = 3, 7
direction = W_U[:, target] - W_U[:, other]
attribution = {name: (c[-1] @ direction).item() for name, c in contribs.items()}
for name, v in sorted(attribution.items(), key=lambda kv: -abs(kv[1])):
    print(f"{name:8s} {v:+.3f} {'#' * int(abs(v) * 4)}")
print(f"sum {sum(attribution.values()):+.4f} direct {(final[-1] @ direction).item():+.4f}")
stack = torch.stack(list(contribs.values()))
print(stack.shape, (stack @ direction).shape, (stack @ direction).sum(0), (stack.norm(dim=-1)).mean(-1))
