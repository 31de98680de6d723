import torch

x = torch.tensor([1.0, 2.0, 4.0])
print(x + 1, 1 + x, x - 1, 1 - x, x * 2, 2 * x, x / 2, 2 / x, x // 2, 2 // x, x % 3, 3 % x, x ** 2, 2 ** x, -x, +x, abs(-x), x @ x, round(x / 3, decimals=1) if False else (x / 3).round(decimals=1), divmod(7, 2), pow(x, 2), x.pow(0.5), x.__add__(1), x.__radd__(1), x.__rsub__(1), x.__rtruediv__(1), x.__rpow__(2))
y = x.clone()
y += 1; y -= 0.5; y *= 2; y /= 4; y **= 2
print(y, x.add(1, alpha=2) if False else x.add(x, alpha=2), x.sub(1), x.mul(3), x.div(2, rounding_mode="floor"), x.div(3, rounding_mode="trunc"), torch.add(x, 2), torch.sub(x, x, alpha=0.5), torch.mul(x, x), torch.true_divide(x, 2), x.neg(), x.reciprocal(), x.rsqrt(), x.square(), x.exp2(), x.addcmul(x, x), x.addcdiv(x, x, value=3))
i = torch.tensor([5, -5, 7])
print(i // 2, i % 2, i / 2, i.div(2, rounding_mode="floor"), i.remainder(3), i.fmod(3), i << 1, i >> 1, i & 3, i | 8, i ^ 1, ~i, i.bitwise_and(6), i ** 2, i.abs(), i.sign(), i.neg(), i.gcd(torch.tensor(10)), i.float().floor_divide(2), i.clamp(-2, 6), i.cumsum(0), i.prod(), i.float().mean())
m = torch.eye(2)
m @= torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(m, m.matmul(m), m.mul(m), m.dot(m) if False else m[0].dot(m[1]), m.sum().sqrt(), (m > 2) * 1.0, (m > 2).sum(), 1.0 * (m == 1), m.fill_(2), sum([torch.tensor(1), torch.tensor(2)]), max(torch.tensor(1), torch.tensor(5)), sum(x), abs(torch.tensor(-3)), x.sum().item() ** 2)
