import torch
import torch.nn as nn
from nnsight import NNsight

net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
with torch.no_grad():
    for i, p in enumerate(net.parameters()):
        p.copy_(torch.sin(torch.arange(p.numel()) + i).view_as(p))
model = NNsight(net)
x = torch.tensor([[1.0, -2.0, 0.5], [0.3, 0.2, -1.0]])
with torch.no_grad():
    with model.trace(x):
        a = model[0].output.save()
        b = model[1].output.save()
        out = model.output.save()
    print([f"{v:.4f}" for v in a.flatten().tolist()], (b > 0).tolist(), [f"{v:.4f}" for v in out.flatten().tolist()])
    with model.trace(x):
        model[1].output[:, 0] = 1
        out = model.output.save()
    print([f"{v:.4f}" for v in out.flatten().tolist()])
with model.trace(x):
    h = model[0].output
    loss = model.output.sum()
    with loss.backward():
        g = h.grad.save()
print([f"{v:.4f}" for v in g.flatten().tolist()])
