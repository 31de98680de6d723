x = 'outer'
print([x for x in range(3)], x, {x: 1 for x in 'a'}, x, {x for x in [1]}, x, list(x for x in [9]), x)
print([[j for j in range(i)] for i in range(4)], [(i, j) for i in range(3) for j in range(i)], [i for i in range(20) if i % 2 if i % 3])
def f():
    y = 5
    return [y * k for k in range(3)], [lambda: y for _ in range(1)][0](), {k: y for k in 'a'}, sum(y for _ in range(2))
print(f())
class C:
    a = 2
    b = [i for i in range(a)]
    c = {k: v for k, v in [('z', a)]}
    try: d = [a for _ in range(1)]
    except NameError as e: print(e)
print(C.b, C.c)
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print([a for a, b in [(1, 2), (3, 4)] if b > 2], [a for a, *b in ['abc']], [k + str(v) for k, v in {'p': 1}.items()])
print({i % 3: i for i in range(7)}, {i: {j: i * j for j in range(2)} for i in range(2)}, sorted({(a, b) for a in range(2) for b in 'xy'}))
print([x for x in [1, 2, 3] if x > 1 and x < 3 or x == 1], [x if x else 'z' for x in [0, 1]], [not x for x in [0, 1]], [x for x in (y for y in range(3))])
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [v for r in m for v in r], [sum(r) for r in m], list(zip(*m)))
g = (print('lazy', i) or i for i in range(2))
print('made', next(g), list(g))
try: [i for i in 5]
except TypeError as e: print(e)
try: [undefined_name for i in [1]]
except NameError as e: print(e)
try: (i for i in None)
except TypeError as e: print(e)
print('ok', [*(i for i in 'ab')], dict((k, k * 2) for k in 'ab'), max(len(w) for w in ['a', 'bbb']))
n = 3
print([n for n in range(n)], n, [[n for n in range(n)] for n in range(n)], n)
