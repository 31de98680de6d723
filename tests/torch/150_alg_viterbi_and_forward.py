import torch

pi = torch.tensor([0.6, 0.4])
A = torch.tensor([[0.7, 0.3], [0.4, 0.6]])
B = torch.tensor([[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]])
obs = [0, 1, 2, 2, 0]
alpha = pi * B[:, obs[0]]
alphas = [alpha]
for o in obs[1:]:
    alpha = (alpha @ A) * B[:, o]
    alphas.append(alpha)
print(torch.stack(alphas), alpha.sum(), alpha.sum().log())
beta = torch.ones(2)
for o in reversed(obs[1:]):
    beta = A @ (B[:, o] * beta)
print((pi * B[:, obs[0]] * beta).sum())
delta = (pi * B[:, obs[0]]).log()
back = []
for o in obs[1:]:
    scores = delta[:, None] + A.log()
    best = scores.max(dim=0)
    back.append(best.indices)
    delta = best.values + B[:, o].log()
path = [delta.argmax().item()]
for pointer in reversed(back):
    path.insert(0, pointer[path[0]].item())
print(path, delta.max(), back)
log_alpha = (pi.log() + B[:, obs[0]].log())
for o in obs[1:]:
    log_alpha = torch.logsumexp(log_alpha[:, None] + A.log(), dim=0) + B[:, o].log()
print(log_alpha.logsumexp(0), torch.allclose(log_alpha.logsumexp(0), alpha.sum().log()))
