import copy
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

torch.manual_seed(0)
a, b = nn.Linear(2, 2), nn.Linear(2, 2)
avg = {k: (a.state_dict()[k] + b.state_dict()[k]) / 2 for k in a.state_dict()}
c = nn.Linear(2, 2)
print(c.load_state_dict(avg), torch.allclose(c.weight, (a.weight + b.weight) / 2), {k: v.shape for k, v in avg.items()})
ema = copy.deepcopy(a)
for p in ema.parameters():
    p.requires_grad_(False)
opt = torch.optim.SGD(a.parameters(), lr=0.1)
for step in range(5):
    loss = a(torch.ones(1, 2)).pow(2).sum()
    opt.zero_grad(); loss.backward(); opt.step()
    with torch.no_grad():
        for e, p in zip(ema.parameters(), a.parameters()):
            e.lerp_(p, 0.1)
print(ema.weight, a.weight, (ema.weight - a.weight).norm(), ema.weight.requires_grad)
swa = AveragedModel(a)
swa.update_parameters(a); swa.update_parameters(b)
print(swa.n_averaged, torch.allclose(swa.module.weight, (a.weight + b.weight) / 2), swa(torch.ones(1, 2)).shape)
task = {k: b.state_dict()[k] - a.state_dict()[k] for k in a.state_dict()}
merged = {k: a.state_dict()[k] + 0.5 * task[k] for k in task}
print(torch.allclose(merged["weight"], (a.weight + b.weight) / 2, atol=1e-6), sum(v.norm() ** 2 for v in task.values()).sqrt(), sum(v.numel() for v in merged.values()))
