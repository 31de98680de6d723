import torch

torch.manual_seed(0)
W = torch.randn(4, 3, 6)
x = torch.randn(10, 6)
out = torch.einsum("hdc,bc->bhd", W, x)
full = out.sum(1)
rows = []
for h in range(4):
    zero = out.clone(); zero[:, h] = 0
    mean = out.clone(); mean[:, h] = out[:, h].mean(0)
    perm = out.clone(); perm[:, h] = out[torch.arange(10).flip(0), h]
    rows.append([(full - z.sum(1)).norm(dim=-1).mean().item() for z in (zero, mean, perm)])
print("head  zero   mean   resample")
for h, r in enumerate(rows):
    print(f"{h:>4}  " + "  ".join(f"{v:.3f}" for v in r))
t = torch.tensor(rows)
print(t.argmax(0), t.mean(0), t.rank if hasattr(t, "rank") else t.argsort(0)[:, 0])
