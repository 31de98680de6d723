import torch

torch.manual_seed(5)
d = 12
truth = torch.nn.functional.normalize(torch.randn(d), dim=0)
base = torch.randn(20, d)
positive = base + 1.5 * truth + 0.1 * torch.randn(20, d)
negative = base - 1.5 * truth + 0.1 * torch.randn(20, d)
difference = (positive - negative).mean(0)
direction = difference / difference.norm()
print(f"cosine with the true direction {direction @ truth:.4f}")
projected = torch.cat([positive, negative]) @ direction
labels = torch.tensor([1] * 20 + [0] * 20)
threshold = projected.median()
print("accuracy", ((projected > threshold).long() == labels).float().mean().item())
for alpha in (-3.0, 0.0, 3.0):
    steered = negative + alpha * direction
    share = (steered @ direction > threshold).float().mean()
    print(f"alpha {alpha:+.1f}: {share:.2f} above, norm {steered.norm(dim=-1).mean():.3f}")
ablated = positive - (positive @ direction)[:, None] * direction
print((ablated @ direction).abs().max() < 1e-5, ablated.shape)
u, s, v = torch.linalg.svd(positive - negative, full_matrices=False)
print(f"first singular direction: {abs(v[0] @ direction):.4f}, share {s[0] ** 2 / (s ** 2).sum():.4f}")
