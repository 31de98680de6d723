class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountIter(self.n)
    def __length_hint__(self): return 99
class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
    def __length_hint__(self): return self.n
import operator
c = Countdown(3)
print(list(c), list(c), tuple(c), sum(c), max(c), sorted(c), *c, [*c, 0], {x: 1 for x in c}, dict(zip("abc", c)), set(c) == {1, 2, 3}, 2 in c, 9 in c, operator.length_hint(c), operator.length_hint(iter(c)), " ".join(map(str, c)), any(x > 2 for x in c))
a, b, d = c; print(a, b, d)
try: a, b = c
except ValueError as e: print(e)
try: a, b, d, e = c
except ValueError as e: print(e)
it = iter(c); print(next(it), list(it), next(it, "end"), list(it))
class Old:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
    def __len__(self): return 3
print(list(Old()), 4 in Old(), list(reversed(Old())), [*Old()], max(Old()), iter(Old()).__class__.__name__, list(zip(Old(), "xyz")))
class Bad:
    def __iter__(self): return iter([1])
    def __next__(self): return 1
class NotIter:
    def __iter__(self): return [1]
for f in (lambda: list(NotIter()), lambda: next(Bad()), lambda: iter(5), lambda: next([1]), lambda: list(object()), lambda: [*3], lambda: dict(5), lambda: reversed(Countdown(1)), lambda: len(c), lambda: c[0], lambda: list(iter(lambda: 1 / 0, 3))):
    try: print(f())
    except (TypeError, ZeroDivisionError) as e: print(type(e).__name__, e)
n = iter(range(10)); print(list(iter(lambda: next(n), 5)), next(n))
class Peek:
    def __init__(self, it): self.it, self.buf = iter(it), []
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
    def peek(self, default=None):
        if not self.buf:
            try: self.buf.append(next(self.it))
            except StopIteration: return default
        return self.buf[-1]
p = Peek("ab"); print(p.peek(), next(p), p.peek(), next(p), p.peek("none"), list(p))
class Pages:
    def __init__(self, total, size): self.total, self.size = total, size
    def __len__(self): return -(-self.total // self.size)
    def __iter__(self):
        for start in range(0, self.total, self.size): yield range(start, min(start + self.size, self.total))
print([list(x) for x in Pages(7, 3)], len(Pages(7, 3)), list(Pages(0, 3)))
l = [1, 2, 3]; i = iter(l); next(i); l.append(4); print(list(i)); l.append(5); print(list(i))
i = iter(l)
for x in i:
    if x == 2: print("skip", next(i))
    else: print(x, end=" ")
print()
e = enumerate("ab", 5); print(next(e), list(e)); z = zip([1, 2], "a"); print(list(z)); m = map(pow, [2, 3], [3, 2, 9]); print(list(m)); f = filter(None, [0, 1, "", "x"]); print(list(f))
d = {"a": 1}
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)
