a, b = 2**200 + 12345, -(3**150)
print(a, b, a + b, a - b, a * b, a // b, a % b, b // a, b % a, divmod(a, 7**30), a ** 3, -a, ~a, abs(b), a & b, a | b, a ^ b, a << 65, a >> 65, b >> 100, b << 3)
print(a == a + 0, a < b, a > b, a != b, a == 2**200 + 12345, hash(a) == hash(2**200 + 12345), hash(2**61 - 1), hash(2**61), hash(-2**61), hash(2**100), hash(-2**100), {a: 1}[a])
print(10**30 // 10**28, 10**30 / 10**28, (10**30 + 1) % 10**15, 2**64 - 1, 2**63, -2**63, 2**63 - 1 + 1, -2**63 - 1, (2**63) * 2, (2**62) * 2, (2**31) ** 2, (-2**63) // -1, abs(-2**63), -(-2**63), (2**63 - 1) * (2**63 - 1), (-2**63) * -1)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(60), len(str(fact(200))), sum(int(c) for c in str(fact(100))))
def fib(n):
    x, y = 0, 1
    for _ in range(n): x, y = y, x + y
    return x
print(fib(300), fib(1000) % 10**20)
print(pow(7, 10**20, 10**9 + 7), pow(2, 1000) % 97, pow(3, 2**70, 2**61 - 1), int('9' * 60), int('f' * 40, 16), int('-' + '1' * 50), str(2**300), repr(-2**130), hex(2**100), bin(2**70), oct(-2**80))
print(float(2**70), float(10**22), float(10**23), float(2**1023), int(1e22), int(1e23), int(-1.5e30), 2**70 + 0.5, 1e30 == 10**30, 1e22 == 10**22, 10**25 / 3, 10**400 // 10**399, 10**400 / 10**399, (10**20) * 1.5, 2**1000 * 0.0)
print((2**100).bit_length(), (2**100 - 1).bit_count(), (-2**100).bit_length(), (2**100).to_bytes(16, 'big'), int.from_bytes(b'\xff' * 12, 'little'), int.from_bytes(b'\x80' + b'\0' * 9, 'big', signed=True), f'{2**70:,}', f'{2**70:x}', f'{-2**70:>30}', f'{10**25:e}', f'{2**65:.3e}', '%d %x' % (2**70, 2**70), round(10**30 + 55, -2), round(2**70, -20))
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x: x, y = y, (y + n // y) // 2
    return x
print(isqrt(10**60), isqrt(2 * 10**80))
def egcd(a, b): return (b, 0, 1) if a == 0 else (lambda g, y, x: (g, x - (b // a) * y, y))(*egcd(b % a, a))
print(egcd(240, 46), egcd(2**80 + 1, 3**50))
def miller(n):
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % a == 0: return n == a
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([miller(n) for n in (2**61 - 1, 2**67 - 1, 2**89 - 1, 10**18 + 9, 561)])
x = 1
for i in range(1, 30): x = x * i + (-1) ** i * i ** 3
print(x, x % 1000007, -x // 12345678901, divmod(-x, 10**10))
s = 0
for i in range(100): s ^= i << i
print(s, s & (2**64 - 1), s >> 50 & 0xFFFF)
for f in (lambda: 10**400 * 1.0, lambda: float(10**400), lambda: 10**400 / 3, lambda: 2**70 // 0, lambda: 2**70 % 0, lambda: 2**70 / 0, lambda: [1][2**70], lambda: 'a' * 2**70, lambda: [0] * 2**62 * 4 if False else range(5)[2**65], lambda: (2**70).to_bytes(8, 'big'), lambda: chr(2**40), lambda: '%c' % 2**70 if False else '%c' % (2**70), lambda: 2**70 & 1.5, lambda: 2**70 < 'a'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
