import torch
from torch import nn


class Rotary(nn.Module):
    def __init__(self, dim, base=10000):
        super().__init__()
        self.dim, self.base = dim, base

    def extra_repr(self):
        return f"dim={self.dim}, base={self.base}"


class Attention(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.qkv = nn.Linear(d, 3 * d, bias=False)
        self.proj = nn.Linear(d, d)
        self.rotary = Rotary(d // h)
        self.drop = nn.Dropout(0.1)


class Multi(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.ReLU()

    def extra_repr(self):
        return "line one\nline two"


class Lone(nn.Module):
    def extra_repr(self):
        return "a=1\nb=2"


class Block(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln_1 = nn.LayerNorm(d, eps=1e-6)
        self.attn = Attention(d, h)
        self.mlp = nn.ModuleDict({"up": nn.Linear(d, 4 * d), "act": nn.GELU(approximate="tanh"), "down": nn.Linear(4 * d, d)})


class GPT(nn.Module):
    def __init__(self, vocab=50, d=8, h=2, layers=3):
        super().__init__()
        self.wte = nn.Embedding(vocab, d, padding_idx=0)
        self.wpe = nn.Embedding(16, d)
        self.blocks = nn.ModuleList(Block(d, h) for _ in range(layers))
        self.norm = nn.RMSNorm(d)
        self.lm_head = nn.Linear(d, vocab, bias=False)
        self.lm_head.weight = self.wte.weight


model = GPT()
print(model)
print(Multi(), Lone(), Rotary(4), nn.Module())
print(nn.Sequential())
print(nn.ModuleList([nn.Linear(1, 1)] * 3))
print(nn.ModuleList([nn.Linear(1, 1), nn.Linear(1, 1), nn.ReLU(), nn.ReLU(), nn.Linear(1, 1)]))
print(nn.Sequential(nn.Sequential(nn.Sequential(nn.Identity()))))
print(repr(model.blocks[1].attn))
print(f"{model.norm}", str(model.wpe))
print(f"{sum(p.numel() for p in model.parameters()):,}")
print(nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, batch_first=True), 2))
print(nn.LSTM(3, 4, num_layers=2, bidirectional=True, dropout=0.2), nn.GRUCell(2, 3), nn.RNN(2, 2, nonlinearity="relu", batch_first=True))
print(nn.MultiheadAttention(4, 2))
print([str(m) for m in (nn.Conv2d(3, 8, (3, 5), stride=2, padding="valid", groups=1, bias=False), nn.ConvTranspose1d(2, 2, 3, output_padding=0, dilation=2),
                        nn.MaxPool2d(2, ceil_mode=True), nn.AdaptiveAvgPool2d((None, 3)), nn.Upsample(scale_factor=2, mode="bilinear"), nn.Upsample(size=4),
                        nn.ZeroPad2d(1), nn.Softmax(dim=-1), nn.PReLU(3), nn.Threshold(0.1, 20), nn.Unflatten(1, (2, 3)), nn.CosineSimilarity(), nn.GroupNorm(2, 4),
                        nn.BatchNorm2d(3, momentum=None), nn.InstanceNorm1d(2), nn.LocalResponseNorm(2), nn.EmbeddingBag(3, 2, mode="sum"), nn.Bilinear(1, 2, 3),
                        nn.CrossEntropyLoss(), nn.Fold((4, 4), 2), nn.PixelShuffle(2), nn.Hardtanh(-2, 2), nn.GLU(), nn.RReLU(), nn.ELU(0.5), nn.Softplus(), nn.Flatten(0, 1))])
