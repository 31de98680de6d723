"""Numbers by series: what a notebook about numerics computes."""
import math


def pi_by_machin():
    def arctan_inverse(x, digits=60):
        power = 10**digits // x
        total, n, sign = power, 1, -1
        while power:
            power //= x * x
            n += 2
            total += sign * (power // n)
            sign = -sign
        return total

    return 4 * (4 * arctan_inverse(5) - arctan_inverse(239))


print(str(pi_by_machin())[:50])
print([math.comb(n, k) for n in range(7) for k in range(n + 1)])
print([round(math.exp(-k) * 3**k / math.factorial(k), 5) for k in range(8)])
normal = lambda x, mu=0, sigma=1: math.exp(-((x - mu) ** 2) / (2 * sigma**2)) / (sigma * math.sqrt(2 * math.pi))
cdf = lambda x: 0.5 * (1 + math.erf(x / math.sqrt(2)))
print([round(normal(x / 2), 4) for x in range(-4, 5)], round(cdf(1.96) - cdf(-1.96), 6))


def bisection(f, low, high, tolerance=1e-12):
    while high - low > tolerance:
        middle = (low + high) / 2
        if math.copysign(1, f(low)) != math.copysign(1, f(middle)):
            high = middle
        else:
            low = middle
    return (low + high) / 2


print(round(bisection(lambda x: math.cos(x) - x, 0, 1), 10))
print(round(sum((-1) ** n * 0.7 ** (2 * n + 1) / math.factorial(2 * n + 1) for n in range(10)), 12) == round(math.sin(0.7), 12))
gelu = lambda x: 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
print([round(gelu(x), 6) for x in (-2.0, -1.0, 0.0, 1.0, 2.0)])
