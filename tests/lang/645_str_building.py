s = ""
for i in range(1000):
    s += str(i % 10)
print(len(s), s[:15], s[-5:], s.count("7"))
t = s
t += "!"
print(len(s), len(t), s is t, s == t[:-1])
parts = []
for i in range(5):
    parts.append(f"{i}:{i ** 2}")
print(";".join(parts), "".join(reversed(parts)))
class Builder:
    def __init__(self):
        self.text = ""
    def add(self, x):
        self.text += str(x)
        return self
print(Builder().add(1).add("b").add([2]).text)
def repeat(s, n):
    out = ""
    for _ in range(n):
        out = s + out
    return out
print(repeat("ab", 3), "ab" * 3 == repeat("ab", 3))
big = "x" * 100000
big += "y"
keep = big
big += "z"
print(len(big), big[-2:], len(keep), keep[-1], big[99999:])
d = {"log": "start"}
d["log"] += " more"
l = ["a", "b"]
l[0] += "!"
print(d, l)
def outer():
    text = "n"
    def inner():
        nonlocal text
        text += "m"
        return text
    inner()
    return inner()
print(outer())
g = "glob"
def change():
    global g
    g += "al"
change()
print(g)
a = b = "shared"
a += "!"
print(a, b)
lines = ["def f():", "    return 1"]
source = "\n".join(lines) + "\n"
print(repr(source), source.count("\n"), source.encode().hex()[:12])
u = "é"
for _ in range(12):
    u += u
print(len(u), len(u.encode()), u[4000], set(u))
acc = "a" * 600
for i in range(300):
    acc += "é" if i % 3 == 0 else "z"
print(len(acc), acc[600:606], acc.count("é"), len(acc.encode()), acc[700], hash(acc) == hash("" + acc))
