# Elo ratings, PageRank, stationary laws, hitting times, a hidden Markov filter, mixing.
import torch

ratings = torch.full((4,), 1500.0)
games = [(0, 1, 1.0), (0, 2, 1.0), (1, 2, 0.5), (3, 0, 0.0), (2, 3, 1.0), (1, 3, 1.0), (0, 1, 0.5)]
for i, j, score in games:
    expected = 1 / (1 + 10 ** ((ratings[j] - ratings[i]) / 400))
    change = 32 * (score - expected)
    ratings[i] += change
    ratings[j] -= change
    print(f"{i} v {j}: expected {expected:.3f}, change {change:+.2f}")
print(ratings, ratings.sum(), ratings.argsort(descending=True).tolist())
links = torch.tensor([[0, 1, 1, 0], [0, 0, 1, 0], [1, 0, 0, 1], [0, 0, 0, 0]], dtype=torch.float32)
out = links.sum(1, keepdim=True)
P = torch.where(out > 0, links / out.clamp(min=1), torch.full_like(links, 0.25))
G = 0.85 * P + 0.15 / 4
rank = torch.full((4,), 0.25)
for step in range(100):
    new = rank @ G
    if (new - rank).abs().max() < 1e-7:
        break
    rank = new
print("pagerank", rank.round(decimals=4), rank.sum().round(decimals=4), step < 60)
values, vectors = torch.linalg.eig(G.T)
k = values.real.argmax()
v = vectors[:, k].real
print("eigenvector", torch.allclose(v / v.sum(), rank, atol=1e-4), values[k].real.round(decimals=4))
weather = torch.tensor([[0.8, 0.2], [0.4, 0.6]])
print(torch.matrix_power(weather, 2), torch.matrix_power(weather, 50)[0], torch.linalg.solve(torch.cat([(weather.T - torch.eye(2))[:1], torch.ones(1, 2)]), torch.tensor([0.0, 1.0])))
absorbing = torch.tensor([[0.5, 0.5, 0.0], [0.25, 0.5, 0.25], [0.0, 0.0, 1.0]])
Q = absorbing[:2, :2]
N = torch.linalg.inv(torch.eye(2) - Q)
print("fundamental", N, "expected steps", N.sum(1), "absorbed", (N @ absorbing[:2, 2:]).flatten())
torch.manual_seed(0)
state, visits = 0, torch.zeros(2)
for _ in range(2000):
    state = torch.multinomial(weather[state], 1).item()
    visits[state] += 1
print("simulated", (visits / visits.sum() - torch.tensor([2 / 3, 1 / 3])).abs().max() < 0.05)
emission = torch.tensor([[0.9, 0.1], [0.3, 0.7]])
belief, likelihood = torch.tensor([0.5, 0.5]), 0.0
for seen in [0, 0, 1, 1, 0]:
    belief = (belief @ weather) * emission[:, seen]
    likelihood += belief.sum().log().item()
    belief = belief / belief.sum()
    print(seen, belief.round(decimals=3))
print(f"log likelihood {likelihood:.4f}", torch.linalg.eigvals(weather).real.sort().values)
