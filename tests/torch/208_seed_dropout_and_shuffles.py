import torch
from torch import nn

def run(seed):
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.3), nn.Linear(8, 2))
    x = torch.randn(16, 4)
    y = (x.sum(1) > 0).long()
    opt = torch.optim.Adam(net.parameters(), lr=0.01)
    losses = []
    for epoch in range(3):
        for idx in torch.randperm(16).split(4):
            loss = nn.functional.cross_entropy(net(x[idx]), y[idx])
            opt.zero_grad(); loss.backward(); opt.step()
            losses.append(loss.item())
    return losses, net

a, net = run(0)
b, _ = run(0)
c, _ = run(1)
print([f"{v:.4f}" for v in a], a == b, a == c, sum(c) / len(c))
print(net[0].weight[0], net[3].bias, torch.rand(2))
net.eval()
with torch.no_grad():
    print(net(torch.ones(1, 4)), net(torch.ones(1, 4)).argmax(-1))
