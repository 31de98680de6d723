import math
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), pow(17, -1, 3120), math.gcd(2 ** 100, 6 ** 50), math.lcm(*range(1, 21)))
p, q, e = 61, 53, 17; n, d = p * q, pow(17, -1, (61 - 1) * (53 - 1)); c = [pow(ord(x), e, n) for x in "RSA!"]; print(c, "".join(chr(pow(x, d, n)) for x in c))
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1), is_prime(10 ** 18 + 9))
def rho(n):
    if n % 2 == 0: return 2
    x = y = 2; c = 1; g = 1
    while g == 1: x = (x * x + c) % n; y = (y * y + c) % n; y = (y * y + c) % n; g = math.gcd(abs(x - y), n)
    return g
print(sorted((rho(8051), 8051 // rho(8051))), rho(10403) in (101, 103))
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3; out = []
    while len(out) < n:
        if 4 * q + r - t < m * t: out.append(m); q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else: q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))
print(pi_digits(50))
def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while (y := (x + n // x) // 2) < x: x = y
    return x
print(isqrt(2 * 10 ** 60), isqrt(10 ** 40) == math.isqrt(10 ** 40) == 10 ** 20)
def e_digits(n):
    s = t = 10 ** (n + 10); k = 1
    while t: t //= k; s += t; k += 1
    return str(s // 10 ** 10)
print(e_digits(40))
fact = math.factorial(60); print(fact, len(str(fact)), len(str(fact)) - len(str(fact).rstrip("0")), math.comb(100, 50), math.perm(10, 3))
fib = lambda n: (lambda f: f(f, n)[0])(lambda f, n: (0, 1) if n == 0 else (lambda a, b: (c := a * (2 * b - a), a * a + b * b) if n % 2 == 0 else (a * a + b * b, b * (2 * a + b)))(*f(f, n // 2)))
try: print(fib(10))
except Exception as x: print(type(x).__name__)
def fast(n):
    if n == 0: return 0, 1
    a, b = fast(n >> 1); c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n & 1 else (c, d)
print(fast(300)[0], fast(1000)[0] % 10 ** 20)
print((1 << 200) - 1, -(1 << 100) >> 3, ~(1 << 70), (2 ** 100) & (2 ** 99 - 1), 2 ** 100 | 1, 3 ** 80 ^ 5 ** 50, -7 ** 30 // 11, -(7 ** 30) % 11, divmod(10 ** 30, -7), (10 ** 20).bit_length(), (2 ** 90).bit_count(), int.from_bytes((2 ** 70).to_bytes(12, "little"), "little") == 2 ** 70, hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(10 ** 30))
print(10 ** 30 / 10 ** 28, 10 ** 400 // 10 ** 398, float(2 ** 70), 2 ** 70 == 2.0 ** 70, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 25 > 1e25, sorted([10 ** 25, 1e25, 10 ** 25 - 1]), round(12345678901234567890, -5), round(10 ** 30 + 5, -1), int(1e30), f"{10 ** 25:,} {2 ** 80:x} {3 ** 50:e} {2 ** 70:_b}")
for f in (lambda: 10 ** 400 / 3, lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: math.sqrt(-1), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.isqrt(-4), lambda: math.comb(-1, 2), lambda: (-8) ** (1 / 3), lambda: pow(6, -1, 9), lambda: int("1" * 5000), lambda: len(str(10 ** 5000)), lambda: 1 << -5, lambda: (5).to_bytes(0, "big"), lambda: (-5).to_bytes(2, "big"), lambda: (300).to_bytes(1, "big"), lambda: math.log(0), lambda: math.exp(1000), lambda: math.gcd(1.5, 2), lambda: 0 ** -2):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
