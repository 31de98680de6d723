import torch

torch.manual_seed(0)
true = torch.tensor([0.1, 0.5, 0.8])
theta = torch.zeros(3, requires_grad=True)
opt = torch.optim.SGD([theta], lr=0.2)
baseline, total = 0.0, 0
for t in range(200):
    dist = torch.distributions.Categorical(logits=theta)
    a = dist.sample()
    r = torch.bernoulli(true[a]).item()
    baseline = 0.95 * baseline + 0.05 * r
    loss = -(r - baseline) * dist.log_prob(a)
    opt.zero_grad(); loss.backward(); opt.step()
    total += r
print(theta.detach(), theta.softmax(0).argmax().item(), total, f"{baseline:.4f}")
Q, N = torch.zeros(3), torch.zeros(3)
g = torch.Generator().manual_seed(1)
for t in range(100):
    a = torch.randint(3, (1,), generator=g).item() if torch.rand(1, generator=g) < 0.1 else Q.argmax().item()
    r = float(torch.rand(1, generator=g) < true[a])
    N[a] += 1
    Q[a] += (r - Q[a]) / N[a]
print(Q, N, N.sum())
V = torch.zeros(4)
P = torch.tensor([[0.5, 0.5, 0, 0], [0.25, 0.25, 0.5, 0], [0, 0.3, 0.3, 0.4], [0, 0, 0, 1.0]])
R = torch.tensor([0.0, 0.0, 1.0, 0.0])
for i in range(100):
    V = R + 0.9 * P @ V
print(V, torch.linalg.solve(torch.eye(4) - 0.9 * P, R))
