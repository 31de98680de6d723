import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
logits, target = torch.randn(4, 3), torch.tensor([0, 2, 1, 2])
a, b = torch.rand(4, 3), torch.rand(4, 3)
s = lambda t: round(t.item(), 5) if t.ndim == 0 else [round(v, 4) for v in t.flatten().tolist()]
print(s(F.cross_entropy(logits, target)), s(F.cross_entropy(logits, target, reduction="none")), s(F.cross_entropy(logits, target, reduction="sum")), s(F.cross_entropy(logits, target, weight=torch.tensor([1.0, 2.0, 0.5]))), s(F.cross_entropy(logits, target, label_smoothing=0.1)), s(F.cross_entropy(logits, torch.tensor([0, -100, 1, -100]))), s(F.cross_entropy(logits, a.softmax(-1))), s(F.cross_entropy(logits.view(2, 2, 3).transpose(1, 2), target.view(2, 2))), s(F.cross_entropy(logits[0], target[0])), s(F.cross_entropy(logits, target, ignore_index=2)))
print(s(F.nll_loss(logits.log_softmax(-1), target)), s(F.mse_loss(a, b)), s(F.mse_loss(a, b, reduction="sum")), s(F.l1_loss(a, b)), s(F.smooth_l1_loss(a, b, beta=0.5)), s(F.huber_loss(a, b, delta=0.3)), s(F.binary_cross_entropy(a, (b > 0.5).float())), s(F.binary_cross_entropy_with_logits(logits, (b > 0.5).float())), s(F.binary_cross_entropy_with_logits(logits, (b > 0.5).float(), pos_weight=torch.tensor([2.0, 1.0, 1.0]))), s(F.kl_div(a.log_softmax(-1), b.softmax(-1), reduction="batchmean")), s(F.kl_div(a.log_softmax(-1), b.log_softmax(-1), reduction="sum", log_target=True)), s(F.kl_div(a.log(), b)))
print(s(F.cosine_embedding_loss(a, b, torch.tensor([1, -1, 1, -1]))), s(F.hinge_embedding_loss(logits, torch.sign(b - 0.5))), s(F.margin_ranking_loss(a[:, 0], b[:, 0], torch.tensor([1.0, -1.0, 1.0, 1.0]), margin=0.1)), s(F.triplet_margin_loss(a, b, logits)), s(F.soft_margin_loss(logits, torch.sign(b - 0.5))), s(F.multi_margin_loss(logits, target)), s(F.multilabel_soft_margin_loss(logits, (b > 0.5).float())), s(F.multilabel_margin_loss(logits, torch.tensor([[0, 1, -1]] * 4))), s(F.poisson_nll_loss(a, b)), s(F.gaussian_nll_loss(a, b, torch.ones(4, 3))), s(F.ctc_loss(torch.randn(5, 1, 4).log_softmax(-1), torch.tensor([[1, 2]]), torch.tensor([5]), torch.tensor([2]))), s(F.cosine_similarity(a, b)), s(F.pairwise_distance(a, b)), s(F.triplet_margin_with_distance_loss(a, b, logits, distance_function=lambda x, y: (x - y).abs().sum(-1))))
for loss in (nn.MSELoss(), nn.L1Loss(reduction="sum"), nn.SmoothL1Loss(), nn.HuberLoss(delta=0.5), nn.KLDivLoss(reduction="batchmean"), nn.BCELoss()):
    print(type(loss).__name__, s(loss(a.log() if "KL" in type(loss).__name__ else a, (b > 0.5).float() if "BCE" in type(loss).__name__ else b)))
print(s(nn.CrossEntropyLoss()(logits, target)), s(nn.CrossEntropyLoss(weight=torch.ones(3), reduction="none")(logits, target)), s(nn.NLLLoss()(logits.log_softmax(1), target)), s(nn.BCEWithLogitsLoss()(logits, b)), s(nn.TripletMarginLoss(margin=2.0)(a, b, logits)), s(nn.CosineEmbeddingLoss()(a, b, torch.ones(4))), s(nn.MarginRankingLoss()(a[:, 0], b[:, 0], torch.ones(4))), s(nn.GaussianNLLLoss()(a, b, torch.ones(4, 3))), s(nn.MultiMarginLoss()(logits, target)), s(nn.PoissonNLLLoss()(a, b)), s(nn.SoftMarginLoss()(a, torch.ones(4, 3))))
for bad in (lambda: F.mse_loss(a, b[:2]), lambda: F.cross_entropy(logits, target[:2]), lambda: F.cross_entropy(logits, target.float()), lambda: F.mse_loss(a, b, reduction="avg"), lambda: F.binary_cross_entropy(a, b[:2]), lambda: F.binary_cross_entropy(logits, b), lambda: F.binary_cross_entropy_with_logits(a, b[:, :2]), lambda: F.nll_loss(logits, torch.tensor([0, 1, 2, 3])), lambda: nn.CrossEntropyLoss(reduction="x")(logits, target), lambda: F.triplet_margin_loss(a, b, logits, margin=-1.0)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:120])
