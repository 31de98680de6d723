def args(a, b=2, *c, d, e=5, **f): return (a, b, c, d, e, f)
print(args(1, d=4), args(1, 2, 3, 4, d=5, z=6), args(*[1, 2, 3], **{'d': 4, 'q': 1}), args(d=1, a=2))
def po(a, b, /, c, *, d): return (a, b, c, d)
print(po(1, 2, 3, d=4), po(1, 2, c=3, d=4), po(*(1, 2), **{'c': 3, 'd': 4}))
def posdefault(a, b=1, /, **k): return a, b, k
print(posdefault(1), posdefault(1, 2), posdefault(1, b=5, a=6))
def mut(a=[]): a.append(1); return a
print(mut(), mut(), mut([]), mut.__defaults__)
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1), kwonly(b=1, a=0))
def star(*a): return a
print(star(), star(*'ab', 1, *[2]), star(*[], *(), *range(2)))
def kw(**k): return k
print(kw(a=1, **{'b': 2}, **{}), kw(**{'x y': 1}), kw(self=1, cls=2))
def ann(x: int = 3, *y: 'str', z: list[int] = None, **k: dict) -> bool: return x
print(ann(), ann.__annotations__, ann.__defaults__, ann.__kwdefaults__)
def order(first, *rest, last='z'): return first, rest, last
print(order(1), order(1, 2, 3), order(1, last=2), order(*[1, 2], last=3))
print((lambda a, b=2: (a, b))(b=1, a=0), max(*[3, 1, 2]), dict(**{'a': 1}, b=2), print(*[1, 2], sep='-', **{'end': '!\n'}))
def rec(n, acc=()): return acc if n == 0 else rec(n - 1, acc + (n,))
print(rec(5))
def early(x):
    if x: return 'early'
    print('late')
print(early(1), early(0))
def multi(): return 1, 2, [3]
a, b, c = multi()
print(a, b, c, multi()[2], multi.__name__)
f = args
print(f(0, d=0) == args(0, d=0), f is args, callable(f))
