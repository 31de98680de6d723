for i, c in enumerate("añ日"):
    print(i, c, end="; ")
print()
it = iter("ab")
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration:
    print("stopped")
print(list(zip("abc", "xyz")), dict(zip("ab", (1, 2))), list(reversed("日本")), [c for c in "hello" if c not in "aeiou"], {c: ord(c) for c in "ab"}, {c.upper() for c in "a"})
a, b, c = "xyz"
first, *rest = "hello"
print(a, b, c, first, rest, *"ab", [*"cd"], {*"e"}, (*"fg",))
try:
    a, b = "xyz"
except ValueError as e:
    print(e)
try:
    a, b, c = "xy"
except ValueError as e:
    print(e)
print("".join(c for c in "abc" for _ in range(2)), any(c.isdigit() for c in "ab1"), all(c.islower() for c in "abc"), sum(map(int, "12345")), list(map(ord, "AZ")), "".join(map(chr, [72, 105])))
print(list(enumerate("ab", 1)), sorted("banana"), "".join(sorted(set("banana"))), max("abc"), tuple("ab"), len(list("日本語")), [s for s in ("a", "", "b") if s])
def chunks(s, n):
    for i in range(0, len(s), n):
        yield s[i:i + n]
print(list(chunks("abcdefgh", 3)), ["".join(p) for p in zip(*[iter("abcdef")] * 2)], list(zip(*["abc", "def"])), ["".join(x) for x in zip(*["abc", "def"])])
from itertools import groupby, chain, product, combinations
print([(k, len(list(g))) for k, g in groupby("aaabbc")], "".join(chain("ab", "cd")), ["".join(p) for p in product("ab", "12")], ["".join(c) for c in combinations("abc", 2)])
matrix = ["abc", "def", "ghi"]
print([row[::-1] for row in matrix], ["".join(col) for col in zip(*matrix)], "".join(matrix[i][i] for i in range(3)))
for line in "a\nb\n".split("\n"):
    print(repr(line), end=" ")
print()
s = "abc"
while s:
    print(s, end=" ")
    s = s[1:]
print()
