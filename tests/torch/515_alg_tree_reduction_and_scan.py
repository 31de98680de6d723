import torch

x = torch.arange(1, 9, dtype=torch.float32)


def tree_sum(t):
    levels = [t]
    while len(t) > 1:
        t = t[::2] + t[1::2]
        levels.append(t)
    return levels


for level in tree_sum(x):
    print(level.tolist())


def scan(t, op=torch.add):
    t, shift = t.clone(), 1
    while shift < len(t):
        t[shift:] = op(t[shift:], t[:-shift].clone())
        shift *= 2
    return t


print(scan(x), torch.equal(scan(x), x.cumsum(0)))
print(scan(x, torch.maximum), scan(x.flip(0), torch.minimum))
print(torch.equal(scan(x, torch.mul), x.cumprod(0)), x.cumprod(0)[-1].item())
decay = 0.5
state, out = torch.tensor(0.0), []
for value in x:
    state = decay * state + value
    out.append(state)
powers = decay ** torch.arange(8).float()
kernel = torch.stack([torch.cat([powers[:i + 1].flip(0), torch.zeros(7 - i)]) for i in range(8)])
print(torch.stack(out), torch.allclose(kernel @ x, torch.stack(out)))
print(torch.logcumsumexp(x, 0)[-1], x.logsumexp(0))
values, indices = torch.cummax(torch.tensor([3, 1, 4, 1, 5, 9, 2, 6]), 0)
print(values, indices)
