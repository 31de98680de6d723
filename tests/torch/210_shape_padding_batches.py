import torch
from torch.nn.utils.rnn import pad_sequence, unpad_sequence

seqs = [torch.tensor([1, 2, 3]), torch.tensor([4]), torch.tensor([5, 6])]
right = pad_sequence(seqs, batch_first=True)
print(right, pad_sequence(seqs, batch_first=True, padding_value=-100), pad_sequence(seqs), pad_sequence(seqs, batch_first=True, padding_side="left"))
lens = torch.tensor([len(s) for s in seqs])
mask = torch.arange(3) < lens[:, None]
print(mask, mask.int().sum(1), right[mask], (right != 0).equal(mask), right[torch.arange(3), lens - 1], unpad_sequence(right, lens, batch_first=True))
left = torch.stack([torch.cat([torch.zeros(3 - len(s), dtype=torch.long), s]) for s in seqs])
print(left, left[:, -1], left.flip(1), (left != 0).cumsum(1) - 1, ((left != 0).cumsum(1) - 1).clamp(min=0))
emb = torch.arange(14.0).view(7, 2)[right]
pooled = (emb * mask[..., None]).sum(1) / lens[:, None]
print(pooled, emb.masked_fill(~mask[..., None], float("-inf")).amax(1), emb.shape)
order = lens.argsort(descending=True)
print(order, right[order], order.argsort(), right[order][order.argsort()].equal(right))
