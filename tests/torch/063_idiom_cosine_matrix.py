import torch
import torch.nn.functional as F

v = torch.tensor([[1.0, 0.0], [1.0, 1.0], [-1.0, 0.5]])
n = F.normalize(v, dim=1)
sim = n @ n.T
print(sim, sim.fill_diagonal_(0).abs().max(), F.cosine_similarity(v[:, None], v[None], dim=-1))
print(torch.cdist(v, v), (v[:, None] - v[None]).pow(2).sum(-1).sqrt(), torch.triu(sim, 1).nonzero().tolist())
print(sim.argmax(1), sim.max(1).values, v @ v.T / (v.norm(dim=1)[:, None] * v.norm(dim=1)[None]))
print(f"{F.cosine_similarity(v[0], v[1], dim=0):.4f}", torch.nn.CosineSimilarity(dim=0)(v[0], v[2]).item())
proj = (v @ v[1]) / (v[1] @ v[1])
print(proj, proj[:, None] * v[1], v - proj[:, None] * v[1])
