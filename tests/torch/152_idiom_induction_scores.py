import torch

torch.manual_seed(1)
T, H = 8, 3
tokens = torch.randint(0, 50, (T // 2,)).repeat(2)
scores = torch.randn(H, T, T)
scores[1] += 5 * torch.diag(torch.ones(T - (T // 2 - 1)), diagonal=-(T // 2 - 1))
mask = torch.tril(torch.ones(T, T)).bool()
pattern = scores.masked_fill(~mask, float("-inf")).softmax(-1)
induction = pattern.diagonal(offset=-(T // 2 - 1), dim1=-2, dim2=-1).mean(-1)
previous = pattern.diagonal(-1, -2, -1).mean(-1)
current = torch.einsum("hii->h", pattern) / T
first = pattern[:, :, 0].mean(-1)
print(tokens.shape, tokens[: T // 2].equal(tokens[T // 2:]))
print("induction", induction, induction.argmax().item())
print("previous", previous.tolist() == [v.item() for v in previous], previous)
for h in range(H):
    kinds = {"ind": induction[h], "prev": previous[h], "cur": current[h], "first": first[h]}
    best = max(kinds, key=kinds.get)
    print(f"head {h}: {best} {kinds[best]:.3f}")
print(pattern.sum(-1).allclose(torch.ones(H, T)), (pattern.triu(1) == 0).all(), pattern[0, 2])
entropy = -(pattern * pattern.clamp_min(1e-9).log()).sum(-1)
print(entropy.mean(-1), entropy[:, 0])
