import copy

import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.linspace(-2, 2, 40)[:, None]
y = torch.sin(2 * x) + 0.1 * torch.randn_like(x)


def fit(seed, steps=120):
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
    opt = torch.optim.Adam(net.parameters(), lr=0.02)
    snapshots = []
    for step in range(steps):
        loss = nn.functional.mse_loss(net(x), y)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        opt.step()
        if step >= steps - 30 and step % 10 == 0:
            snapshots.append(copy.deepcopy(net.state_dict()))
    return net, snapshots, loss.item()


fits = [fit(seed) for seed in (1, 2, 3)]
print([f"{loss:.4f}" for _, _, loss in fits])
with torch.no_grad():
    outputs = torch.stack([net(x) for net, _, _ in fits])
mean, spread = outputs.mean(0), outputs.std(0)
print(f"ensemble {nn.functional.mse_loss(mean, y):.4f}, spread {spread.mean():.4f}")
net, snapshots, _ = fits[0]
average = {k: torch.stack([s[k] for s in snapshots]).mean(0) for k in snapshots[0]}
print(len(snapshots), net.load_state_dict(average))
with torch.no_grad():
    print(f"averaged {nn.functional.mse_loss(net(x), y):.4f}")
print({k: tuple(v.shape) for k, v in average.items()})
print(torch.equal(snapshots[0]["0.weight"], snapshots[1]["0.weight"]))
