import torch
import torch.nn as nn

torch.manual_seed(3)


class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.mix = nn.Linear(d, d)
        self.mlp = nn.Sequential(nn.Linear(d, 2 * d), nn.GELU(), nn.Linear(2 * d, d))

    def forward(self, x):
        weights = torch.ones(x.shape[1], x.shape[1]).tril()
        weights = weights / weights.sum(-1, keepdim=True)
        x = x + self.mix(weights @ x)
        return x + self.mlp(x)


model = nn.Sequential(*[Block(8) for _ in range(3)])
head = nn.Linear(8, 5)
clean = torch.randn(1, 4, 8)
corrupt = clean.clone()
corrupt[:, 1] += 3 * torch.randn(8)


def run(x, patch=None, cache=None):
    for i, block in enumerate(model):
        x = block(x)
        if patch is not None and patch[0] == i:
            x = x.clone()
            x[:, patch[1]] = patch[2][i][:, patch[1]]
        if cache is not None:
            cache.append(x)
    return head(x)[0, -1]


with torch.no_grad():
    cache = []
    clean_logits = run(clean, cache=cache)
    answer = clean_logits.argmax()
    base = run(corrupt).softmax(-1)[answer]
    top = clean_logits.softmax(-1)[answer]
    grid = torch.zeros(3, 4)
    for layer in range(3):
        for position in range(4):
            p = run(corrupt, patch=(layer, position, cache)).softmax(-1)[answer]
            grid[layer, position] = (p - base) / (top - base)
print("answer", answer.item(), "clean", f"{top:.4f}", "corrupt", f"{base:.4f}")
print(grid.round(decimals=3))
print(grid.argmax(), torch.unravel_index(grid.argmax(), grid.shape))
print((grid[-1, -1] - 1).abs() < 1e-5)
