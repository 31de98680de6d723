import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.5)), nn.Linear(4, 1))
for name, m in list(net.named_modules()):
    if isinstance(m, nn.Dropout):
        parent = net.get_submodule(name.rpartition(".")[0])
        setattr(parent, name.rpartition(".")[2], nn.Identity())
print(net)
net[3] = nn.Linear(4, 3, bias=False)
for p in net[0].parameters():
    p.requires_grad = False
print([(n, p.requires_grad) for n, p in net.named_parameters()], sum(p.numel() for p in net.parameters() if not p.requires_grad))
features = nn.Sequential(*list(net.children())[:-1])
print(features(torch.ones(1, 2)).shape, len(features), features[0] is net[0])
head = nn.Linear(4, 2)
model = nn.Sequential(features, head)
print([n for n, _ in model.named_parameters()], model(torch.zeros(3, 2)).shape)
for m in model.modules():
    if isinstance(m, nn.Linear):
        nn.init.eye_(m.weight) if m.weight.shape[0] == m.weight.shape[1] else nn.init.ones_(m.weight)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
print(model(torch.tensor([[1.0, 2.0]])))
with torch.no_grad():
    for p in head.parameters():
        p.mul_(0.5)
model._modules["1"] = nn.Identity()
print(model(torch.tensor([[1.0, 2.0]])), [type(m).__name__ for m in model], len(list(model.buffers())))
counts = {type(m).__name__: sum(1 for k in model.modules() if type(k) is type(m)) for m in model.modules()}
print(counts, next(iter(model.named_children()))[0], model.training, model.eval().training, any(m.training for m in model.modules()))
