import torch

torch.manual_seed(1)
heads, seq = 6, 8
scores = torch.randn(2, heads, seq, seq) * torch.arange(1, heads + 1).view(1, -1, 1, 1)
mask = torch.ones(seq, seq, dtype=torch.bool).tril()
scores = scores.masked_fill(~mask, float("-inf"))
pattern = scores.softmax(-1)
entropy = torch.special.entr(pattern).sum(-1)
print(entropy.shape, entropy.mean((0, 2)))
limit = torch.arange(1, seq + 1).log()
print((entropy <= limit + 1e-5).all(), (entropy[..., 0] == 0).all().item())
previous = pattern.diagonal(offset=-1, dim1=-2, dim2=-1).mean((0, -1))
first = pattern[..., 0].mean((0, 2))
own = torch.einsum("bhqq->bhq", pattern).mean((0, 2))
table = torch.stack([previous, first, own], dim=1)
print(table)
names = ["previous", "first", "own"]
for head, kind in enumerate(table.argmax(1).tolist()):
    print(f"head {head}: mostly {names[kind]} ({table[head, kind]:.3f})")
print(torch.isnan(pattern).any(), pattern.sum(-1).allclose(torch.ones(())))
