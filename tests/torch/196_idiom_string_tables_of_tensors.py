import torch

names = ["embed", "attn", "mlp"]
m = torch.tensor([[0.5, -1.25, 3.0], [10.0, 0.001, -0.5], [1e-4, 2.0, 100.0]])
print("      " + "".join(f"{n:>10}" for n in names))
for n, row in zip(names, m):
    print(f"{n:<6}" + "".join(f"{v:10.3f}" for v in row))
for n, row in zip(names, m.tolist()):
    print(f"{n:>8} | " + " | ".join(f"{v:+.2e}" for v in row) + f" | sum={sum(row):.3g}")
print("\n".join(f"{n}: {'█' * int(v)}{'░' * (5 - int(v))}" for n, v in zip(names, m.abs().sum(1).clamp(max=5))))
print(*(f"{i}:{v:.1f}" for i, v in enumerate(m[0])), sep=", ")
print(m.int().tolist(), m.round(decimals=1), [round(v, 2) for v in m.flatten().tolist()], "max={:.1f} at {}".format(m.max(), tuple(divmod(m.argmax().item(), 3))))
