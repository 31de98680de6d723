import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
logits, target = torch.randn(4, 3), torch.tensor([0, 2, 1, 2])
p, q = torch.rand(4, 3), torch.rand(4, 3)
y = torch.tensor([1.0, -1.0, 1.0, -1.0])


def three(make, *args):
    out = []
    for r in ("none", "mean", "sum"):
        v = make(reduction=r)(*args)
        out.append(tuple(v.shape) if v.ndim else round(v.item(), 4))
    print(f"{type(make(reduction='mean')).__name__:<30}", out)


three(nn.L1Loss, p, q)
three(nn.MSELoss, p, q)
three(lambda **k: nn.SmoothL1Loss(beta=0.3, **k), p, q)
three(lambda **k: nn.HuberLoss(delta=0.2, **k), p, q)
three(nn.CrossEntropyLoss, logits, target)
three(lambda **k: nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.5]), label_smoothing=0.1, **k), logits, target)
three(lambda **k: nn.CrossEntropyLoss(ignore_index=2, **k), logits, target)
three(nn.CrossEntropyLoss, logits, p.softmax(-1))
three(lambda **k: nn.NLLLoss(weight=torch.tensor([1.0, 0.0, 3.0]), **k), logits.log_softmax(-1), target)
three(nn.BCELoss, p, (q > 0.5).float())
three(lambda **k: nn.BCEWithLogitsLoss(pos_weight=torch.tensor([1.0, 2.0, 3.0]), **k), logits, (q > 0.5).float())
three(lambda **k: nn.KLDivLoss(log_target=True, **k), p.log_softmax(-1), q.log_softmax(-1))
three(nn.KLDivLoss, p.log_softmax(-1), q.softmax(-1))
three(lambda **k: nn.PoissonNLLLoss(log_input=False, full=True, **k), p, q.round() * 3)
three(lambda **k: nn.GaussianNLLLoss(full=True, **k), p, q, torch.rand(4, 3) + 0.1)
three(nn.SoftMarginLoss, logits[:, 0], y)
three(lambda **k: nn.HingeEmbeddingLoss(margin=0.5, **k), logits[:, 0], y)
three(lambda **k: nn.MarginRankingLoss(margin=0.1, **k), p[:, 0], q[:, 0], y)
three(lambda **k: nn.CosineEmbeddingLoss(margin=0.2, **k), p, q, y)
three(lambda **k: nn.TripletMarginLoss(margin=0.5, p=1, swap=True, **k), p, q, logits)
three(lambda **k: nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: 1 - F.cosine_similarity(a, b), **k), p, q, logits)
three(lambda **k: nn.MultiMarginLoss(p=2, margin=0.7, **k), logits, target)
three(nn.MultiLabelSoftMarginLoss, logits, (q > 0.5).float())
three(nn.MultiLabelMarginLoss, logits, torch.tensor([[0, -1, -1], [1, 2, -1], [2, -1, 0], [0, 1, 2]]))
lp = torch.randn(6, 2, 4).log_softmax(-1)
three(lambda **k: nn.CTCLoss(zero_infinity=True, **k), lp, torch.tensor([[1, 2, 2], [3, 1, 0]]), torch.tensor([6, 5]), torch.tensor([3, 2]))
print(F.kl_div(p.log_softmax(-1), q.softmax(-1), reduction="batchmean").round(decimals=4))
asm = nn.AdaptiveLogSoftmaxWithLoss(8, 20, cutoffs=[4, 10], div_value=2.0)
h = torch.randn(5, 8)
out = asm(h, torch.tensor([0, 5, 19, 3, 11]))
print(out.output.round(decimals=4), out.loss.round(decimals=4), asm.log_prob(h).exp().sum(1), asm.predict(h))
print(asm)
for f in (lambda: nn.CrossEntropyLoss()(logits, torch.tensor([0, 1, 2, 3])), lambda: nn.MSELoss(reduction="avg")(p, q), lambda: nn.BCELoss()(p, q[:2]), lambda: F.l1_loss(p, q[:2]), lambda: nn.NLLLoss()(logits, target.float()),
          lambda: nn.CrossEntropyLoss()(logits, target[:2]), lambda: nn.HuberLoss(delta=0.0)(p, q), lambda: nn.GaussianNLLLoss()(p, q, -torch.ones(4, 3)), lambda: nn.TripletMarginLoss(p=2, margin=-1)(p, q, logits),
          lambda: asm(h, torch.tensor([0, 1, 2, 3, 20])), lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 10, [5, 3]), lambda: nn.CosineEmbeddingLoss()(p, q, torch.ones(4, 1)), lambda: nn.BCEWithLogitsLoss()(logits, target), lambda: nn.CTCLoss()(lp, torch.tensor([[1]]), [6, 6, 6], [1])):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:160])
img_logits, seg = torch.randn(2, 3, 2, 2), torch.randint(0, 3, (2, 2, 2))
print(F.cross_entropy(img_logits, seg).round(decimals=4), F.cross_entropy(img_logits, seg, reduction="none").shape, F.nll_loss(img_logits.log_softmax(1), seg, ignore_index=0).round(decimals=4))
w = torch.tensor([1.0, 2.0, 3.0, 4.0])
print(F.mse_loss(p[:, 0], q[:, 0], weight=w).round(decimals=4), nn.CosineSimilarity(dim=1)(p, q).round(decimals=4), nn.PairwiseDistance(p=1, keepdim=True)(p, q).shape)
logits.requires_grad_()
F.cross_entropy(logits, target, label_smoothing=0.2).backward()
print(logits.grad.round(decimals=4), nn.CrossEntropyLoss(weight=w).weight, list(nn.CrossEntropyLoss(weight=w).state_dict()))
