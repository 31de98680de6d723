from collections import Counter

words = "the quick brown fox jumps over the lazy dog the fox".split()
c = Counter(words)
print(c)
print(c.most_common(3))
print(c["the"], c["missing"], "missing" in c)
print(sorted(c.elements())[:5])
print(sum(c.values()), c.total(), len(c))
c.update(["fox", "fox", "cat"])
print(c["fox"], c["cat"])
c.subtract({"fox": 2, "dog": 5})
print(c["fox"], c["dog"])
print(+c)
print(-c)
print(Counter("abracadabra").most_common())
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2))
d = Counter({"x": 4, "y": 2})
d += Counter(x=1, z=3)
print(d)
del d["nothing"]
del d["x"]
print(d, d == Counter(y=2, z=3), Counter(a=1) == Counter(a=1, b=0))
print(Counter(a=1) <= Counter(a=1, b=1), Counter(a=2) < Counter(a=1), dict(d))
print(Counter(), repr(Counter({"a": 0})), Counter([1, 1, 2, 3, 3, 3]).most_common(1))
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
try:
    Counter([[1]])
except TypeError as e:
    print(e)


class Bag(Counter):
    def __repr__(self):
        return "Bag:" + ",".join(f"{k}{v}" for k, v in sorted(self.items()))


print(Bag("hello"), Bag("aa").most_common(1), type(Bag("a") + Bag("b")).__name__)
for letter, count in Counter("mississippi").most_common(2):
    print(f"{letter}: {'#' * count}")
