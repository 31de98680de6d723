import torch
import torch.nn.functional as F

torch.manual_seed(0)
pos, neg = torch.randn(5, 8) + 1, torch.randn(5, 8) - 1
v = pos.mean(0) - neg.mean(0)
unit = v / v.norm()
print(v.norm(), unit.norm(), F.cosine_similarity(v, pos.mean(0), dim=0), (pos @ unit).mean() > (neg @ unit).mean())
x = torch.randn(2, 3, 8)
for alpha in (0.0, 1.0, -2.0):
    y = x + alpha * unit
    print(f"{alpha:+.1f}", (y @ unit - x @ unit).mean().item(), (y - x).norm(dim=-1)[0])
projected = x - (x @ unit).unsqueeze(-1) * unit
print((projected @ unit).abs().max() < 1e-6, projected.shape)
u, s, vh = torch.linalg.svd(torch.cat([pos - pos.mean(0), neg - neg.mean(0)]), full_matrices=False)
print(s, (s ** 2 / (s ** 2).sum()).cumsum(0), torch.dot(vh[0], vh[1]).abs() < 1e-5)
cos = F.cosine_similarity(pos.unsqueeze(1), neg.unsqueeze(0), dim=-1)
print(cos.shape, cos.min(), cos.max(), cos.argmax() // 5, torch.unravel_index(cos.argmin(), cos.shape))
print(f"{unit.abs().topk(3).indices.tolist()} {[f'{u:.2f}' for u in unit[:4]]}")
