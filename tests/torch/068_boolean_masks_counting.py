import torch

x = torch.tensor([[3, -1, 4], [1, -5, 9]])
pos = x > 0
print(pos, pos.sum(), pos.sum(0), pos.float().mean(1), pos.all(), pos.any(1), (~pos).nonzero(), x[pos], x[pos].tolist(), x[~pos], torch.count_nonzero(pos), pos.int(), pos.logical_not().sum())
print((pos & (x < 5)), (pos | (x < -2)), (pos ^ (x > 3)), pos == (x > 0), (x == 4).nonzero().tolist(), torch.logical_and(pos, x % 2 == 0), torch.logical_or(pos, ~pos).all(), x.eq(9).any(), x.ne(9).sum(), x.ge(1) & x.le(4), (1 < x) & (x < 9))
print(torch.where(pos, x, -x), x.masked_fill(pos, 0), x.clone().masked_fill_(~pos, 0), torch.where(pos)[0], x[pos.any(0).expand(2, 3)] if False else x[:, pos.all(0)], x[pos.sum(1) >= 2], pos.nonzero(as_tuple=True), pos.argwhere().shape, pos.float().argmax(1), pos.long().cumsum(1), pos.to(torch.uint8))
y = x.clone()
y[y < 0] = 0
y[pos] *= 2
y[(y > 10) & pos] = 10
print(y, (y == x).sum().item(), torch.isin(y, torch.tensor([0, 10])), y[y != 0].min())
m = torch.tensor([True, False])
print(m & True, m | False, not m[1], bool(m[0]), all(m), any(m), m.sum() == 1, m.tolist(), [int(b) for b in m], m.numel() - m.sum(), torch.tensor([True, True]).prod(), m.max(), m.sort()[0], m.unique(), m.repeat(2))
