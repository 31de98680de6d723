import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.ones(2, 3)
print(nn.Linear(3, 2)(input=x).shape, nn.Linear(3, 2).forward(x).shape, nn.Sequential(nn.Flatten(0), nn.Unflatten(0, (2, 3)))(x).shape)
print(nn.ReLU()(-x), nn.Softmax(dim=-1)(x), nn.LogSoftmax(dim=1)(x), nn.LayerNorm(3)(x), nn.Dropout(0.0)(x), nn.Identity()(x) is x, nn.GELU(approximate='tanh')(x)[0], nn.Hardtanh()(x * 2), nn.Threshold(0.5, 7)(x))
print(nn.MSELoss()(x, x * 2), nn.L1Loss()(x, x * 2), nn.CrossEntropyLoss()(x, torch.tensor([0, 1])), nn.BCEWithLogitsLoss()(x, x), nn.NLLLoss()(F.log_softmax(x, 1), torch.tensor([0, 0])), nn.SmoothL1Loss()(x, x), nn.KLDivLoss(reduction='batchmean')(x.log_softmax(1), x.softmax(1)))
print(nn.CosineSimilarity(dim=1)(x, x), nn.PairwiseDistance()(x, x + 1), nn.Embedding(4, 2)(torch.tensor([[1, 2]])).shape, nn.BatchNorm1d(3)(x + torch.arange(2.0)[:, None]), nn.GroupNorm(1, 3)(x[..., None]).shape)
print(nn.Conv1d(3, 2, 1)(x[..., None]).shape, nn.AvgPool1d(3)(x[None]), nn.MaxPool1d(2)(x[None]), nn.AdaptiveAvgPool1d(1)(x[None]), nn.ZeroPad1d(1)(x[None]), nn.Upsample(scale_factor=2)(x[None]).shape, nn.PixelShuffle(1)(x[None, None]).shape)
print([type(m).__name__ for m in nn.Transformer(4, 2, 1, 1, 8).modules()][:6], len(list(nn.LSTM(2, 3, 2).parameters())), nn.GRU(3, 2)(x[None].transpose(0, 1))[0].shape)
print(nn.Linear(3, 1).to(torch.float64).weight.dtype, nn.Linear(3, 1).half().bias.dtype, nn.Linear(3, 1).eval().training, nn.Linear(3, 1).requires_grad_(False).weight.requires_grad, nn.Linear(3, 1, bias=False).bias)
