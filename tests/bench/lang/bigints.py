"""Ints beyond 64 bits: factorials, powers, division, text."""


def main():
    n = 1
    for i in range(1, 500):
        n *= i
    total = n % 1000003
    a, b = 0, 1
    for _ in range(2000):
        a, b = b, a + b
    total += a % 998244353
    text = str(a)
    total += len(text) + int(text) % 7
    x = 1
    for i in range(5000):
        x = (x * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
        total += x & 15
    for i in range(2000):
        total += pow(3, i + 1000, 1000000007)
        total += (1 << (i % 200)) >> (i % 50)
    return total + (n // (a + 1)) % 97
