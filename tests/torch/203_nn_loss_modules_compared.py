import torch
from torch import nn

torch.manual_seed(0)
p, t = torch.randn(4, 3), torch.tensor([0, 2, 1, 1])
soft = torch.softmax(torch.randn(4, 3), -1)
for r in ("mean", "sum", "none"):
    print(r, nn.CrossEntropyLoss(reduction=r)(p, t), nn.CrossEntropyLoss(reduction=r)(p, soft), nn.MSELoss(reduction=r)(p, soft), nn.NLLLoss(reduction=r)(p.log_softmax(1), t))
print(nn.KLDivLoss(reduction="batchmean")(p.log_softmax(1), soft), nn.BCEWithLogitsLoss()(p, soft), nn.BCELoss()(p.sigmoid(), soft), nn.SmoothL1Loss()(p, soft), nn.HuberLoss(delta=0.5)(p, soft), nn.L1Loss()(p, soft), nn.PoissonNLLLoss()(p, soft), nn.SoftMarginLoss()(p, p.sign()), nn.MultiMarginLoss()(p, t), nn.CosineEmbeddingLoss()(p, soft, torch.tensor([1, -1, 1, -1])), nn.TripletMarginLoss()(p, p + 0.1, -p), nn.MarginRankingLoss()(p[:, 0], p[:, 1], torch.ones(4)), nn.HingeEmbeddingLoss()(p, p.sign()), nn.GaussianNLLLoss()(p, soft, torch.ones(4, 3)), nn.MultiLabelSoftMarginLoss()(p, (soft > 0.3).float()))
ce = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0]), ignore_index=0, label_smoothing=0.1)
print(ce(p, t), ce, ce.weight, nn.CrossEntropyLoss()(p.T[None], torch.tensor([[0, 1, 2, 0]]) * 0 + torch.tensor([[0, 1, 2, 0]])) if False else 0)
hand = -(p - p.logsumexp(1, keepdim=True))[torch.arange(4), t].mean()
print(hand, torch.allclose(hand, nn.functional.cross_entropy(p, t)))
