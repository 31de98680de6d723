import torch
from torch import nn

torch.manual_seed(0)
emb = nn.Embedding(6, 3, padding_idx=0)
print(emb.weight, emb(torch.tensor([[0, 1], [5, 5]])), emb(torch.tensor(2)).shape)
loss = emb(torch.tensor([0, 1, 1, 3])).sum()
loss.backward()
print(emb.weight.grad)
pre = nn.Embedding.from_pretrained(torch.arange(6.0).view(3, 2), freeze=True)
print(pre(torch.tensor([2, 0])), pre.weight.requires_grad, pre)
bag = nn.EmbeddingBag(4, 2, mode="mean")
bag.weight.data = torch.arange(8.0).view(4, 2)
print(bag(torch.tensor([0, 1, 2, 3]), torch.tensor([0, 2])), bag(torch.tensor([[0, 3]])))
maxed = nn.Embedding(3, 2, max_norm=1.0)
with torch.no_grad():
    maxed.weight.fill_(5.0)
print(maxed(torch.tensor([1])), maxed.weight)
try:
    emb(torch.tensor([6]))
except IndexError as err:
    print(err)
try:
    emb(torch.tensor([1.0]))
except RuntimeError as err:
    print(err)
onehot = nn.functional.one_hot(torch.tensor([1, 5]), 6).float()
print(torch.allclose(onehot @ emb.weight, emb(torch.tensor([1, 5]))))
