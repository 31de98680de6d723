import copy
a = [3, 1, 2]
b = a; c = a[:]; b.append(4); print(a, c, a is b, a == c, a > c)
a.extend("xy"); a += (5,); a.insert(0, 0); a.insert(-1, "m"); a.insert(99, "end"); a.insert(-99, "start"); print(a, len(a), a.index("x"), a.count(4))
print(a.pop(), a.pop(0), a.pop(-2), a); a.remove("x"); del a[0], a[-1]; print(a)
n = list(range(10))
print(n[2:5], n[:3], n[7:], n[::3], n[::-1], n[8:2:-2], n[-3:-1], n[20:], n[-100:2], n[5:5], n[::-4], n[slice(1, None, 4)])
n[2:4] = "abc"; print(n); n[::5] = [None] * len(n[::5]); print(n); n[3:3] = [[]]; n[1:8] = []; print(n); del n[::2]; print(n); n[:] = range(3); n *= 2; print(n); n[1:1] = n; print(n); n.clear(); print(n, not n)
for f in (lambda: [1, 2].index(9), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1][3], lambda: [1]["a"], lambda: [1] + (2,), lambda: [1] * 2.0, lambda: [1].extend(5), lambda: [1, "a"].sort(), lambda: [1].insert("a", 1), lambda: [3].__setitem__(5, 1), lambda: [1, 2, 3].__setitem__(slice(None, None, 2), [1]), lambda: [1].__setitem__(slice(0, 1), 5), lambda: [1].__delitem__(9), lambda: [1][::0], lambda: hash([]), lambda: [1] < [None], lambda: [1] < 5, lambda: [].append(), lambda: [].append(1, 2), lambda: [].sort(5), lambda: [].foo, lambda: list(5), lambda: [1, 2].index(2, 5), lambda: [0] * 10 ** 20, lambda: max([]), lambda: [].sort(key=1) or [1].sort(key=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
w = ["banana", "Apple", "cherry", "apple", "Banana", "fig"]
print(sorted(w), sorted(w, key=str.lower), sorted(w, key=len), sorted(w, key=lambda s: (-len(s), s)), sorted(w, reverse=True), sorted(w, key=str.lower, reverse=True), sorted(enumerate(w), key=lambda t: t[1][::-1])[0], w)
print(w.sort(key=len), w, sorted([True, 0, 2, False, 1.5]), sorted([[2], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]), sorted("hello"), sorted({3: 1, 1: 2}), sorted([0.5, -1, 3], key=abs), list(reversed(w))[:2], sorted([-0.0, 0.0]), sorted(["b", "B", "a"], key=lambda s: (s.lower(), s)))
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [x for r in m for x in r], sum(m, []), [[x * 2 for x in r] for r in m], [r[::-1] for r in m[::-1]], [sum(c) for c in zip(*m)], max(map(max, m)), [m[i][i] for i in range(2)], any(5 in r for r in m), [*m[0], *m[1]], [0] * 3, [[]] * 2, [[] for _ in range(2)])
grid = [[0] * 3 for _ in range(2)]; grid[0][1] = 5; print(grid); bad = [[0] * 2] * 2; bad[0][0] = 1; print(bad)
first, *mid, last = range(5); print(first, mid, last); (x, y), z = [1, 2], 3; print(x, y, z); [p, [q]] = 1, [2]; print(p, q); *r, = "ab"; print(r); i = j = []; i.append(1); print(j); k, n2 = n2, k = 1, 2; print(k, n2)
l = [1, 2, 3, 4, 5, 6]
print([x for x in l if x % 2], [x if x > 3 else -x for x in l], [(x, y) for x in l[:2] for y in l[:3] if x != y], list(filter(lambda x: x > 4, l)), list(map(lambda x, y: x * y, l, l[1:])), [l[i:i + 2] for i in range(0, 6, 2)], list(zip(l[::2], l[1::2])), l[-2:] + l[:-2], [*enumerate(l[:2], 5)], list(dict.fromkeys([3, 1, 3, 2, 1])), [x for i, x in enumerate(l) if x not in l[:i]], all(a < b for a, b in zip(l, l[1:])), min(l, key=lambda x: abs(x - 3.6)), sum(x * x for x in l), [a - b for a, b in zip(l[1:], l)])
def rotate(l, k): k %= len(l); return l[k:] + l[:k]
def chunks(l, n): return [l[i::n] for i in range(n)]
def flatten(l): return [y for x in l for y in (flatten(x) if isinstance(x, list) else [x])]
print(rotate(l, 2), rotate(l, -1), chunks(l, 4), flatten([1, [2, [3, [4]], []]]), l == l[:], l is l[:], copy.copy(l) == l, [1, 2] == [1.0, 2.0], [1, [2]] == [1, [2]], [] < [0], [1, 2] < [1, 2, 0], [[1], 2] != [[1], 3], l.__len__(), list.__add__([1], [2]), list("ab") * 2)
s = []; s.append(s); print(s, s in s, len(s), s[0] is s); t = [s, 1]; print(t)
it = [1, 2, 3]; print([it.pop() for _ in range(len(it))], it, [x for x in iter([1, 2]).__iter__()], [[j for j in range(i)] for i in range(4)], [x for x in "a1b2" if x.isdigit()], [None] * 2 == [None, None])
