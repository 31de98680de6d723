import torch
from torch import nn
import torch.nn.functional as F
from collections import OrderedDict

torch.manual_seed(0)
x = torch.randn(96, 6)
w_true = torch.randn(6, 3)
y = (x @ w_true).argmax(1)
teacher = nn.Sequential(OrderedDict(fc1=nn.Linear(6, 24), act=nn.GELU(), fc2=nn.Linear(24, 3)))


def fit(model, loss_of, steps, lr, params=None):
    opt = torch.optim.AdamW([p for p in (params or model.parameters()) if p.requires_grad], lr=lr)
    for _ in range(steps):
        opt.zero_grad()
        loss = loss_of()
        loss.backward()
        opt.step()
    return round(loss.item(), 4)


acc = lambda m, xx=x, yy=y: round((m(xx).argmax(1) == yy).float().mean().item(), 4)
print("teacher", fit(teacher, lambda: F.cross_entropy(teacher(x), y), 60, 0.02), acc(teacher))
teacher.requires_grad_(False).eval()
student = nn.Linear(6, 3)
T = 2.0


def distill():
    s, t = student(x), teacher(x)
    soft = F.kl_div(F.log_softmax(s / T, -1), F.softmax(t / T, -1), reduction="batchmean") * T * T
    return 0.7 * soft + 0.3 * F.cross_entropy(s, y)


print("student", fit(student, distill, 60, 0.05), acc(student))


class LoRA(nn.Module):
    def __init__(self, base, r=2, alpha=4):
        super().__init__()
        self.base, self.scale = base, alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features) * 0.1)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.base(x) + F.linear(F.linear(x, self.A), self.B) * self.scale

    @torch.no_grad()
    def merge(self):
        out = nn.Linear(self.base.in_features, self.base.out_features)
        out.weight.copy_(self.base.weight + self.scale * self.B @ self.A)
        out.bias.copy_(self.base.bias)
        return out

    def extra_repr(self):
        return f"r={self.A.shape[0]}, scale={self.scale}"


def inject(module, kinds=(nn.Linear,)):
    for name, child in list(module.named_children()):
        if isinstance(child, kinds):
            setattr(module, name, LoRA(child))
        else:
            inject(child, kinds)
    return module


y2 = (x @ w_true).roll(1, 1).argmax(1)
inject(teacher)
print(teacher)
trainable = {n: p.numel() for n, p in teacher.named_parameters() if p.requires_grad}
total = sum(p.numel() for p in teacher.parameters())
print(trainable, f"{100 * sum(trainable.values()) / total:.1f}%")
before = acc(teacher, x, y2)
print("lora", fit(teacher, lambda: F.cross_entropy(teacher(x), y2), 60, 0.05), before, acc(teacher, x, y2))
out = teacher(x)
for name, child in list(teacher.named_children()):
    if isinstance(child, LoRA):
        setattr(teacher, name, child.merge())
print(torch.allclose(teacher(x), out, atol=1e-4), teacher)
acts = {}
handle = teacher.act.register_forward_hook(lambda m, i, o: acts.__setitem__("act", o.detach()))
teacher(x)
handle.remove()
H = acts["act"]
target = (x[:, 0] > 0).float()
probe = nn.Linear(H.shape[1], 1)
print("probe", fit(probe, lambda: F.binary_cross_entropy_with_logits(probe(H).squeeze(1), target) + 1e-3 * probe.weight.abs().sum(), 80, 0.05))
print(((probe(H).squeeze(1) > 0).float() == target).float().mean().round(decimals=3))
X1 = torch.cat([H, torch.ones(len(H), 1)], 1)
sol = torch.linalg.lstsq(X1, F.one_hot(y2, 3).float()).solution
print(((X1 @ sol).argmax(1) == y2).float().mean().round(decimals=3), sol.shape)
