import torch

words = ["kitten", "sitting", "mitten", "bitten", "sit"]


def distance(a, b):
    table = torch.zeros(len(a) + 1, len(b) + 1, dtype=torch.int32)
    table[:, 0] = torch.arange(len(a) + 1)
    table[0] = torch.arange(len(b) + 1)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (x != y))
    return table


print(distance("sit", "kit"))
D = torch.tensor([[distance(a, b)[-1, -1].item() for b in words] for a in words])
print(D, D.dtype)
print(D.equal(D.T), D.diagonal().any().item())
K = torch.exp(-D / 2.0)
print(K)
values = torch.linalg.eigvalsh(K)
print((values > -1e-4).all().item(), f"{values.sum():.3f}")
D.fill_diagonal_(99)
for w, j in zip(words, D.argmin(1).tolist()):
    print(f"{w:8} -> {words[j]}")
bigrams = [{w[i:i + 2] for i in range(len(w) - 1)} for w in words]
jaccard = torch.tensor([[len(a & b) / len(a | b) for b in bigrams] for a in bigrams])
print(jaccard.round(decimals=2), f"{jaccard.triu(1).sum():.4f}")
