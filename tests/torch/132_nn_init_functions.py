import torch
from torch import nn

torch.manual_seed(0)
w = torch.empty(3, 4)
for name in ("uniform_", "normal_", "xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "orthogonal_", "trunc_normal_", "eye_", "ones_", "zeros_"):
    print(name, getattr(nn.init, name)(w))
print(nn.init.constant_(w, 0.3), nn.init.sparse_(torch.empty(3, 3), 0.34), nn.init.dirac_(torch.empty(2, 2, 3)), nn.init.uniform_(w, -1, 1)[0], nn.init.normal_(w, mean=1.0, std=0.02)[0], nn.init.trunc_normal_(w, std=0.5, a=-1, b=1)[0])
print(nn.init.calculate_gain("relu"), nn.init.calculate_gain("leaky_relu", 0.2), nn.init.calculate_gain("tanh"), nn.init.kaiming_uniform_(w, a=0.1, mode="fan_out", nonlinearity="leaky_relu")[0])
torch.manual_seed(1)
print(nn.Linear(3, 2).weight, nn.Conv2d(1, 2, 2).bias, nn.Embedding(3, 2).weight, nn.LSTM(2, 1).weight_ih_l0, nn.GRUCell(1, 1).bias_hh, nn.MultiheadAttention(2, 1).in_proj_weight, nn.Bilinear(1, 2, 1).weight)
torch.manual_seed(2)
layer = nn.TransformerEncoderLayer(4, 2, 4, dropout=0.0)
print(layer.linear1.weight, layer.self_attn.out_proj.weight, layer.norm1.weight, sum(p.sum().item() for p in layer.parameters()))
try:
    nn.init.xavier_uniform_(torch.empty(3))
except ValueError as err:
    print(err)
