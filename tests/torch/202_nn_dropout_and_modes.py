import torch
from torch import nn

torch.manual_seed(0)
d = nn.Dropout(0.5)
x = torch.ones(2, 6)
print(d(x), d.eval()(x), d.training, d.train().training, nn.functional.dropout(x, 0.2), nn.functional.dropout(x, 0.2, training=False).equal(x), nn.Dropout(0.0)(x).equal(x), nn.Dropout(1.0)(x).sum())
print(nn.Dropout1d(0.5)(torch.ones(1, 4, 2)), nn.Dropout2d(0.5)(torch.ones(1, 3, 2, 2)).flatten(2)[..., 0], nn.AlphaDropout(0.3)(x))
net = nn.Sequential(nn.Linear(6, 4), nn.Dropout(0.9), nn.BatchNorm1d(4))
net.eval()
print([m.training for m in net.modules()], net(x).shape, net[1].p)
net[1].train()
print([m.training for m in net], torch.equal(net.eval()(x), net(x)))
for bad in (-0.1, 1.5):
    try:
        nn.Dropout(bad)
    except ValueError as err:
        print(err)
net.train(False)
print(net.training, (net(x) - net(x)).abs().sum(), repr(nn.Dropout(p=0.3, inplace=True)))
