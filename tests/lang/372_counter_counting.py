from collections import Counter

c = Counter("mississippi")
print(c, c["s"], c["z"], len(c), c.most_common(2), sorted(c.elements()), c.total(), sum(c.values()), list(c), dict(c))
c.update("miss")
c.subtract({"i": 1, "q": 2})
print(c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=3) & Counter(a=1, b=1), Counter(a=3) | Counter(a=1, b=1), +Counter(a=0, b=-1, c=2), -Counter(b=-1))
print(Counter([1, 1.0, True, "1"]), Counter({"x": 2}), Counter(), Counter(i % 3 for i in range(10)), Counter("ab") == Counter("ba"), Counter(a=1) <= Counter(a=2))
words = "the cat and the dog and the bird".split()
bigrams = Counter(zip(words, words[1:]))
print(Counter(words).most_common(), bigrams.most_common(2), max(Counter(words).values()), [w for w, n in Counter(words).items() if n == 1])


class Doubling(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)


import collections

d = Doubling()
collections.Counter.update
for x in "aab":
    d[x] = d.get(x, 0) + 1
print(d)
del c["m"]
c["new"] += 5
print(sorted(c.items()), c.pop("q", None), "m" in c, Counter(c).most_common(1), c.copy() == c)
try:
    Counter([[1]])
except TypeError as e:
    print(e)
