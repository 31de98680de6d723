from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], 2 in d, 9 in d, list(d), list(reversed(d)), d.pop(), d.popleft(), d)
d.extend([7, 8])
d.extendleft([-1, -2])
print(d, d.index(7), d.count(2), d.maxlen, bool(deque()), d == deque([-2, -1, 1, 2, 3, 7, 8]), d != deque(), deque([1]) < deque([2]))
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d.copy() == d, d.copy() is d)
d.insert(1, "x")
d.remove(7)
d.reverse()
d[0] = "first"
del d[1]
print(d)
window = deque(maxlen=3)
for i in range(6):
    window.append(i)
    print(list(window), end=" ")
print(window, window.maxlen, deque("abcdef", 2), deque([1, 2], maxlen=0), deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque("a"))
d = deque("ab")
d += "cd"
d *= 2
print(d, [x for x in d if x > "b"], sum(deque(range(10))), sorted(deque([3, 1, 2])), dict(enumerate(deque("xy"))))
d.clear()
print(d, repr(deque([deque([1])])), deque(deque([1, 2]), 5))
for call in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[3], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque(maxlen=-1), lambda: deque([1], 1).insert(0, 2), lambda: deque([1])[0:1], lambda: deque() + [1],
             lambda: hash(deque()), lambda: deque(5), lambda: deque().foo, lambda: deque([1]) < [1]):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
