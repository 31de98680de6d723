import random

import torch

def seed_everything(seed):
    random.seed(seed)
    torch.manual_seed(seed)
    torch.cuda.manual_seed_all(seed)

seed_everything(3)
a = (random.random(), torch.rand(2).tolist(), random.randint(0, 10), torch.randperm(5).tolist())
seed_everything(3)
b = (random.random(), torch.rand(2).tolist(), random.randint(0, 10), torch.randperm(5).tolist())
print(a == b, [round(v, 4) for v in a[1]], a[2], a[3])
torch.manual_seed(0)
idx = torch.randint(0, 100, (5,))
print(idx, torch.rand(1).item() < 1, torch.randn(3).shape, torch.rand(2, 3) @ torch.rand(3, 1))
gens = [torch.Generator().manual_seed(i) for i in range(3)]
print([round(torch.rand(1, generator=g).item(), 4) for g in gens], torch.randint(10, (2,), generator=gens[0]))
torch.manual_seed(5)
w = torch.empty(2, 3)
print(torch.nn.init.xavier_normal_(w), torch.nn.init.uniform_(w, -1, 1), w.normal_(), w.uniform_(0, 2), w.bernoulli_(0.5))
drop = torch.nn.Dropout(0.25)
print(drop(torch.ones(8)), torch.nn.functional.dropout2d(torch.ones(1, 4, 1, 2), 0.5).flatten(), torch.nn.functional.alpha_dropout(torch.ones(4), 0.5, training=True), torch.nn.functional.rrelu(-torch.ones(3), training=True))
split = torch.randperm(10)
train, val = split[:8], split[8:]
print(train, val, torch.utils.data.random_split(range(6), [4, 2])[0].indices, torch.tensor([0.2, 0.8]).multinomial(6, replacement=True), torch.rand(3).argsort(), torch.randn(4).topk(2).indices, torch.bernoulli(torch.tensor([0.1, 0.9, 0.5])), torch.distributions.Normal(0, 1).sample((2,)))
noise = torch.randn(1000)
print(f"{noise.mean():.3f} {noise.std():.3f} {noise.abs().max():.3f} {(noise > 0).float().mean():.3f}", torch.randn(2, 2, dtype=torch.float64), torch.randn(2).half().dtype)
