import torch
from torch import nn
from torch.optim import Adafactor, Muon, SparseAdam

torch.manual_seed(0)


def problem():
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(4, 6, bias=False), nn.Tanh(), nn.Linear(6, 2, bias=False))
    x, y = torch.randn(16, 4), torch.randn(16, 2)
    return net, lambda: (net(x) - y).pow(2).mean()


def run(make, steps=6):
    net, loss_of = problem()
    opt = make(net.parameters())
    out = []
    for _ in range(steps):
        opt.zero_grad()
        loss = loss_of()
        loss.backward()
        opt.step()
        out.append(round(loss.item(), 5))
    return opt, out


for label, make in {
    "muon": lambda p: Muon(p, lr=0.05),
    "muon plain": lambda p: Muon(p, lr=0.05, nesterov=False, momentum=0.5, weight_decay=0.0, ns_steps=3),
    "muon adjusted": lambda p: Muon(p, lr=0.02, adjust_lr_fn="match_rms_adamw"),
    "adafactor": lambda p: Adafactor(p, lr=0.05),
    "adafactor wd": lambda p: Adafactor(p, lr=0.1, beta2_decay=-0.5, eps=(1e-8, 1e-2), d=1.5, weight_decay=0.1),
}.items():
    opt, losses = run(make)
    print(label, losses)
    state = opt.state_dict()["state"][0]
    print("  ", {k: tuple(v.shape) if torch.is_tensor(v) else v for k, v in state.items()})
print(opt)
print(run(lambda p: Muon(p))[0])
emb = nn.Embedding(6, 3, sparse=True)
opt = SparseAdam(emb.parameters(), lr=0.1)
before = emb.weight.detach().clone()
for _ in range(3):
    opt.zero_grad()
    emb(torch.tensor([1, 4, 1])).pow(2).sum().backward()
    opt.step()
moved = (emb.weight.detach() - before).abs().sum(1)
print(moved > 0, emb.weight[1], opt)
print({k: tuple(v.shape) if torch.is_tensor(v) else v for k, v in opt.state_dict()["state"][0].items()})
vec = nn.Parameter(torch.ones(3))
for f in (lambda: Muon([vec]), lambda: Muon([nn.Parameter(torch.ones(2, 2))], lr=-1), lambda: Muon([nn.Parameter(torch.ones(2, 2))], adjust_lr_fn="none"), lambda: Adafactor([vec], lr=-1.0), lambda: Adafactor([vec], d=0.5),
          lambda: Adafactor([vec], beta2_decay=0.1), lambda: SparseAdam([vec], betas=(1.2, 0.9)), lambda: SparseAdam([vec], lr=0.0)):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
vec.grad = torch.ones(3)
try:
    SparseAdam([vec]).step()
except RuntimeError as e:
    print(e)
af = Adafactor([vec], lr=0.1)
for _ in range(3):
    vec.grad = 2 * vec.detach()
    af.step()
print(vec, af.state[vec]["step"], list(af.state[vec]))
