import torch

words = "the cat sat on the mat and the dog sat too".split()
vocabulary = {w: i + 1 for i, w in enumerate(sorted(set(words)))}
print(vocabulary)
sentences = ["the cat sat", "the dog sat on the mat", "and", "too the"]
encoded = [torch.tensor([vocabulary[w] for w in s.split()]) for s in sentences]
padded = torch.nn.utils.rnn.pad_sequence(encoded, batch_first=True)
print(padded, padded.dtype)
lengths = (padded != 0).sum(1)
print(lengths, lengths.max().item() == padded.shape[1])
left = torch.stack([torch.cat([row[n:], row[:n]]) for row, n in zip(padded, lengths)])
print(left)
last = padded[torch.arange(len(padded)), lengths - 1]
back = {i: w for w, i in vocabulary.items()}
print([back[i] for i in last.tolist()])
counts = torch.bincount(padded.flatten(), minlength=len(vocabulary) + 1)
for count, index in sorted(((c, i) for i, c in enumerate(counts.tolist()) if i), reverse=True)[:3]:
    print(back[index], count)
one_hot = torch.nn.functional.one_hot(padded, len(vocabulary) + 1)
print(one_hot.shape, one_hot.sum((0, 1)).tolist() == counts.tolist())
mask = (padded != 0).unsqueeze(1) & torch.ones(padded.shape[1], padded.shape[1]).tril().bool()
print(mask.shape, mask[0].int())
