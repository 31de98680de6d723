import torch

a, b = torch.tensor([7, -7, 3]), torch.tensor([2, 2, -2])
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, 2 ** b.abs(), -a, +a, abs(a), 10 - a, 7 / b, 7 // b, 7 % b, 1.5 + a, a * 0.5, True + a)
f, g = torch.tensor([7.5, -7.5]), torch.tensor([2.0, 0.0])
print(f / g, f // g, f % 2, f ** 0.5, f * g, 2.0 ** g, f.fmod(2), f.remainder(2), torch.div(f, 2, rounding_mode="floor"), torch.div(f, 2, rounding_mode="trunc"), torch.floor_divide(f, 2), torch.true_divide(a, 2))
print(a & b, a | b, a ^ b, ~a, a << 1, a >> 1, torch.tensor([True, False]) & torch.tensor([True, True]), ~torch.tensor([True, False]), torch.tensor([True]) ^ True, 1 | a)
print(a == b, a != 7, a < b, a <= 7, a > 0, 3 >= a, a == 7.0, f == f, torch.tensor(1) == torch.tensor(1.0), (a == b).any(), (a != b).all(), a.eq(b), a == None, a != "x")
x = torch.ones(2)
x += 1
x -= torch.tensor([0.5, 0.5])
x *= 3
x /= 2
x **= 2
x //= 2
x %= 2
print(x)
i = torch.tensor([6])
i //= 4
i <<= 3
i |= 1
i ^= 2
i &= 15
print(i, torch.add(a, b, alpha=2), torch.sub(a, 1), torch.mul(a, 2), a.add(1).sub(2).mul(3).div(2), torch.pow(2, torch.tensor([1, 2])), torch.square(a), torch.float_power(a, 2), divmod(7, 2))
for bad in (lambda: i.__itruediv__(2), lambda: a + "x", lambda: "x" + a, lambda: a + [1, 2, 3], lambda: a @ 3, lambda: a < "x", lambda: a + torch.zeros(2), lambda: f & g, lambda: a << 1.5, lambda: torch.tensor([1.0]) ^ 1, lambda: a + None, lambda: [1, 2] * f, lambda: -torch.tensor([True]), lambda: torch.tensor([True]) - torch.tensor([True]), lambda: torch.tensor([2]) ** -1, lambda: a[0] / 0, lambda: a // 0):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0])
