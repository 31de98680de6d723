import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
emb = nn.Embedding(6, 3, padding_idx=-1)
print(emb, emb.padding_idx, emb.weight[5])
emb(torch.tensor([0, 5, 0])).sum().backward()
print(emb.weight.grad)
limited = nn.Embedding(5, 4, max_norm=1.0)
before = limited.weight.detach().norm(dim=1).round(decimals=3)
out = limited(torch.tensor([0, 2]))
print(before, limited.weight.detach().norm(dim=1).round(decimals=3), out.norm(dim=1).round(decimals=3), limited)
scaled = nn.Embedding(3, 2, scale_grad_by_freq=True)
scaled(torch.tensor([1, 1, 2])).sum().backward()
print(scaled.weight.grad, scaled)
table = torch.arange(8.0).view(4, 2)
frozen = nn.Embedding.from_pretrained(table, padding_idx=0)
print(frozen(torch.tensor([[3, 1]])), frozen.weight.requires_grad, frozen.weight.data_ptr() == table.data_ptr())
tuned = nn.Embedding.from_pretrained(table.clone(), freeze=False)
print(tuned.weight.requires_grad, tuned.num_embeddings, tuned.embedding_dim)
own = nn.Embedding(4, 2, _weight=table)
print(own.weight[3])
sp = nn.Embedding(4, 2, sparse=True)
sp(torch.tensor([1, 1, 3])).sum().backward()
print(sp.weight.grad.is_sparse, sp.weight.grad.coalesce().indices(), sp.weight.grad.to_dense())
bag = nn.EmbeddingBag(5, 2, mode="sum")
bag.weight.data = torch.arange(10.0).view(5, 2)
print(bag(torch.tensor([0, 1, 2, 4]), torch.tensor([0, 1])), bag(torch.tensor([[0, 1], [3, 4]])), bag)
print(bag(torch.tensor([0, 1, 2]), torch.tensor([0, 2]), per_sample_weights=torch.tensor([1.0, 0.5, 2.0])))
for mode in ("mean", "max"):
    b = nn.EmbeddingBag.from_pretrained(torch.arange(10.0).view(5, 2), mode=mode)
    print(mode, b(torch.tensor([1, 4, 2]), torch.tensor([0, 2])), b(torch.tensor([1, 4, 2]), torch.tensor([0, 0, 2])))
padbag = nn.EmbeddingBag(5, 2, padding_idx=0, mode="mean", include_last_offset=True)
padbag.weight.data = torch.ones(5, 2)
print(padbag(torch.tensor([0, 1, 0, 0]), torch.tensor([0, 2, 4])), padbag)
for f in (lambda: emb(torch.tensor([6])), lambda: emb(torch.tensor([-1])), lambda: emb(torch.tensor([1.5])), lambda: nn.Embedding(3, 2, padding_idx=3), lambda: nn.Embedding(3, 2, padding_idx=-4),
          lambda: nn.Embedding(3, 2, _weight=torch.ones(2, 2)), lambda: nn.Embedding.from_pretrained(torch.ones(3)), lambda: bag(torch.tensor([[0]]), torch.tensor([0])),
          lambda: bag(torch.tensor([0])), lambda: nn.EmbeddingBag(3, 2, mode="median")(torch.tensor([[0]])), lambda: bag(torch.tensor([0, 1]), torch.tensor([1])),
          lambda: nn.EmbeddingBag(3, 2)(torch.tensor([[0]]), per_sample_weights=torch.ones(1, 1)), lambda: nn.Embedding(-1, 3), lambda: emb([1, 2])):
    try:
        print("fine", tuple(f().shape))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:150])
print(F.embedding(torch.tensor([[1], [0]]), table), F.one_hot(torch.tensor([2, 0]), 3) @ torch.arange(3))
print(F.embedding_bag(torch.tensor([[0, 2]]), table, mode="max"))
torch.manual_seed(1)
pos = nn.Embedding(10, 4)
tok = nn.Embedding(20, 4)
ids = torch.randint(0, 20, (2, 6))
h = tok(ids) + pos(torch.arange(6))
print(ids, h.shape, h.sum().round(decimals=4))
emb.reset_parameters()
print(emb.weight[-1], emb.weight.std().round(decimals=4))
with torch.no_grad():
    emb.weight[2] = torch.tensor([1.0, 2.0, 3.0])
print(emb(torch.tensor(2)), emb(torch.zeros(0, dtype=torch.long)).shape, emb(torch.tensor([2], dtype=torch.int32)))
