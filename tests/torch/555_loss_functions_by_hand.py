import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
logits, target = torch.randn(4, 3), torch.tensor([0, 2, 1, 2])
logp = logits.log_softmax(1)
print(F.cross_entropy(logits, target), -logp[range(4), target].mean(), F.nll_loss(logp, target), nn.CrossEntropyLoss(reduction="sum")(logits, target))
smooth = 0.1
soft = torch.full_like(logits, smooth / 3).scatter(1, target[:, None], 1 - smooth + smooth / 3)
print(F.cross_entropy(logits, target, label_smoothing=smooth), -(soft * logp).sum(1).mean(), F.cross_entropy(logits, soft))
weight = torch.tensor([1.0, 2.0, 3.0])
print(F.cross_entropy(logits, target, weight=weight), (-logp[range(4), target] * weight[target]).sum() / weight[target].sum(), F.cross_entropy(logits, torch.tensor([0, -100, 1, -100])))
p, y = torch.rand(5), torch.tensor([0.0, 1.0, 1.0, 0.0, 1.0])
print(F.binary_cross_entropy(p, y), F.binary_cross_entropy_with_logits(p, y, pos_weight=torch.tensor(2.0)), nn.BCEWithLogitsLoss(reduction="none")(p, y))
a, b = torch.randn(4, 3), torch.randn(4, 3)
print(F.mse_loss(a, b), F.l1_loss(a, b), F.smooth_l1_loss(a, b), F.huber_loss(a, b, delta=0.5), nn.MSELoss(reduction="sum")(a, b))
print(F.cosine_embedding_loss(a, b, torch.tensor([1, -1, 1, -1])), F.triplet_margin_loss(a, b, -a), F.margin_ranking_loss(a[:, 0], b[:, 0], torch.ones(4)), F.hinge_embedding_loss(a, torch.ones(4, 3)))
print(F.kl_div(logp, soft, reduction="batchmean"), F.kl_div(logp, soft.log(), log_target=True, reduction="sum"), F.poisson_nll_loss(a, b.abs()), F.gaussian_nll_loss(a, b, torch.ones(4, 3)), F.soft_margin_loss(a, torch.ones(4, 3)))
print(F.multi_margin_loss(logits, target), F.multilabel_soft_margin_loss(a, (b > 0).float()), F.ctc_loss(torch.randn(6, 2, 4).log_softmax(2), torch.tensor([[1, 2], [3, 1]]), torch.tensor([6, 6]), torch.tensor([2, 2])))
seq = torch.randn(2, 5, 7)
ids = torch.randint(7, (2, 5))
print(F.cross_entropy(seq.transpose(1, 2), ids), F.cross_entropy(seq.flatten(0, 1), ids.flatten()), F.cross_entropy(seq.permute(0, 2, 1), ids, reduction="none").shape)
for bad in (lambda: F.cross_entropy(logits, target[:2]), lambda: F.mse_loss(a, b[:2]), lambda: F.cross_entropy(logits, target.float()), lambda: F.nll_loss(logp, torch.tensor([0, 1, 2, 3])), lambda: F.binary_cross_entropy(a, b)):
    try:
        bad()
        print("fine")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
