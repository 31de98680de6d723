"""sort and sorted: ints, floats, strings, tuples, keys, reverse."""


def numbers(n):
    x = 12345
    out = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append(x)
    return out


def main():
    ints = numbers(8000)
    floats = [x / 3 for x in ints]
    texts = [str(x) for x in ints]
    pairs = [(x % 10, y) for x, y in zip(ints, texts)]
    a = sorted(ints)
    b = sorted(floats, reverse=True)
    c = sorted(texts)
    d = sorted(pairs)
    e = sorted(ints, key=lambda x: -x)
    f = sorted(texts, key=len)
    pairs.sort(key=lambda pair: pair[1])
    return a[5] + int(b[5]) + int(c[5]) + d[5][0] + e[5] + len(f[5]) + pairs[5][0]
