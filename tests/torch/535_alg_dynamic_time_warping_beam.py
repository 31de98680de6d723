import torch

torch.manual_seed(0)
a = torch.sin(torch.linspace(0, 6, 12))
b = torch.sin(torch.linspace(0, 6, 15) + 0.4)
cost = (a[:, None] - b[None]).abs()
D = torch.full((13, 16), float("inf"))
D[0, 0] = 0
for i in range(12):
    for j in range(15):
        D[i + 1, j + 1] = cost[i, j] + torch.min(torch.stack([D[i, j], D[i, j + 1], D[i + 1, j]]))
print(f"{D[-1, -1]:.4f}")
i, j, path = 12, 15, []
while i and j:
    path.append((i - 1, j - 1))
    step = torch.stack([D[i - 1, j - 1], D[i - 1, j], D[i, j - 1]]).argmin().item()
    i, j = i - (step != 2), j - (step != 1)
print(path[::-1][:6], len(path), path[0])
logp = torch.randn(5, 5).log_softmax(-1)
beams = [((0,), 0.0)]
for _ in range(3):
    candidates = [(seq + (k,), score + logp[seq[-1], k].item()) for seq, score in beams for k in range(5)]
    beams = sorted(candidates, key=lambda c: c[1], reverse=True)[:3]
for seq, score in beams:
    print(seq, f"{score:.4f}")
exhaustive = max(sum(logp[s, t].item() for s, t in zip((0, x, y), (x, y, z))) for x in range(5) for y in range(5) for z in range(5))
print(f"{exhaustive:.4f}", beams[0][1] <= exhaustive + 1e-6)
