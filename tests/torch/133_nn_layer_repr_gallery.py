import torch
from torch import nn

class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.norm = nn.LayerNorm(d)
        self.attn = nn.MultiheadAttention(d, 2, batch_first=True)
        self.mlp = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Dropout(0.1), nn.Linear(4 * d, d))
        self.scale = nn.Parameter(torch.ones(d))
        self.register_buffer("mask", torch.zeros(d))

    def extra_repr(self):
        return f"d={self.scale.numel()}"

net = nn.Sequential(Block(4), Block(4))
print(net)
print(nn.ModuleList([nn.Linear(1, 1), nn.Linear(1, 1), nn.ReLU()]), nn.ModuleDict({"a": nn.Linear(1, 2), "b": nn.Tanh()}), nn.ParameterList([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(1, 3))]), nn.ParameterDict({"w": nn.Parameter(torch.zeros(2))}))
print(nn.Embedding(10, 3, padding_idx=0), nn.EmbeddingBag(4, 2, mode="sum"), nn.BatchNorm1d(3), nn.BatchNorm2d(3, affine=False), nn.GroupNorm(2, 4), nn.InstanceNorm2d(3), nn.RMSNorm(4), nn.LayerNorm((2, 3), elementwise_affine=False), nn.LocalResponseNorm(2))
print(nn.LSTM(3, 4, 2, batch_first=True, dropout=0.1), nn.GRU(3, 4, bidirectional=True), nn.RNN(2, 2, nonlinearity="relu"), nn.LSTMCell(2, 3), nn.GRUCell(2, 3, bias=False), nn.Bilinear(2, 3, 4), nn.Identity(), nn.Flatten(), nn.Unflatten(1, (2, 3)), nn.Upsample(scale_factor=2), nn.PixelShuffle(2), nn.ZeroPad2d(1), nn.ReflectionPad1d(2), nn.ConstantPad2d((1, 2, 3, 4), 0.5))
print(nn.CrossEntropyLoss(), nn.MSELoss(reduction="sum"), nn.BCEWithLogitsLoss(), nn.NLLLoss(), nn.KLDivLoss(), nn.HuberLoss(), nn.CosineSimilarity(dim=1), nn.PairwiseDistance(), nn.TripletMarginLoss(), nn.Fold((2, 2), 2), nn.Unfold(3), nn.Dropout2d(), nn.AlphaDropout(0.2), nn.Softmax2d(), nn.LogSoftmax(-1), nn.AdaptiveMaxPool1d(3), nn.MaxUnpool2d(2), nn.LPPool2d(2, 3))
print(nn.TransformerEncoderLayer(4, 2, 8), nn.Transformer(4, 2, 1, 1, 8))
