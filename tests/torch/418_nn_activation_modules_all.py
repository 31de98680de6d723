import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.tensor([-3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 3.0, 7.0], requires_grad=True)
mods = [nn.ReLU(), nn.ReLU6(), nn.ELU(alpha=0.5), nn.SELU(), nn.CELU(alpha=1.3), nn.GELU(), nn.GELU(approximate="tanh"), nn.SiLU(), nn.Mish(), nn.LeakyReLU(0.1),
        nn.PReLU(), nn.Softplus(beta=2, threshold=5), nn.Softsign(), nn.Tanh(), nn.Tanhshrink(), nn.Sigmoid(), nn.LogSigmoid(), nn.Hardtanh(-2.0, 0.7), nn.Hardsigmoid(),
        nn.Hardswish(), nn.Hardshrink(0.7), nn.Softshrink(0.6), nn.Threshold(0.2, -9.0), nn.RReLU(0.1, 0.3).eval(), nn.Softmax(dim=0), nn.LogSoftmax(dim=0), nn.Softmin(dim=0), nn.GLU(0)]
for m in mods:
    x.grad = None
    y = m(x)
    y.sum().backward()
    print(m, [round(v, 4) for v in y.tolist()], [round(v, 3) for v in x.grad.tolist()])
torch.manual_seed(1)
r = nn.RReLU(0.1, 0.5)
y = r(torch.full((5,), -1.0))
print(y, (y >= -0.5).all().item() and (y <= -0.1).all().item(), r)
pr = nn.PReLU(3, init=0.1)
print(pr(torch.full((2, 3, 2), -1.0))[0], pr.weight, pr)
inp = torch.tensor([-1.0, 2.0])
act = nn.ReLU(inplace=True)
print(act(inp) is inp, inp, act, nn.ELU(inplace=True), nn.SiLU(inplace=True), nn.Dropout(0.2, inplace=True), nn.LeakyReLU(inplace=True), nn.Hardtanh(inplace=True))
print(nn.Softmax2d()(torch.ones(1, 4, 1, 2)).flatten(), nn.Softmax2d())
print(F.gumbel_softmax(torch.tensor([[1.0, 2.0, 3.0]]), tau=0.5), F.gumbel_softmax(torch.tensor([[1.0, 2.0, 3.0]]), hard=True).sum())
for f in (lambda: nn.Hardtanh(2, 1), lambda: nn.GLU()(torch.ones(3)), lambda: nn.Softshrink(-1.0)(x), lambda: nn.GELU("fast")(x), lambda: nn.RReLU(0.5, 0.1)(x), lambda: nn.Softmax2d()(torch.ones(2)),
          lambda: nn.PReLU(3)(torch.ones(2, 2)), lambda: nn.Softmax(dim=2)(torch.ones(2, 2)), lambda: F.relu("x"), lambda: nn.Threshold(1.0), lambda: F.gelu(torch.ones(2, dtype=torch.long)), lambda: nn.Tanh(3)):
    try:
        print("fine", f().shape)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:150])
print(F.softmax(torch.tensor([1, 2]), dim=0, dtype=torch.float64), F.log_softmax(torch.ones(2, 2), -1), F.softmin(torch.tensor([1.0, 2.0]), 0))
print(F.hardtanh(x.detach(), -1, 1), F.relu6(x.detach()), F.threshold(x.detach(), 0.0, 5.0)[:3], F.glu(torch.tensor([1.0, 2.0, 0.0, 0.0])), F.prelu(torch.tensor([-2.0]), torch.tensor([0.25])))
t = torch.tensor([-1.0, 1.0])
print(F.relu_(t) is t, t, F.elu_(torch.tensor([-1.0])), F.leaky_relu(torch.tensor([-1.0]), 0.2), F.celu(torch.tensor([-1.0]), 2.0), F.logsigmoid(torch.tensor([0.0])), F.rrelu(torch.tensor([-1.0]), 0.25, 0.25))


class Swish(nn.Module):
    def __init__(self, beta=1.0):
        super().__init__()
        self.beta = nn.Parameter(torch.tensor(beta))

    def forward(self, x):
        return x * torch.sigmoid(self.beta * x)

    def extra_repr(self):
        return f"beta={self.beta.item():.2f}"


s = Swish()
s(torch.tensor([1.0, -2.0])).sum().backward()
print(s, s.beta.grad, torch.allclose(s(x), F.silu(x)))
