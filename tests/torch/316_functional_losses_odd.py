# Losses with weights, ignore_index, smoothing, probabilities, dimensions, reductions; ctc; and their errors.
import torch
import torch.nn.functional as F

torch.manual_seed(1)
logits = torch.randn(4, 3)
target = torch.tensor([0, 2, 1, 2])
weight = torch.tensor([1.0, 2.0, 0.5])
for reduction in ["none", "mean", "sum"]:
    print(reduction, F.cross_entropy(logits, target, reduction=reduction), F.cross_entropy(logits, target, weight=weight, reduction=reduction), F.cross_entropy(logits, target, ignore_index=2, reduction=reduction), F.cross_entropy(logits, target, label_smoothing=0.1, reduction=reduction), F.cross_entropy(logits, target, weight, label_smoothing=0.2, reduction=reduction))
    print(F.cross_entropy(logits, logits.softmax(1), reduction=reduction), F.nll_loss(logits.log_softmax(1), target, weight, reduction=reduction), F.binary_cross_entropy_with_logits(logits, (logits > 0).float(), reduction=reduction, pos_weight=weight).round(decimals=4), F.multi_margin_loss(logits, target, p=2, margin=0.5, reduction=reduction), F.multilabel_soft_margin_loss(logits, (logits > 0).float(), reduction=reduction), F.cosine_embedding_loss(logits, logits.flip(1), torch.tensor([1, -1, 1, -1]), margin=0.1, reduction=reduction))
    print(F.l1_loss(logits, logits.flip(0), reduction=reduction).shape, F.smooth_l1_loss(logits, logits.flip(0), beta=0.5, reduction=reduction).sum(), F.huber_loss(logits, logits.flip(0), delta=0.3, reduction=reduction).sum(), F.kl_div(logits.log_softmax(1), logits.flip(1).softmax(1), reduction=reduction).sum(), F.poisson_nll_loss(logits, target[:, None].float().expand(4, 3), reduction=reduction, full=True).sum(), F.gaussian_nll_loss(logits, logits * 0.5, torch.ones(4, 3), reduction=reduction, full=True).sum(), F.hinge_embedding_loss(logits, logits.sign(), reduction=reduction).sum(), F.margin_ranking_loss(logits[:, 0], logits[:, 1], torch.tensor([1.0, -1, 1, -1]), margin=0.2, reduction=reduction), F.triplet_margin_loss(logits, logits + 0.1, logits.flip(0), margin=0.5, p=1, swap=True, reduction=reduction), F.soft_margin_loss(logits, logits.sign(), reduction=reduction).sum())
print(F.kl_div(logits.log_softmax(1), logits.flip(1).log_softmax(1), reduction="batchmean", log_target=True), F.cross_entropy(logits[0], target[0]), F.cross_entropy(logits.view(2, 3, 2), torch.tensor([[0, 1], [2, 0]])), F.cross_entropy(logits, torch.full((4,), -100)), F.cross_entropy(logits.double(), target).dtype, F.cross_entropy(logits.T[None], torch.tensor([[0, 1, 2, 0]])), F.cross_entropy(torch.zeros(0, 3), torch.zeros(0).long()), F.nll_loss(torch.zeros(1, 2, 2, 2), torch.zeros(1, 2, 2).long(), reduction="none"))
log_probs = torch.randn(6, 2, 4).log_softmax(2)
targets, lengths = torch.tensor([[1, 2, 3], [2, 2, 0]]), (torch.tensor([6, 5]), torch.tensor([3, 2]))
for reduction in ["none", "mean", "sum"]:
    print("ctc", F.ctc_loss(log_probs, targets, *lengths, reduction=reduction), F.ctc_loss(log_probs, torch.tensor([1, 2, 3, 2, 2]), (6, 5), (3, 2), reduction=reduction), F.ctc_loss(log_probs, targets, (2, 5), (3, 2), reduction=reduction, zero_infinity=True))
print(F.ctc_loss(log_probs, targets, (2, 5), (3, 2), reduction="none"), F.ctc_loss(log_probs[:, 0], torch.tensor([1, 2]), torch.tensor(6), torch.tensor(2), blank=0))
print(F.multilabel_margin_loss(logits, torch.tensor([[0, -1, 0], [1, 2, -1], [2, 1, 0], [-1, 0, 0]])), F.triplet_margin_with_distance_loss(logits, logits + 0.5, logits.flip(1), distance_function=lambda a, b: (a - b).abs().sum(1), margin=0.3), F.mse_loss(logits[0], logits[1], reduction="sum"), F.mse_loss(logits, logits + 1, weight=torch.full((4, 3), 0.5)) if True else "", F.binary_cross_entropy(torch.tensor([0.0, 1.0, 0.5]), torch.tensor([0.0, 0.0, 1.0]), reduction="none"))
w = logits.clone().requires_grad_()
F.cross_entropy(w, target, label_smoothing=0.1, weight=weight).backward()
print(w.grad, w.grad.sum(1).abs().max() < 1e-6)
for attempt in [lambda: F.cross_entropy(logits, target.float()), lambda: F.cross_entropy(logits, target[:2]), lambda: F.cross_entropy(logits, target + 5), lambda: F.cross_entropy(logits, target, weight=torch.ones(2)), lambda: F.cross_entropy(logits, target, label_smoothing=1.5), lambda: F.cross_entropy(logits, target, reduction="avg"), lambda: F.cross_entropy(logits, torch.ones(4, 2)), lambda: F.cross_entropy(logits, target, ignore_index=1.5), lambda: F.nll_loss(logits, target[None]), lambda: F.binary_cross_entropy(logits, (logits > 0).float()), lambda: F.binary_cross_entropy_with_logits(logits, target), lambda: F.mse_loss(logits, target), lambda: F.l1_loss(logits, torch.ones(2, 2)), lambda: F.multi_margin_loss(logits, target, p=3), lambda: F.cosine_embedding_loss(logits, logits, torch.tensor(1)), lambda: F.gaussian_nll_loss(logits, logits, -torch.ones(4, 3)), lambda: F.margin_ranking_loss(logits, logits, torch.ones(2)), lambda: F.triplet_margin_loss(logits, logits, logits, margin=-1), lambda: F.ctc_loss(log_probs, targets, (7, 5), (3, 2)), lambda: F.ctc_loss(log_probs, targets, (6,), (3, 2)), lambda: F.kl_div(logits, logits, reduction="batch"), lambda: F.cross_entropy(logits.long(), target), lambda: F.cross_entropy(logits, target, size_average=False), lambda: F.huber_loss(logits, logits, delta=-1)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
