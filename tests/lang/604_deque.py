from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 2 in d)
d.extend([5, 6])
d.extendleft([9, 8])
print(d, list(d), list(reversed(d)))
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d.index(5), d.count(1))
w = deque(maxlen=3)
for i in range(6):
    w.append(i)
print(w, w.maxlen, deque("abc", 2))
d.remove(8)
d.insert(1, "x")
d.reverse()
print(d, d == deque(list(d)), d != deque(), deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1, 2]) * 2)
c = d.copy()
c.clear()
print(c, bool(c), len(d))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d.remove("zz"), lambda: deque(3),
          lambda: deque([1], -1), lambda: hash(d)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
d[0] = "first"
del d[1]
print(d)
queue = deque(["start"])
seen = []
graph = {"start": ["a", "b"], "a": ["c"], "b": ["c"], "c": []}
while queue:
    node = queue.popleft()
    if node in seen:
        continue
    seen.append(node)
    queue.extend(graph[node])
print(seen)
def moving_average(values, n):
    window = deque(maxlen=n)
    for v in values:
        window.append(v)
        if len(window) == n:
            yield sum(window) / n
print(list(moving_average([1, 2, 3, 4, 5, 6], 3)))
match deque([1, 2]):
    case [a, b]:
        print("sequence", a, b)
    case _:
        print("other")
