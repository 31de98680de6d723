import torch
import torch.nn.functional as F

p = torch.tensor([[0.2, 0.8], [0.6, 0.4]])
t = torch.tensor([[0.0, 1.0], [1.0, 0.0]])
y = torch.tensor([1, 0])
logits = torch.tensor([[0.5, 2.0], [1.0, -1.0]])
print(F.cross_entropy(logits, y), F.cross_entropy(logits, t), F.cross_entropy(logits, y, reduction="sum"), F.cross_entropy(logits, y, label_smoothing=0.1), F.cross_entropy(logits, y, weight=torch.tensor([1.0, 3.0])), F.cross_entropy(logits, torch.tensor([-100, 0])), F.cross_entropy(logits, torch.tensor([1, 0]), ignore_index=1))
print(F.nll_loss(logits.log_softmax(-1), y), F.binary_cross_entropy(p, t), F.binary_cross_entropy_with_logits(logits, t), F.binary_cross_entropy_with_logits(logits, t, pos_weight=torch.tensor([2.0, 1.0])), F.mse_loss(p, t), F.mse_loss(p, t, reduction="none"), F.l1_loss(p, t), F.smooth_l1_loss(p, t, beta=0.5), F.huber_loss(p * 5, t, delta=1.0))
print(F.kl_div(p.log(), t, reduction="batchmean"), F.kl_div(p.log(), p.log(), log_target=True), F.cosine_similarity(p, t), F.cosine_embedding_loss(p, t, torch.tensor([1, -1])), F.margin_ranking_loss(p[0], p[1], torch.tensor([1.0, -1.0])), F.hinge_embedding_loss(p, torch.tensor([1.0, -1.0])), F.soft_margin_loss(logits, torch.tensor([[1.0, -1.0]])), F.triplet_margin_loss(p, t, logits), F.multi_margin_loss(logits, y), F.poisson_nll_loss(logits, t), F.gaussian_nll_loss(p, t, torch.ones(2, 2)), F.multilabel_soft_margin_loss(logits, t), F.multilabel_margin_loss(logits, torch.tensor([[1, -1], [0, -1]])))
seq = torch.randn(2, 5, 3, generator=torch.Generator().manual_seed(0))
tgt = torch.tensor([[0, 1, 2, 0, 1], [2, 2, 1, 0, 0]])
print(F.cross_entropy(seq.view(-1, 3), tgt.view(-1)), F.cross_entropy(seq.transpose(1, 2), tgt), F.cross_entropy(seq[:, :-1].reshape(-1, 3), tgt[:, 1:].reshape(-1)), F.ctc_loss(seq.transpose(0, 1).log_softmax(-1), torch.tensor([[1, 2], [2, 1]]), torch.tensor([5, 5]), torch.tensor([2, 2])))
print(torch.nn.CrossEntropyLoss(reduction="none")(logits, y), torch.nn.MSELoss()(p, t), torch.nn.NLLLoss(ignore_index=0)(logits.log_softmax(1), y), torch.nn.KLDivLoss(reduction="sum")(p.log(), t), torch.nn.BCELoss()(p, t), torch.nn.L1Loss()(p, t), torch.nn.GaussianNLLLoss()(p, t, torch.ones(2, 1)))
for f in (lambda: F.cross_entropy(logits, torch.tensor([5, 0])), lambda: F.cross_entropy(logits, torch.tensor([0, 1, 0])), lambda: F.binary_cross_entropy(logits, t), lambda: F.mse_loss(p, y.float(), reduction="bad"), lambda: F.nll_loss(logits, t), lambda: F.binary_cross_entropy(p, y.float()), lambda: F.cross_entropy(logits, y.int()), lambda: F.cross_entropy(logits, y.float())):
    try:
        print(f())
    except (RuntimeError, ValueError, IndexError) as err:
        print(type(err).__name__, str(err).split("\n")[0])
