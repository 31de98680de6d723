import torch
from torch.nn.utils.rnn import pad_sequence

seqs = [torch.tensor(s) for s in ([5, 6, 7], [8], [9, 10])]
ids = pad_sequence(seqs, batch_first=True, padding_value=0)
mask = (ids != 0).long()
lengths = mask.sum(1)
print(ids, mask, lengths, lengths.max())
last = ids[torch.arange(3), lengths - 1]
print(last, ids.gather(1, (lengths - 1)[:, None]).squeeze(1).equal(last))
left = torch.stack([torch.cat([torch.zeros(3 - len(s), dtype=torch.long), s]) for s in seqs])
print(left, (left != 0).long().argmax(1), left[:, -1])
emb = torch.arange(33.0).view(11, 3)[ids]
mean = (emb * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
print(mean, emb.masked_fill(mask[..., None] == 0, -1e9).max(1).values)
pos = (mask.cumsum(-1) - 1).clamp(min=0)
print(pos, mask[:, None, :] * mask[:, :, None], ids.flip(1), ids[mask.bool()], torch.nonzero(mask)[:, 0].bincount())
