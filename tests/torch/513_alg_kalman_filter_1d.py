import torch

torch.manual_seed(7)
steps, dt = 12, 1.0
F = torch.tensor([[1.0, dt], [0.0, 1.0]])
H = torch.tensor([[1.0, 0.0]])
Q = torch.eye(2) * 0.01
R = torch.tensor([[0.5]])
truth, state = [], torch.tensor([0.0, 1.0])
for _ in range(steps):
    state = F @ state + torch.randn(2) * 0.1
    truth.append(state)
truth = torch.stack(truth)
observed = truth[:, :1] + torch.randn(steps, 1) * 0.7
x, P = torch.zeros(2), torch.eye(2) * 5
estimates = []
for z in observed:
    x, P = F @ x, F @ P @ F.T + Q
    S = H @ P @ H.T + R
    K = P @ H.T @ torch.linalg.inv(S)
    x = x + K @ (z - H @ x)
    P = (torch.eye(2) - K @ H) @ P
    estimates.append(x)
estimates = torch.stack(estimates)
for t in (0, 5, 11):
    print(t, f"true {truth[t, 0]:.3f} seen {observed[t, 0]:.3f} estimated {estimates[t, 0]:.3f} +- {P[0, 0].sqrt():.3f}")
raw = (observed[:, 0] - truth[:, 0]).pow(2).mean().sqrt()
smooth = (estimates[:, 0] - truth[:, 0]).pow(2).mean().sqrt()
print(f"rmse {raw:.4f} -> {smooth:.4f}")
print(P, torch.linalg.det(P) > 0)
