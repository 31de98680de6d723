import io

import torch
from tqdm import tqdm, trange

torch.manual_seed(0)
net = torch.nn.Linear(4, 1)
opt = torch.optim.AdamW(net.parameters(), lr=0.05)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=20)
x = torch.randn(32, 4)
y = x.sum(1, keepdim=True)
losses, best, buffer = [], float("inf"), io.BytesIO()
for epoch in trange(20, desc="training", disable=True):
    loss = torch.nn.functional.mse_loss(net(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    sched.step()
    losses.append(loss.item())
    if loss.item() < best:
        best = loss.item()
        buffer.seek(0)
        buffer.truncate()
        torch.save({"epoch": epoch, "model": net.state_dict(), "opt": opt.state_dict()}, buffer)
print(f"{losses[0]:.4f} -> {losses[-1]:.4f}, best {best:.4f}, lr {sched.get_last_lr()[0]:.6f}")
buffer.seek(0)
saved = torch.load(buffer)
print(saved["epoch"], list(saved["model"]), saved["opt"]["param_groups"][0]["betas"], sorted(saved["opt"]["state"][0]))
other = torch.nn.Linear(4, 1)
print(other.load_state_dict(saved["model"]), torch.allclose(other.weight, net.weight, atol=0.1))
bar = tqdm(total=3, disable=True)
for i in range(3):
    bar.update(1)
    bar.set_postfix(loss=losses[i])
bar.close()
print(sum(1 for _ in tqdm(range(5), disable=True)))
