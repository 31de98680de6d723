import torch

x = torch.tensor([3, 1, 2, 3, 1])
print(x.sort(), x.sort(descending=True)[0], x.argsort(), x.argsort(descending=True, stable=True), x.unique(), x.unique(return_counts=True), x.unique(return_inverse=True)[1], x.unique(sorted=True), x.bincount(), x.msort(), torch.sort(x, stable=True).indices)
m = torch.tensor([[3.0, 1.0], [1.0, 2.0], [3.0, 0.0]])
print(m.sort(0)[0], m.sort(1).indices, m[m[:, 0].argsort(stable=True)], m[m[:, 1].argsort(descending=True)], m.unique(dim=0), m.flatten().sort()[0][-2:], m.max(0), m.kthvalue(2, dim=0), m.mode(0), m.median(1), torch.unique(m, dim=1).shape)
s = torch.tensor([1.0, 3.0, 5.0])
print(torch.searchsorted(s, torch.tensor([0.0, 3.0, 9.0])), torch.searchsorted(s, torch.tensor([3.0]), right=True), torch.bucketize(m, s), torch.histc(m, bins=3, min=0, max=3), torch.histogram(m, 3)[0], (m[..., None] >= s).sum(-1))
words = ["b", "a", "c"]
order = torch.tensor([2.0, 9.0, 4.0]).argsort(descending=True)
print([words[i] for i in order], sorted(words, key=lambda w: order.tolist().index(words.index(w))), order.argsort(), torch.tensor([5, 5, 5]).argsort(stable=True), torch.unique_consecutive(torch.tensor([1, 1, 2, 2, 1])), torch.tensor([float("nan"), 1.0, 2.0]).sort()[0], torch.tensor([True, False]).sort()[0], torch.tensor([]).sort()[0], torch.topk(x, 2), torch.topk(x.float(), 2, largest=False)[0])
