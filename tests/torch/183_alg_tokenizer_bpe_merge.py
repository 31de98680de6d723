import torch
from collections import Counter

words = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
splits = {w: list(w) + ["_"] for w in words}
merges = []
for step in range(6):
    pairs = Counter()
    for w, n in words.items():
        for a, b in zip(splits[w], splits[w][1:]):
            pairs[a, b] += n
    best = max(pairs, key=lambda p: (pairs[p], p))
    merges.append(best)
    for w, s in splits.items():
        i, out = 0, []
        while i < len(s):
            if i + 1 < len(s) and (s[i], s[i + 1]) == best:
                out.append(s[i] + s[i + 1]); i += 2
            else:
                out.append(s[i]); i += 1
        splits[w] = out
print(merges, splits)
vocab = sorted({t for s in splits.values() for t in s})
ids = {t: i for i, t in enumerate(vocab)}
batch = torch.nn.utils.rnn.pad_sequence([torch.tensor([ids[t] for t in splits[w]]) for w in words], batch_first=True, padding_value=-1)
print(vocab, batch, (batch >= 0).sum(1), torch.bincount(batch[batch >= 0]))
