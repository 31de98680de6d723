def f(*a, **k): return a, k
l, d, g = [1, 2], {"x": 1}, (c for c in "ab")
print(f(*l, 3, *g, y=2, **d, **{"z": 3}), f(*"ab", *range(2), *{5: 6}), f(**d, w=0), f(*[], **{}), f(*(), *[()]))
print([*l, *"cd", *{7}], (*l, 0), {*l, *l, 3}, {**d, "x": 2, **{"q": 1}}, [*range(3), *[]], *l, *[9])
a, *b = "xyz"; *c, e = range(4); h, (i, *j), *k = 1, [2, 3, 4], 5, 6; [m, *n] = {1: 2}; print(a, b, c, e, h, i, j, k, m, n)
for x, *y in [(1, 2, 3), "ab", [4]]: print(x, y)
for x, (y, *z) in [(1, "abc")]: print(x, y, z)
def g1(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(g1(1, c=3), g1(1, 5, 6, 7, c=8, e=9), g1(*[1, 2, 3], **{"c": 4, "z": 5}), g1(c=1, a=2))
def g2(a, b, /, c, *, d): return a, b, c, d
print(g2(1, 2, 3, d=4), g2(1, 2, c=3, d=4))
def g3(*, only): return only
def g4(a, /, **kw): return a, kw
print(g3(only=1), g4(1, a=2), (lambda *a, b=1, **c: (a, b, c))(1, 2, b=3, q=4))
for bad in (lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: g1(1), lambda: g1(c=1), lambda: g2(1, 2, 3, 4), lambda: g2(a=1, b=2, c=3, d=4), lambda: g3(1), lambda: g3(), lambda: f(x=1, **d), lambda: g1(1, a=2, c=3), lambda: [*5], lambda: {**[1]}, lambda: g2(1, d=1), lambda: g4(), lambda: (lambda x, y: 0)(*[1], **{"y": 1, "z": 2})):
    try: print(bad())
    except TypeError as e2: print(e2)
def unpack(v):
    try: p, *q, r = v
    except Exception as e2: return f"{type(e2).__name__} {e2}"
    return p, q, r
print(unpack([1]), unpack([1, 2]), unpack("abc"), unpack(5), unpack({1: 2, 3: 4}), unpack(iter([])))
swap = [1, 2, 3]; swap[0], swap[2] = swap[2], swap[0]; q = r = s = []; q.append(1); print(swap, s, r is q)
i = 0; arr = [10, 20, 30]; i, arr[i] = 2, 99; print(i, arr); (u), = [1]; [v] = (2,); print(u, v)
def ret(*a): return *a, "end"
def gen(*a): yield *a, "y"
print(ret(1, 2), list(gen(3)), max(*[3, 9], 4), print(*[1, 2], sep="-"), "{}{}".format(*"ab"), dict(**{"k": 1}), dict([*zip("ab", [1, 2])]), list(zip(*[(1, 2), (3, 4)])), [*map(lambda *p: sum(p), [1, 2], [3, 4])])
x = [[1, 2], [3, 4]]; print([a + b for a, b in x], [f(*p)[0] for p in x], {a: b for a, b in x}, sum(a * b for a, b in x), [(*p, 0) for p in x])
