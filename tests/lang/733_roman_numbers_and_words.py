VALUES = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def roman(n):
    if not 0 < n < 4000: raise ValueError(f"{n} is out of range")
    out = ""
    for v, s in VALUES:
        k, n = divmod(n, v); out += s * k
    return out
def unroman(s):
    t = dict((b, a) for a, b in VALUES if len(b) == 1)
    return sum(-t[a] if t[a] < t.get(b, 0) else t[a] for a, b in zip(s, s[1:] + " "))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))
for bad in (0, 4000):
    try: roman(bad)
    except ValueError as e: print(e)
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
def words(n):
    if n < 0: return "minus " + words(-n)
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10 - 2] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000: return ONES[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    for power, name in ((9, "billion"), (6, "million"), (3, "thousand")):
        if n >= 10 ** power:
            rest = n % 10 ** power
            return words(n // 10 ** power) + " " + name + (", " if rest >= 100 else " and " if rest else "") + (words(rest) if rest else "")
for n in (0, 7, 13, 21, 100, 342, 1000, 1001, 12345, 1000000, -5, 7654321): print(n, words(n))
def ordinal(n): return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
print([ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112, 123)])
def base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    s = ""
    while n: n, r = divmod(n, b); s = digits[r] + s
    return s or "0"
print([base(255, b) for b in (2, 3, 8, 16, 36)], all(int(base(n, b), b) == n for n in range(300) for b in (2, 7, 36)), base(0, 2))
print([n for n in range(1, 10000) if n == sum(int(d) ** len(str(n)) for d in str(n))], [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print([sum(int(d) for d in str(2 ** n)) for n in (10, 15, 100, 1000)], len(str(3 ** 500)), str(2 ** 200)[::-3], int("9" * 20) + 1)
