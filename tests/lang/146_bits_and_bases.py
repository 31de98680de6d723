def to_base(n, b, digits='0123456789abcdefghijklmnopqrstuvwxyz'):
    if n == 0: return '0'
    out, neg = '', n < 0
    n = abs(n)
    while n: n, r = divmod(n, b); out = digits[r] + out
    return '-' * neg + out
print([to_base(n, b) for n, b in ((255, 2), (255, 16), (-35, 36), (0, 7), (10**20, 36))], all(int(to_base(n, b), b) == n for n in (-99, 0, 12345, 2**70) for b in range(2, 37)))
x = 0b101101
print(x & -x, x & (x - 1), x.bit_length(), bin(x).count('1'), x >> 2 & 1, x | 1 << 7, x & ~(1 << 3), x ^ 0xFF, ~x & 0xFF, [i for i in range(8) if x >> i & 1])
print([n for n in range(65) if n and n & n - 1 == 0], [n ^ n >> 1 for n in range(8)], [f'{n ^ n >> 1:03b}' for n in range(8)])
def parity(n): return bin(n).count('1') & 1
print([parity(i) for i in range(8)], [int(f'{n:08b}'[::-1], 2) for n in (1, 6, 255)])
def subsets(items): return [[v for i, v in enumerate(items) if m >> i & 1] for m in range(1 << len(items))]
print(subsets('abc'))
class Flags:
    R, W, X = (1 << i for i in range(3))
    @classmethod
    def show(cls, m): return ''.join(c if m & f else '-' for c, f in zip('rwx', (cls.R, cls.W, cls.X)))
print([Flags.show(m) for m in range(8)], Flags.R | Flags.X)
def crc(data, poly=0xEDB88320):
    c = 0xFFFFFFFF
    for b in data:
        c ^= b
        for _ in range(8): c = c >> 1 ^ poly if c & 1 else c >> 1
    return c ^ 0xFFFFFFFF
print(hex(crc(b'hello')), hex(crc(b'')))
def fnv(s):
    h = 0xcbf29ce484222325
    for b in s.encode(): h = (h ^ b) * 0x100000001b3 & 0xFFFFFFFFFFFFFFFF
    return h
print(hex(fnv('hello')), hex(fnv('')))
def xorshift(s):
    while True: s ^= s << 13 & 0xFFFFFFFF; s ^= s >> 17; s ^= s << 5 & 0xFFFFFFFF; yield s
g = xorshift(2463534242); print([next(g) for _ in range(4)])
sieve = (1 << 100) - 4
for i in range(2, 10):
    if sieve >> i & 1:
        for j in range(i * i, 100, i): sieve &= ~(1 << j)
print([i for i in range(100) if sieve >> i & 1], hex(sieve))
