import torch
import torch.nn.functional as F

x = torch.linspace(-2, 2, 5)
for name in ("relu", "gelu", "silu", "sigmoid", "tanh", "elu", "selu", "leaky_relu", "softplus", "softsign", "hardtanh", "relu6", "mish", "hardswish", "hardsigmoid", "logsigmoid", "tanhshrink", "softshrink", "hardshrink", "celu", "rrelu"):
    y = x.clone().requires_grad_()
    out = getattr(F, name)(y)
    out.sum().backward()
    print(f"{name:<12}", [round(v, 4) for v in out.tolist()], [round(v, 4) for v in y.grad.tolist()])
print(F.gelu(x, approximate="tanh"), F.elu(x, alpha=0.5), F.leaky_relu(x, 0.2), F.softplus(x, beta=2), F.hardtanh(x, -0.5, 0.5), F.threshold(x, 0.5, -1.0), F.prelu(x, torch.tensor([0.25])), F.glu(torch.arange(4.0)))
print(F.softmax(x, dim=0), F.softmin(x, dim=0), F.log_softmax(x, -1), x.softmax(-1).sum(), F.softmax(x, dim=-1, dtype=torch.float64).dtype, F.normalize(x, dim=0), F.gumbel_softmax(torch.zeros(2), hard=True).sum())
print(torch.nn.GELU(), torch.nn.LeakyReLU(0.1), torch.nn.Softmax(dim=-1), torch.nn.ReLU(inplace=True), torch.nn.ELU(), torch.nn.PReLU(), torch.nn.Softplus(), torch.nn.Hardtanh(), torch.nn.GELU("tanh"), torch.nn.Threshold(0.1, 20), torch.nn.GLU(), torch.nn.CELU(), torch.nn.SiLU(), torch.nn.RReLU(), torch.nn.LogSoftmax(1))
print(torch.nn.PReLU(3).weight, F.relu(x, inplace=True), x, torch.relu_(torch.tensor([-1.0, 1.0])))
