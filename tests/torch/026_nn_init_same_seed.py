import torch
from torch import nn

def show(name, module):
    print(name, [(n, tuple(p.shape), round(p.sum().item(), 4), round(p.std(unbiased=False).item(), 4)) for n, p in module.named_parameters()])

torch.manual_seed(1)
show("linear", nn.Linear(10, 5))
show("embedding", nn.Embedding(10, 4))
show("padding", nn.Embedding(5, 3, padding_idx=0))
show("conv1d", nn.Conv1d(2, 4, 3))
show("conv2d", nn.Conv2d(3, 8, 3, bias=False))
show("convT", nn.ConvTranspose2d(2, 3, 2))
show("bilinear", nn.Bilinear(3, 4, 2))
show("rnn", nn.RNN(3, 4))
show("lstm", nn.LSTM(3, 4, num_layers=2, bidirectional=True))
show("gru", nn.GRU(3, 4, batch_first=True))
show("cells", nn.ModuleList([nn.RNNCell(2, 3), nn.LSTMCell(2, 3), nn.GRUCell(2, 3)]))
show("mha", nn.MultiheadAttention(8, 2))
show("mha kv", nn.MultiheadAttention(8, 2, kdim=4, vdim=6, add_bias_kv=True))
show("encoder", nn.TransformerEncoderLayer(8, 2, 16))
show("decoder", nn.TransformerDecoderLayer(8, 2, 16))
show("transformer", nn.Transformer(8, 2, 1, 1, 16))
show("norms", nn.Sequential(nn.LayerNorm(4), nn.BatchNorm1d(3), nn.GroupNorm(2, 4), nn.RMSNorm(3), nn.InstanceNorm1d(2, affine=True), nn.PReLU(3)))
print(torch.rand(3))
for name in ("uniform_", "normal_", "xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "orthogonal_", "trunc_normal_", "zeros_", "ones_", "eye_"):
    w = torch.empty(3, 4)
    out = getattr(nn.init, name)(w)
    print(name, [round(v, 4) for v in w.flatten().tolist()[:5]], out is w)
print(nn.init.constant_(torch.empty(2), 0.3), nn.init.dirac_(torch.empty(2, 2, 3)), nn.init.sparse_(torch.empty(4, 2), 0.5).count_nonzero(), nn.init.calculate_gain("relu"), nn.init.calculate_gain("leaky_relu", 0.2), nn.init.calculate_gain("tanh"))
lin = nn.Linear(2, 2)
nn.init.normal_(lin.weight, mean=1.0, std=0.0)
nn.init.zeros_(lin.bias)
lin.reset_parameters()
print(lin.weight, lin.bias)

def init(m):
    if isinstance(m, nn.Linear):
        nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
        m.bias.data.fill_(0.01)

net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)).apply(init)
print([p.tolist() for p in net.parameters()][1], round(net[0].weight.sum().item(), 4))
for bad in (lambda: nn.init.xavier_uniform_(torch.empty(3)), lambda: nn.init.calculate_gain("foo"), lambda: nn.init.kaiming_uniform_(torch.empty(2, 2), mode="x"), lambda: nn.init.eye_(torch.empty(2))):
    try:
        bad()
    except Exception as err:
        print(type(err).__name__, err)
