import torch
from torch import nn

class LM(nn.Module):
    def __init__(self, v, d):
        super().__init__()
        self.embed = nn.Embedding(v, d)
        self.block = nn.Linear(d, d)
        self.head = nn.Linear(d, v, bias=False)
        self.head.weight = self.embed.weight

    def forward(self, ids):
        return self.head(torch.tanh(self.block(self.embed(ids))))

torch.manual_seed(0)
m = LM(5, 3)
print(m.head.weight is m.embed.weight, [n for n, _ in m.named_parameters()], [n for n, _ in m.named_parameters(remove_duplicate=False)], len(m.state_dict()), sum(p.numel() for p in m.parameters()))
ids = torch.tensor([[0, 1, 2]])
loss = nn.functional.cross_entropy(m(ids)[:, :-1].flatten(0, 1), ids[:, 1:].flatten())
loss.backward()
print(loss, m.embed.weight.grad, m.head.weight.grad is m.embed.weight.grad)
torch.optim.SGD(m.parameters(), lr=0.5).step()
print(torch.equal(m.head.weight, m.embed.weight), m(ids)[0, 0])
shared = nn.Linear(2, 2)
net = nn.Sequential(shared, nn.ReLU(), shared)
print(len(list(net.parameters())), list(net.state_dict()), net, len(list(net.modules())))
m2 = LM(5, 3)
m2.load_state_dict(m.state_dict())
print(torch.equal(m2(ids), m(ids)), m2.head.weight is m2.embed.weight)
