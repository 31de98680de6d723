import torch

links = {"a": "bc", "b": "c", "c": "a", "d": "abc", "e": "d"}
names = sorted(links)
index = {n: i for i, n in enumerate(names)}
M = torch.zeros(5, 5)
for source, targets in links.items():
    for t in targets:
        M[index[t], index[source]] = 1 / len(targets)
print(M)
damping, rank = 0.85, torch.full((5,), 0.2)
for step in range(100):
    new = damping * M @ rank + (1 - damping) / 5
    change = (new - rank).abs().sum().item()
    rank = new
    if change < 1e-6:
        break
print(step < 60, rank, f"{rank.sum():.4f}")
print(sorted(names, key=lambda n: -rank[index[n]]))
G = damping * M + (1 - damping) / 5
values, vectors = torch.linalg.eig(G)
k = values.real.argmax()
stationary = vectors[:, k].real
stationary = stationary / stationary.sum()
print(torch.allclose(stationary, rank, atol=1e-5), values[k].real.round(decimals=4))
torch.manual_seed(0)
visits, at = torch.zeros(5), 0
for _ in range(2000):
    at = torch.multinomial(G[:, at], 1).item()
    visits[at] += 1
print((visits / 2000 - rank).abs().max() < 0.05)
print(torch.matrix_power(G, 50)[:, 0].allclose(rank, atol=1e-4))
