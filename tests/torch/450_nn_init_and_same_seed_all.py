import torch
from torch import nn

layers = {
    "Linear": lambda: nn.Linear(5, 3), "Bilinear": lambda: nn.Bilinear(2, 3, 4), "Conv1d": lambda: nn.Conv1d(2, 3, 3), "Conv2d": lambda: nn.Conv2d(2, 4, (3, 2), groups=2), "Conv3d": lambda: nn.Conv3d(1, 2, 2),
    "ConvT1d": lambda: nn.ConvTranspose1d(2, 3, 3), "ConvT2d": lambda: nn.ConvTranspose2d(2, 2, 2, bias=False), "Embedding": lambda: nn.Embedding(4, 3, padding_idx=1), "EmbeddingBag": lambda: nn.EmbeddingBag(4, 3), "RNN": lambda: nn.RNN(2, 3, 2),
    "LSTM": lambda: nn.LSTM(2, 3, proj_size=2), "GRU": lambda: nn.GRU(2, 3, bidirectional=True), "LSTMCell": lambda: nn.LSTMCell(2, 3), "GRUCell": lambda: nn.GRUCell(2, 3), "RNNCell": lambda: nn.RNNCell(2, 3),
    "MHA": lambda: nn.MultiheadAttention(4, 2), "MHA kv": lambda: nn.MultiheadAttention(4, 2, kdim=3, vdim=5, add_bias_kv=True), "EncLayer": lambda: nn.TransformerEncoderLayer(4, 2, 8), "DecLayer": lambda: nn.TransformerDecoderLayer(4, 2, 8), "Transformer": lambda: nn.Transformer(4, 2, 1, 1, 8),
    "LayerNorm": lambda: nn.LayerNorm(3), "BatchNorm": lambda: nn.BatchNorm2d(3), "GroupNorm": lambda: nn.GroupNorm(1, 3), "PReLU": lambda: nn.PReLU(2), "Adaptive": lambda: nn.AdaptiveLogSoftmaxWithLoss(4, 10, [3, 6]),
}
for name, make in layers.items():
    torch.manual_seed(11)
    m = make()
    flat = torch.cat([p.detach().flatten() for p in m.parameters()])
    after = torch.rand(1).item()
    print(f"{name:<13} {flat.numel():4d} {flat.sum().item():9.4f} {flat.abs().mean().item():.4f} {flat[0].item():8.4f} {after:.4f}")
w = torch.empty(4, 6)
c = torch.empty(3, 2, 3, 3)
for name, f in {
    "uniform": lambda t: nn.init.uniform_(t, -0.3, 0.3), "normal": lambda t: nn.init.normal_(t, 1.0, 0.2), "trunc": lambda t: nn.init.trunc_normal_(t, std=0.5, a=-0.6, b=0.6), "xavier_u": lambda t: nn.init.xavier_uniform_(t, gain=2.0), "xavier_n": nn.init.xavier_normal_,
    "kaiming_u": lambda t: nn.init.kaiming_uniform_(t, mode="fan_out", nonlinearity="leaky_relu", a=0.2), "kaiming_n": nn.init.kaiming_normal_, "orthogonal": lambda t: nn.init.orthogonal_(t, 1.5), "ones": nn.init.ones_, "const": lambda t: nn.init.constant_(t, 0.7)}.items():
    torch.manual_seed(5)
    a = f(w).clone()
    b = f(c).clone()
    print(f"{name:<11} {a.sum().item():9.4f} {a.std().item():.4f} {b.sum().item():9.4f} {b.abs().max().item():.4f}")
torch.manual_seed(6)
print(nn.init.sparse_(torch.empty(5, 4), 0.4).eq(0).sum(0), nn.init.eye_(torch.empty(2, 3)), nn.init.dirac_(torch.empty(2, 2, 3))[:, :, 1])
print([round(nn.init.calculate_gain(k, *a), 4) for k, a in (("relu", ()), ("tanh", ()), ("leaky_relu", (0.1,)), ("selu", ()), ("sigmoid", ()), ("linear", ()))])
print(nn.init._calculate_fan_in_and_fan_out(c), nn.init.xavier_uniform_(torch.empty(2, 2), generator=torch.Generator().manual_seed(1)))
for f in (lambda: nn.init.xavier_uniform_(torch.empty(3)), lambda: nn.init.calculate_gain("swish"), lambda: nn.init.kaiming_uniform_(w, mode="fan"), lambda: nn.init.eye_(c), lambda: nn.init.dirac_(w), lambda: nn.init.orthogonal_(torch.empty(3)), lambda: nn.init.sparse_(c, 0.1), lambda: nn.init.uniform_(nn.Linear(1, 1).weight * 1, 0, 1).requires_grad):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, str(e)[:120])
torch.manual_seed(0)
big = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 4))
x = torch.randn(32, 8)
for layer in big:
    x = layer(x)
    print(f"{type(layer).__name__:<7} mean {x.mean().item():7.4f} std {x.std().item():.4f}")
