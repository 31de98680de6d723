a = [1, 2]; d = {'x': 1}
print([*a, *a], (*a, 3), {*a, 5}, {**d, 'y': 2}, {**d, 'x': 9}, [*'ab', *range(2), *d], print(*a, *'c', sep='+'), max(*a, 7), dict(**d, z=3), [*a][0], *a)
def f(*args, **kw): return args, kw
print(f(*a, *(3,), **d, **{'w': 5}), f(0, *a, k=1, **d), f(*[], **{}))
x, *y = *a, *a; print(x, y)
*p, q = 'xyz'; print(p, q)
for m, *n in ([1, 2, 3], 'ab', (4,)): print(m, n, end=' ')
print()
(h, *[i, j]), *k = (1, 2, 3), 4, 5
print(h, i, j, k)
try: f(**d, **d)
except TypeError as e: print(e)
