# Bigram counts, smoothing, perplexity, sampling, tf-idf and edit distances with tensors.
import torch

text = "the cat sat on the mat and the dog sat on the log"
chars = sorted(set(text))
ids = torch.tensor([chars.index(c) for c in text])
V = len(chars)
counts = torch.zeros(V, V).index_put_((ids[:-1], ids[1:]), torch.tensor(1.0), accumulate=True)
print(V, counts.sum().item(), counts.max().item(), [(chars[i], chars[j], int(counts[i, j])) for i, j in (counts == counts.max()).nonzero().tolist()])
for smoothing in [0.01, 1.0]:
    P = (counts + smoothing) / (counts + smoothing).sum(1, keepdim=True)
    nll = -P[ids[:-1], ids[1:]].log().mean()
    print(smoothing, f"nll {nll:.4f} perplexity {nll.exp():.3f}", torch.allclose(P.sum(1), torch.ones(V)))
g = torch.Generator().manual_seed(0)
out = [chars.index("t")]
for _ in range(20):
    out.append(torch.multinomial((counts + 0.01)[out[-1]], 1, generator=g).item())
print(repr("".join(chars[i] for i in out)))
docs = ["red green blue", "red red", "blue yellow green green"]
vocab = sorted({w for d in docs for w in d.split()})
tf = torch.tensor([[d.split().count(w) for w in vocab] for d in docs], dtype=torch.float32)
idf = torch.log(len(docs) / (tf > 0).sum(0))
weights = torch.nn.functional.normalize(tf / tf.sum(1, keepdim=True) * idf, dim=1)
print(vocab, tf, idf, weights @ weights.T)


def levenshtein(a, b):
    row = torch.arange(len(b) + 1)
    for i, x in enumerate(a, 1):
        new = torch.empty_like(row)
        new[0] = i
        for j, y in enumerate(b, 1):
            new[j] = min(new[j - 1] + 1, row[j] + 1, row[j - 1] + (x != y))
        row = new
    return row[-1].item()


words = ["kitten", "sitting", "mitten", "knitting"]
print(torch.tensor([[levenshtein(a, b) for b in words] for a in words]))
onehot = torch.nn.functional.one_hot(ids, V)
print(onehot.shape, onehot.sum(0).equal(torch.bincount(ids, minlength=V)), (onehot[:-1].T.float() @ onehot[1:].float()).equal(counts))
