# cosine_similarity, pairwise_distance, pdist, cdist, normalize, gumbel_softmax, one_hot, embedding and its bag.
import torch
import torch.nn.functional as F

a = torch.tensor([[1.0, 0.0], [0.0, 2.0], [3.0, 4.0]])
b = torch.tensor([[0.0, 1.0], [1.0, 1.0]])
print(F.cosine_similarity(a, a.flip(0)), F.cosine_similarity(a[:, None], b[None], dim=-1), F.cosine_similarity(a[0], b[1], dim=0), F.cosine_similarity(torch.zeros(2), torch.ones(2), dim=0), F.cosine_similarity(a, b[:1]), F.cosine_similarity(a[0], torch.zeros(2), dim=-1, eps=0.5), torch.cosine_similarity(a, a))
for p in [0.0, 1.0, 2.0, 3.0, float("inf")]:
    print(p, F.pairwise_distance(a[:2], b, p=p), torch.cdist(a, b, p=p), F.pdist(a, p=p))
print(F.pairwise_distance(a[:2], b, keepdim=True), F.pairwise_distance(a[0], b[0], eps=0.0), torch.dist(a[:2], b), torch.dist(a[0], b[0], 1), torch.cdist(a[None], b[None], compute_mode="donot_use_mm_for_euclid_dist"), torch.cdist(torch.zeros(0, 2), b).shape, torch.cdist(a, torch.zeros(0, 2)).shape)
print(F.normalize(a), F.normalize(a, dim=0), F.normalize(a, p=1), F.normalize(a, p=float("inf")), F.normalize(torch.zeros(1, 2)), F.normalize(a[2], dim=0), F.normalize(a * 1e-13, eps=1e-12))
torch.manual_seed(0)
scores = torch.tensor([[2.0, 1.0, 0.1], [0.0, 0.0, 5.0]])
soft, hard = F.gumbel_softmax(scores, tau=0.7), F.gumbel_softmax(scores, tau=0.7, hard=True)
print(soft.round(decimals=3), hard, soft.sum(1), F.gumbel_softmax(scores, dim=0, hard=True).sum(0))
w = scores.clone().requires_grad_()
(F.gumbel_softmax(w, hard=True) * torch.arange(3.0)).sum().backward()
print(w.grad.abs().sum() > 0, w.grad.sum(1).abs().max() < 1e-6)
print(F.one_hot(torch.tensor([0, 2, 1])), F.one_hot(torch.tensor([[0], [1]]), 3).shape, F.one_hot(torch.tensor(2)), F.one_hot(torch.arange(0), num_classes=3).shape, F.one_hot(torch.tensor([1, 1]), num_classes=4).float().mean(0))
table = torch.arange(12.0).reshape(6, 2)
ids = torch.tensor([[0, 2], [5, 1]])
print(F.embedding(ids, table), F.embedding(torch.tensor(3), table), F.embedding(ids, table, padding_idx=0).shape, F.embedding(ids[0], table.clone(), max_norm=1.0))
for mode in ["sum", "mean", "max"]:
    print(mode, F.embedding_bag(ids, table, mode=mode), F.embedding_bag(torch.tensor([0, 2, 5, 1, 1]), table, torch.tensor([0, 2, 2]), mode=mode), F.embedding_bag(ids, table, mode=mode, padding_idx=5))
print(F.embedding_bag(ids, table, mode="sum", per_sample_weights=torch.tensor([[1.0, 0.5], [2.0, -1.0]])), F.embedding_bag(torch.tensor([0, 1, 2]), table, torch.tensor([0, 2, 3]), mode="sum", include_last_offset=True))
g = table.clone().requires_grad_()
F.embedding(torch.tensor([1, 1, 4]), g, padding_idx=4).sum().backward()
print(g.grad, F.embedding(torch.tensor([1]), g))
for attempt in [lambda: F.cosine_similarity(a, b), lambda: F.cosine_similarity(a, a, dim=2), lambda: F.cosine_similarity(a.long(), a.long()), lambda: F.pairwise_distance(a, b), lambda: torch.cdist(a, torch.ones(2, 3)), lambda: torch.cdist(a[0], b), lambda: torch.cdist(a, b, p=-1), lambda: torch.cdist(a.long(), b.long()), lambda: torch.cdist(a, b, compute_mode="fast"), lambda: F.pdist(a[0]), lambda: F.one_hot(torch.tensor([-1, 2])), lambda: F.one_hot(torch.tensor([4]), 3), lambda: F.one_hot(torch.tensor([1.0])), lambda: F.one_hot(torch.arange(0)), lambda: F.embedding(torch.tensor([6]), table), lambda: F.embedding(torch.tensor([-1]), table), lambda: F.embedding(ids.float(), table), lambda: F.embedding_bag(ids[0], table), lambda: F.embedding_bag(ids, table, torch.tensor([0])), lambda: F.embedding_bag(ids, table, mode="min"), lambda: F.embedding_bag(ids, table, mode="mean", per_sample_weights=torch.ones(2, 2)), lambda: F.embedding_bag(torch.tensor([0, 1]), table, torch.tensor([1])), lambda: F.embedding_bag(torch.tensor([0, 1]), table, torch.tensor([0, 5])), lambda: F.gumbel_softmax(a, dim=3), lambda: F.normalize(a, dim=4), lambda: F.embedding(ids, table, padding_idx=9), lambda: F.embedding_bag(ids, table, mode="sum", per_sample_weights=torch.ones(3))]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
