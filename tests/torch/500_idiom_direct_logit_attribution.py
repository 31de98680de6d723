import torch

torch.manual_seed(0)
n_layers, d_model, d_vocab = 4, 16, 30
W_U = torch.randn(d_model, d_vocab) / d_model ** 0.5
components = {f"{kind}.{i}": torch.randn(d_model) * (0.5 + i / 4) for i in range(n_layers) for kind in ("attn", "mlp")}
components["embed"] = torch.randn(d_model)
final = torch.stack(list(components.values())).sum(0)
scale = final.var(unbiased=False).add(1e-5).sqrt()
correct, wrong = 7, 21
direction = W_U[:, correct] - W_U[:, wrong]
logits = (final - final.mean()) / scale @ W_U
print("logit difference", round((logits[correct] - logits[wrong]).item(), 4))
rows = []
for name, vector in components.items():
    centred = vector - vector.mean()
    rows.append((name, (centred / scale @ direction).item()))
rows.sort(key=lambda row: -abs(row[1]))
for name, value in rows:
    bar = ("+" if value > 0 else "-") * min(20, int(abs(value) * 5))
    print(f"{name:8} {value:+8.4f} {bar}")
print(f"sum {sum(v for _, v in rows):+.4f}")
per_kind = {}
for name, value in rows:
    per_kind.setdefault(name.split(".")[0], []).append(value)
print({k: round(sum(v), 3) for k, v in sorted(per_kind.items())})
